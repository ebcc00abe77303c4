import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { InstantText } from '../functions/calendar/clock.ts';
import { toInstantText } from '../functions/calendar/clock.ts';
import { atLocalTime, localDateOf, localTimeOf } from '../functions/calendar/local-date.ts';
import type { WorkingCalendar } from '../functions/calendar/working-calendar.ts';
import { type Carrier, type CarrierMessage, messageIdOf } from '../functions/operator/carrier.ts';
import { answerDueOf } from '../functions/port-request/deadlines.ts';
import { currentRules } from '../functions/port-request/porting-rules.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What the operator was sent. */
export type OutboxItem = Omit<CarrierMessage, 'carrier'> & { readonly at: InstantText };

/** An event the operator reports, before it is signed. */
export type ReportedEvent = {
  readonly type: string;
  readonly portRequestId: string;
  readonly attempt: number;
  readonly occurredAt: InstantText;
  readonly data: unknown;
};

/** A report that an operator will make. */
export type PlannedReport = {
  readonly at: InstantText;
  readonly operatorId: string;
  /** The same when it is made again, so that it is taken once. */
  readonly webhookId: string;
  readonly event: ReportedEvent;
};

/** The operators as data. */
export type SavedOperators = {
  readonly outboxes: readonly (readonly [operatorId: string, items: readonly OutboxItem[]])[];
  readonly plans: readonly PlannedReport[];
  /** Reports planned so far, which their ids count. */
  readonly planned: number;
};

/** The carriers, and what they were sent. */
export type SimulatedOperator = Carrier & {
  readonly outbox: (operatorId: string) => readonly OutboxItem[];
  readonly save: () => SavedOperators;
};

/** A losing operator of this name answers by itself, by what its account number says. */
const selfAnsweringName = 'sandbox';

const answerWorkingDays = 3;
const usualCompletionMinutes = 40;
const delayWorkingDays = 2;
const returnHours = 2;
const incidentWorkingDays = 1;

type Behaviour = {
  readonly answer: 'approve' | 'reject' | 'delay' | 'silent';
  readonly code: string;
  /** Null: never completes. */
  readonly completionMinutes: number | null;
  /** Whether the first start of a request is rolled back where it would have been completed. */
  readonly failsOnce: boolean;
};

const approves: Behaviour = {
  answer: 'approve',
  code: '',
  completionMinutes: usualCompletionMinutes,
  failsOnce: false,
};

const silent: Behaviour = { ...approves, answer: 'silent', completionMinutes: null };

// A Map, not an object: the account number comes from outside, and `constructor` must find nothing.
const behaviours: ReadonlyMap<string, Behaviour> = new Map([
  ['approve', approves],
  ['delay', { ...approves, answer: 'delay' }],
  ['slow', { ...approves, completionMinutes: 180 }],
  ['stuck', { ...approves, completionMinutes: null }],
  ['fail', { ...approves, failsOnce: true }],
]);

const behaviourOf = (accountNumber: string): Behaviour => {
  const known = behaviours.get(accountNumber);
  if (known !== undefined) return known;
  const prefix = 'reject-';
  return accountNumber.startsWith(prefix)
    ? { ...silent, answer: 'reject', code: accountNumber.slice(prefix.length) }
    : silent;
};

const order = z.object({
  losingOperator: z.object({ name: z.string(), accountNumber: z.string() }),
});

type SimulatedOperatorOptions = {
  readonly clock: VirtualClock;
  readonly calendar: () => WorkingCalendar;
  /** Signs an event as the operator and delivers it to the API; answers the HTTP status. */
  readonly report: (
    operatorId: string,
    event: ReportedEvent,
    webhookId: string,
  ) => Promise<{ readonly status: number }>;
  readonly saved: SavedOperators | undefined;
};

const reportAgainMinutes = 1;

/** Messages by which an attempt ends. */
const endTypes: readonly string[] = ['request.cancelled', 'request.expired', 'request.replanned'];

/**
 * The carrier and the losing operators behind it, simulated. It accepts every message at once. For the losing operator
 * `Sandbox` it answers by itself; for any other it stays silent until events are posted.
 */
