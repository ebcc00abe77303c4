import type { HistoryEntry } from '../../../functions/port-request/history.ts';
import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import type { Answer } from '../sandbox-client.ts';
import { judgeDeadlines } from './judged-deadlines.ts';
import { countOn, dayOf, isWorked, timeOf, workedFrom } from './own-calendar.ts';
import { must, type Trial } from './trial.ts';

const beforeStart = [
  'draft',
  'submitted',
  'awaiting_answer',
  'rejected',
  'approved',
  'ready_to_start',
  'expired',
];

/** Where each kind of entry may lead from and to; kinds that are not here leave the status as it is. */
const moves: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>> = {
  submitted: { from: ['draft', 'rejected', 'expired', 'submitted'], to: 'submitted' },
  sent_to_operator: { from: ['submitted'], to: 'awaiting_answer' },
  acknowledged: { from: ['awaiting_answer'], to: 'awaiting_answer' },
  answer_delayed: { from: ['awaiting_answer'], to: 'awaiting_answer' },
  answer_overdue: { from: ['awaiting_answer'], to: 'awaiting_answer' },
  approved: { from: ['awaiting_answer'], to: 'approved' },
  rejected: { from: ['awaiting_answer', 'approved', 'ready_to_start'], to: 'rejected' },
  window_opened: { from: ['approved'], to: 'ready_to_start' },
  start_link_renewed: { from: ['ready_to_start'], to: 'ready_to_start' },
  date_planned: { from: ['approved', 'ready_to_start'], to: '' },
  replanned: { from: ['approved', 'ready_to_start'], to: 'submitted' },
  started: { from: ['ready_to_start'], to: 'in_progress' },
  partly_completed: { from: ['in_progress'], to: 'in_progress' },
  interruption_warned: { from: ['in_progress'], to: 'in_progress' },
  interruption_overrun: { from: ['in_progress'], to: 'in_progress' },
  failed: { from: ['in_progress'], to: 'ready_to_start' },
  completed: { from: ['in_progress'], to: 'completed' },
  expired: { from: ['ready_to_start'], to: 'expired' },
  cancelled: { from: beforeStart, to: 'cancelled' },
  return_requested: { from: ['completed'], to: 'completed' },
  return_completed: { from: ['completed'], to: 'completed' },
  return_refused: { from: ['completed'], to: 'completed' },
  compensation_due: { from: ['completed'], to: 'completed' },
  corrected: { from: ['draft', 'rejected', 'expired'], to: '' },
};

/** Only the desk may say that a port was done which nobody is known to have started. */
const doneUnstarted = ['approved', 'ready_to_start', 'expired'];

const isLegal = ({ type, previousStatus, status, actor }: HistoryEntry): boolean => {
  if (type === 'port_request.created') return previousStatus === null && status === 'draft';
  if (previousStatus === null) return false;
  const move = moves[type.replace('port_request.', '')];
  if (move === undefined) return status === previousStatus;
  const isOutcome =
    type === 'port_request.completed' && actor.kind === 'desk' && doneUnstarted.includes(previousStatus);
  return (
    (move.from.includes(previousStatus) || isOutcome) &&
    status === (move.to === '' ? previousStatus : move.to)
  );
};

type Followed = {
  readonly status: string | null;
  readonly sequence: number;
  readonly rejectedAttempts: ReadonlySet<number | null>;
};

const unknown: Followed = { status: null, sequence: 0, rejectedAttempts: new Set() };

/** Follows one entry: it continues where the last one stopped, by a move there is, and no rejected attempt completes. */
const follow = (before: Followed, entry: HistoryEntry): Followed => {
  const told = () => `after ${before.status} ${before.sequence}: ${JSON.stringify(entry)}`;
  must(entry.sequence === before.sequence + 1, () => `A gap ${told()}`);
  must(entry.previousStatus === before.status, () => `Another status before it ${told()}`);
  must(isLegal(entry), () => `No such move ${told()}`);
  must(
    entry.status !== 'completed' ||
      before.status === 'completed' ||
      !before.rejectedAttempts.has(entry.attempt),
    () => `A rejected attempt is completed ${told()}`,
  );
  return {
    status: entry.status,
    sequence: entry.sequence,
    rejectedAttempts:
      entry.status === 'rejected'
        ? new Set([...before.rejectedAttempts, entry.attempt])
        : before.rejectedAttempts,
  };
};

/** A start lies on a working day of the window, from nine until three, by a calendar of our own. */
const judgeStart = (entry: HistoryEntry, request: PortRequest, trial: Trial): void => {
  const attempt = request.attempts.find(({ number }) => number === entry.attempt);
  const closed = trial.closed();
  const day = dayOf(entry.occurredAt);
  const time = timeOf(entry.occurredAt);
  const first = attempt?.approvedDate && workedFrom(attempt.approvedDate, closed).date;
  const told = () => `${entry.occurredAt} ${time}, approved for ${attempt?.approvedDate}`;
  must(typeof first === 'string' && day >= first, () => `Started before its window: ${told()}`);
  must(day <= countOn(first ?? '', 9, closed).date, () => `Started after its window: ${told()}`);
  must(isWorked(day, closed), () => `Started on a day off: ${told()}`);
  must(time >= '09:00:00' && time < '15:00:00', () => `Started outside the hours: ${told()}`);
};