export const createSimulatedOperator = ({
  clock,
  calendar,
  report,
  saved = { outboxes: [], plans: [], planned: 0 },
}: SimulatedOperatorOptions): SimulatedOperator => {
  const outboxes = new Map(saved.outboxes.map(([carrier, items]) => [carrier, [...items]]));
  /** What each carrier was sent about each request, which is looked through at every message. */
  const about = new Map<string, OutboxItem[]>();

  const aboutRequest = (carrier: string, portRequestId: string): OutboxItem[] => {
    const key = `${carrier} ${portRequestId}`;
    const items = about.get(key) ?? [];
    about.set(key, items);
    return items;
  };
  for (const [carrier, items] of outboxes)
    for (const item of items) aboutRequest(carrier, item.portRequestId).push(item);
  const plans = new Map<PlannedReport, { readonly cancel: () => void }>();
  let { planned } = saved;

  const plan = (next: PlannedReport): void => {
    const { at, operatorId, event, webhookId } = next;
    const timer = clock.at(Temporal.Instant.from(at), `${event.portRequestId} ${event.type}`, async () => {
      const { status } = await report(operatorId, event, webhookId);
      plans.delete(next);
      // As every sender of events: what could not be taken in is sent again.
      if (status >= 500)
        plan({ ...next, at: toInstantText(clock.now().add({ minutes: reportAgainMinutes })) });
    });
    plans.set(next, timer);
  };

  const reportAt = (
    at: Temporal.Instant,
    { carrier, portRequestId, attempt }: CarrierMessage,
    type: string,
    data: unknown,
  ) => {
    planned += 1;
    const occurredAt = toInstantText(at);
    const event = { type, portRequestId, attempt, occurredAt, data };
    plan({ at: occurredAt, operatorId: carrier, webhookId: `sim_${planned}`, event });
  };

  /** The same time of the day, some working days from now. */
  const inWorkingDays = (count: number): Temporal.Instant => {
    const now = clock.now();
    return atLocalTime(calendar().addWorkingDays(localDateOf(now), count).date, localTimeOf(now));
  };

  const answer = (message: CarrierMessage, { answer: kind, code }: Behaviour) => {
    const at = inWorkingDays(answerWorkingDays);
    if (kind === 'approve') reportAt(at, message, 'request.approved', {});
    if (kind === 'reject')
      reportAt(at, message, 'request.rejected', {
        reasons: [{ code, text: `Simulated refusal: ${code}` }],
      });
    if (kind === 'delay') {
      // Two working days more than it has, so that a due date moves to be seen; it needs no more than two from then on.
      const due = answerDueOf(localDateOf(clock.now()), clock.now(), currentRules, calendar());
      const until = calendar().addWorkingDays(due.date, delayWorkingDays).date;
      reportAt(at, message, 'answer.delayed', { until, reason: 'Simulated delay' });
      reportAt(inWorkingDays(answerWorkingDays + delayWorkingDays), message, 'request.approved', {});
    }
  };

  /** Brings the numbers in, or rolls the first start of the request back. */
  const execute = (message: CarrierMessage, { completionMinutes, failsOnce }: Behaviour) => {
    if (completionMinutes === null) return;
    const at = clock.now().add({ minutes: completionMinutes });
    const starts = aboutRequest(message.carrier, message.portRequestId).filter(
      ({ type }) => type === 'port.started',
    );
    const isFirst = starts.every((start) => messageIdOf(start) === messageIdOf(message));
    if (failsOnce && isFirst) reportAt(at, message, 'port.failed', { reason: 'Simulated failure' });
    else reportAt(at, message, 'port.completed', { completedAt: toInstantText(at) });
  };

  /** How the losing operator behaves, by the newest order about a request. */
  const behaviourFor = ({ carrier, portRequestId }: CarrierMessage): Behaviour => {
    const newest = aboutRequest(carrier, portRequestId).findLast(({ type }) => type === 'request.submitted');
    const parsed = order.safeParse(newest?.body);
    return parsed.success && parsed.data.losingOperator.name.toLowerCase() === selfAnsweringName
      ? behaviourOf(parsed.data.losingOperator.accountNumber)
      : silent;
  };

  /** Trouble is cleared by the next working day, and numbers are given back within hours (assumption). */
  const help = (message: CarrierMessage, { completionMinutes }: Behaviour) => {
    if (completionMinutes === null) return;
    if (message.type === 'incident.reported')
      reportAt(inWorkingDays(incidentWorkingDays), message, 'incident.updated', {
        incidentId: message.body['incidentId'],
        status: 'resolved',
        note: 'Simulated: the routing was corrected',
      });
    if (message.type === 'return.requested') {
      const at = clock.now().add({ hours: returnHours });
      reportAt(at, message, 'return.completed', { completedAt: toInstantText(at) });
    }
  };

  /** What was withdrawn is not answered any more. */
  const forget = ({ portRequestId, attempt }: CarrierMessage) => {
    for (const [planned, timer] of plans) {
      const { event } = planned;
      if (event.portRequestId !== portRequestId || event.attempt !== attempt) continue;
      timer.cancel();
      plans.delete(planned);
    }
  };

  const react = (message: CarrierMessage) => {
    if (endTypes.includes(message.type)) forget(message);
    const behaviour = behaviourFor(message);
    if (message.type === 'request.submitted') answer(message, behaviour);
    if (message.type === 'port.started') execute(message, behaviour);
    help(message, behaviour);
  };

  for (const each of saved.plans) plan(each);

  return {
    send: async (message) => {
      const { carrier, type, portRequestId, attempt, body } = message;
      const item = { at: toInstantText(clock.now()), type, portRequestId, attempt, body };
      const own = aboutRequest(carrier, portRequestId);
      // What was said before says nothing new.
      const isRepeat = own.some((each) => messageIdOf(each) === messageIdOf(item));
      own.push(item);
      const outbox = outboxes.get(carrier) ?? [];
      outbox.push(item);
      outboxes.set(carrier, outbox);
      if (!isRepeat) react(message);
    },
    outbox: (operatorId) => [...(outboxes.get(operatorId) ?? [])],
    save: () => ({
      outboxes: [...outboxes].map(([carrier, items]) => [carrier, [...items]]),
      plans: [...plans.keys()],
      planned,
    }),
  };
};