const holding = ['submitted', 'awaiting_answer', 'approved', 'ready_to_start', 'in_progress'];

/** Every number of a request by itself. */
const numbersOf = ({ content }: PortRequest): readonly number[] =>
  content.numbers.flatMap((item) => {
    if (item.kind === 'unreadable') return [];
    if (item.kind === 'single') return [Number(item.number)];
    return Array.from({ length: item.size }, (_, index) => Number(item.start) + index);
  });

/** No two open requests have a number in common, and the locks say so too. */
const judgeLocks = async (trial: Trial): Promise<void> => {
  const { records } = trial.client.sandbox.world();
  const holders = new Map<number, string>();
  for (const request of trial.requests()) {
    const isHolding = holding.includes(request.status);
    if (isHolding)
      for (const number of numbersOf(request)) {
        const other = holders.get(number);
        must(other === undefined, () => `${number} is held by ${other} and ${request.id}`);
        holders.set(number, request.id);
      }
    const locked = await records.holdersOf(request.content.numbers);
    const ownItems = new Set(
      locked.filter(({ holder }) => holder.portRequestId === request.id).map(({ index }) => index),
    );
    must(
      isHolding ? ownItems.size === request.content.numbers.length : ownItems.size === 0,
      () => `${request.id} is ${request.status} and holds ${ownItems.size} of its items`,
    );
  }
};

const waitsForNobody = ({ status, attempts }: Answer['json']): boolean =>
  status === 'completed' ||
  status === 'cancelled' ||
  (status === 'rejected' &&
    attempts
      .at(-1)
      .rejections.some(({ code }: { readonly code: string }) => code === 'withdrawn_by_subscriber'));

const actors = ['reseller', 'subscriber', 'losing_operator', 'carrier', 'desk', 'clock'];

/** What the API says of a request agrees with its history, with itself, and with what it said before. */
const judgeView = (view: Answer['json'], followed: Followed, closedAttempts: Map<string, string>): void => {
  const told = () => JSON.stringify(view);
  must(view.status === followed.status, () => `Its history says ${followed.status}: ${told()}`);
  must(view.version === followed.sequence, () => `Its history has ${followed.sequence} entries: ${told()}`);
  must((view.nextStep === null) === waitsForNobody(view), () => `Whom does it wait for? ${told()}`);
  must(view.nextStep === null || actors.includes(view.nextStep.actor), () => `Who is that? ${told()}`);
  view.attempts.forEach((attempt: Answer['json'], index: number) => {
    const isLast = index === view.attempts.length - 1;
    must(attempt.number === index + 1, () => `Attempts without order: ${told()}`);
    must(isLast || attempt.outcome !== null, () => `An earlier attempt is open: ${told()}`);
    must((attempt.outcome === null) === (attempt.closedAt === null), () => `Half closed: ${told()}`);
    if (attempt.outcome === null) return;
    const codes = attempt.rejections.map(({ code }: { readonly code: string }) => code);
    const says = JSON.stringify([attempt.outcome, attempt.closedAt, codes]);
    const before = closedAttempts.get(`${view.id} ${attempt.number}`);
    // What was done without a start that anybody knew of is told of the attempt that had expired.
    const isOutcome = before?.startsWith('["expired"') && attempt.outcome === 'completed';
    must(
      before === undefined || before === says || isOutcome === true,
      () => `It was ${before}, it is ${says}: ${told()}`,
    );
    closedAttempts.set(`${view.id} ${attempt.number}`, says);
  });
};

/** Looks at what a step has done, whatever it was. */
export type Watch = { readonly look: (touched: string | undefined) => Promise<void> };

/** A watch over everything that happens in a trial. */
export const watchOver = (trial: Trial): Watch => {
  const followed = new Map<string, Followed>();
  const closedAttempts = new Map<string, string>();
  const latestDays = new Map<string, string>();
  let seen = 0;
  return {
    look: async (touched) => {
      const happened = trial.client.sandbox.world().happened().slice(seen);
      seen += happened.length;
      const entries = happened.filter((event) => event.portRequestId !== null);
      for (const entry of entries) {
        const { portRequestId } = entry;
        followed.set(portRequestId, follow(followed.get(portRequestId) ?? unknown, entry));
        const request = trial.requests().find(({ id }) => id === portRequestId);
        if (entry.type === 'port_request.started' && request !== undefined) judgeStart(entry, request, trial);
      }
      await judgeLocks(trial);
      // To read would take the fault that waits for what comes next.
      if (trial.isFaulty()) return;
      const ids = new Set(entries.map(({ portRequestId }) => portRequestId));
      if (touched !== undefined && followed.has(touched)) ids.add(touched);
      for (const id of ids) {
        const view = await trial.client.read(id, trial.tokens.desk);
        judgeView(view, followed.get(id) ?? unknown, closedAttempts);
        judgeDeadlines(view, trial, latestDays);
      }
    },
  };
};
