import type { LocalDate } from '../calendar/clock.ts';
import { toInstantText } from '../calendar/clock.ts';
import { compareDates, localDateOf } from '../calendar/local-date.ts';
import { type NumberItem, readNumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import { catchUp } from '../port-request/catch-up.ts';
import { windowOfAttempt } from '../port-request/deadlines.ts';
import type { Facts } from '../port-request/facts.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import {
  type Attempt,
  currentAttempt,
  type PortRequest,
  type Rejection,
  withAttempt,
} from '../port-request/port-request.ts';
import { rulesOfVersion } from '../port-request/porting-rules.ts';
import { type Decision, decided, type Recording, record, startRecording } from '../port-request/recording.ts';
import type { ProblemEntry } from '../port-request/refusal.ts';
import { isRejectionCode, rejectionReasonOf } from '../port-request/rejection-reasons.ts';
import { type Actor, mayMove, type Status } from '../port-request/status.ts';
import type { OperatorEvent, OperatorEventType, OperatorReason } from './operator-event.ts';

/** An event that does not fit: wrong status, closed attempt, or it contradicts an answer that was given. */
export type NotExpected = {
  readonly kind: 'not_expected';
  readonly status: Status;
  readonly attempt: number | null;
  readonly allowedEvents: readonly OperatorEventType[];
};

/** What an event does: `applied` changed the request, `recorded` only noted, or the event is refused. */
export type Answer =
  | { readonly kind: 'answered'; readonly outcome: 'applied' | 'recorded'; readonly decision: Decision }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemEntry[] }
  | NotExpected;

/** The events that make sense in a status; a `submitted` request is taken to be with the operator once it answers. */
export const allowedEventsIn = (status: Status): readonly OperatorEventType[] => {
  switch (status) {
    case 'submitted':
    case 'awaiting_answer':
      return ['request.acknowledged', 'request.approved', 'request.rejected'];
    case 'approved':
    case 'ready_to_start':
      return ['request.rejected'];
    case 'in_progress':
      return ['port.completed'];
    default:
      return [];
  }
};

const notExpected = (request: PortRequest): NotExpected => ({
  kind: 'not_expected',
  status: request.status,
  attempt: currentAttempt(request)?.number ?? null,
  allowedEvents: allowedEventsIn(request.status),
});

const applied = (recording: Recording): Answer => ({
  kind: 'answered',
  outcome: 'applied',
  decision: decided(recording),
});

/** The carrier has taken the request over; also recorded first when an answer overtakes that message. */
export const accept = (recording: Recording, facts: Facts, actor: Actor): Recording =>
  mayMove('accept', recording.after.status)
    ? record(recording, facts, {
        type: 'port_request.sent_to_operator',
        actor,
        request: {
          ...withAttempt(recording.after, { sentAt: toInstantText(facts.now) }),
          status: 'awaiting_answer',
        },
      })
    : recording;

/**
 * The approved date: what the operator states, else the desired date; moved to a working day, and to one that has not
 * passed (assumption). A date before the desired one stands.
 */
const approvedDateFor = (stated: LocalDate | null, attempt: Attempt, { now, calendar }: Facts): LocalDate => {
  const wanted = stated ?? attempt.desiredDate;
  const today = localDateOf(now);
  return calendar.firstWorkingDayFrom(compareDates(wanted, today) < 0 ? today : wanted);
};

const approve = (
  recording: Recording,
  attempt: Attempt,
  stated: LocalDate | null,
  facts: Facts,
  actor: Actor,
): Answer => {
  const approvedDate = approvedDateFor(stated, attempt, facts);
  const request = {
    ...withAttempt(recording.after, { approvedDate, approvedDateStated: stated }),
    status: 'approved' as const,
  };
  const window = windowOfAttempt({ ...attempt, approvedDate }, facts.calendar);
  const approved = record(recording, facts, {
    type: 'port_request.approved',
    actor,
    data: { approvedDate, statedDate: stated, lastDay: window?.lastDay ?? null },
    request,
  });
  return applied(catchUp(approved, facts));
};

/** Where the reseller corrects this: the first of the numbers concerned, or the field of the catalogue. */
const fieldOf = (
  template: string | null,
  wanted: readonly NumberItem[],
  named: readonly NumberItem[],
): string | null => {
  if (template === null || !template.includes('{i}')) return template;
  const [first] = numbersCoveredBy(wanted, named);
  return first === undefined ? '/numbers' : template.replace('{i}', String(first));
};

/** Numbers and ranges by the number they begin with. */
const firstNumbers = (items: readonly NumberItem[]): readonly string[] =>
  items.map(firstNumberOf).filter((number) => number !== undefined);

const rejectionOf = (reason: OperatorReason, wanted: readonly NumberItem[]): Rejection => {
  const code = isRejectionCode(reason.code) ? reason.code : 'other';
  const named = (reason.numbers ?? []).map(readNumberItem);
  return {
    code,
    numbers: firstNumbers(named),
    field: fieldOf(rejectionReasonOf(code).field, wanted, named),
    operatorCode: reason.code,
    operatorText: reason.text ?? null,
  };
};

/** A rejection that needs nothing from the reseller does not count towards the escalation (assumption). */
const needsReseller = (rejections: readonly Rejection[]): boolean =>
  rejections.some(({ code }) => rejectionReasonOf(code).class !== 'nothing_to_do');

const mustEscalate = (request: PortRequest, rejections: readonly Rejection[], attempt: Attempt): boolean => {
  const counted = [...request.attempts.slice(0, -1).map((earlier) => earlier.rejections), rejections].filter(
    needsReseller,
  );
  const isRepeated =
    needsReseller(rejections) &&
    counted.length >= rulesOfVersion(attempt.rulesVersion).rejectionsBeforeEscalation;
  return isRepeated || rejections.some(({ code }) => rejectionReasonOf(code).needsDesk);
};

/** The named numbers that the request does not hold, each where it stands under `pointer`. */
const notInRequest = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[],
  pointer: string,
): readonly ProblemEntry[] =>
  named.flatMap((item, index) =>
    numbersCoveredBy([item], wanted).length > 0
      ? []
      : [{ code: 'number.not_in_request' as const, pointer: `${pointer}/${index}` }],
  );

const reject = (
  recording: Recording,
  attempt: Attempt,
  reasons: readonly OperatorReason[],
  facts: Facts,
  actor: Actor,
): Answer => {
  const { after } = recording;
  const problems = reasons.flatMap(({ numbers }, index) =>
    notInRequest(
      after.content.numbers,
      (numbers ?? []).map(readNumberItem),
      `/data/reasons/${index}/numbers`,
    ),
  );
  if (problems.length > 0) return { kind: 'refused', problems };
  const rejections = reasons.map((reason) => rejectionOf(reason, after.content.numbers));
  return applied(
    record(recording, facts, {
      type: 'port_request.rejected',
      actor,
      data: {
        codes: rejections.map(({ code }) => code),
        escalate: mustEscalate(after, rejections, attempt),
      },
      request: {
        ...withAttempt(after, { rejections, closedAt: toInstantText(facts.now), outcome: 'rejected' }),
        status: 'rejected',
      },
    }),
  );
};

/** Items of the request that hold one of the named numbers; a range cannot be divided, so it is done whole (F12). */
const firstNumbersOf = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[] | undefined,
): readonly string[] =>
  firstNumbers(
    named === undefined ? wanted : numbersCoveredBy(wanted, named).flatMap((index) => wanted[index] ?? []),
  );

const complete = (
  recording: Recording,
  data: Extract<OperatorEvent, { type: 'port.completed' }>['data'],
  facts: Facts,
  actor: Actor,
): Answer => {
  const { after } = recording;
  const wanted = after.content.numbers;
  const named = data.numbers?.map(readNumberItem);
  const problems = notInRequest(wanted, named ?? [], '/data/numbers');
  if (problems.length > 0) return { kind: 'refused', problems };
  const newlyDone = firstNumbersOf(wanted, named).filter(
    (first) => after.completedNumbers[first] === undefined,
  );
  const completedNumbers = {
    ...after.completedNumbers,
    ...Object.fromEntries(newlyDone.map((first) => [first, data.completedAt])),
  };
  const isDone = firstNumbers(wanted).every((first) => completedNumbers[first] !== undefined);
  // Reports come out of order: a port is done with its last number, which need not be the last one reported.
  const completedAt = Object.values(completedNumbers).toSorted().at(-1) ?? data.completedAt;
  if (!isDone && newlyDone.length === 0)
    return { kind: 'answered', outcome: 'recorded', decision: decided(recording) };
  return applied(
    isDone
      ? record(recording, facts, {
          type: 'port_request.completed',
          actor,
          data: { completedAt },
          request: {
            ...withAttempt(after, {
              completedAt,
              closedAt: toInstantText(facts.now),
              outcome: 'completed',
            }),
            completedNumbers,
            status: 'completed',
          },
        })
      : record(recording, facts, {
          type: 'port_request.partly_completed',
          actor,
          data: { completed: Object.keys(completedNumbers).length, of: wanted.length },
          request: { ...after, completedNumbers },
        }),
  );
};

const sameCodes = (reasons: readonly OperatorReason[], rejections: readonly Rejection[]): boolean => {
  const codes = (list: readonly (string | null)[]) => [...new Set(list)].sort().join('\n');
  return codes(reasons.map(({ code }) => code)) === codes(rejections.map(({ operatorCode }) => operatorCode));
};

/** Whether the attempt has had exactly this answer already: then a new id makes it no second one. */
const repeatsAnswer = (event: OperatorEvent, attempt: Attempt, request: PortRequest): boolean => {
  switch (event.type) {
    case 'request.approved': {
      const date = event.data.date ?? null;
      const isSameDate = date === attempt.approvedDateStated || date === attempt.approvedDate;
      return attempt.approvedDate !== null && attempt.outcome !== 'rejected' && isSameDate;
    }
    case 'request.rejected':
      return attempt.outcome === 'rejected' && sameCodes(event.data.reasons, attempt.rejections);
    case 'port.completed': {
      if (attempt.outcome !== 'completed') return false;
      const { completedAt, numbers } = event.data;
      if (attempt.completedAt === completedAt) return true;
      // The report of a part, come again after the whole was done.
      const parts = firstNumbersOf(request.content.numbers, numbers?.map(readNumberItem));
      return parts.length > 0 && parts.every((first) => request.completedNumbers[first] === completedAt);
    }
    case 'request.acknowledged':
      return attempt.operatorReference === event.data.operatorReference;
  }
};

/**
 * What an operator's event does to a request (F18, F21, F25). Events come twice, late and out of order: one that was
 * applied before is only noted, one that does not fit is refused with what would fit. One attempt has one answer.
 */
export const answer = (request: PortRequest, event: OperatorEvent, facts: Facts, actor: Actor): Answer => {
  const caughtUp = catchUp(startRecording(request), facts);
  const attempt = caughtUp.after.attempts.find(({ number }) => number === event.attempt);
  if (attempt !== undefined && repeatsAnswer(event, attempt, caughtUp.after))
    return { kind: 'answered', outcome: 'recorded', decision: { kind: 'nothing_new', request } };
  const isCurrent =
    attempt !== undefined && attempt === currentAttempt(caughtUp.after) && attempt.outcome === null;
  if (!isCurrent || !allowedEventsIn(caughtUp.after.status).includes(event.type))
    return notExpected(caughtUp.after);
  const recording = accept(caughtUp, facts, actor);
  switch (event.type) {
    case 'request.acknowledged':
      return {
        kind: 'answered',
        outcome: 'recorded',
        decision: decided(
          record(recording, facts, {
            type: 'port_request.acknowledged',
            actor,
            request: withAttempt(recording.after, { operatorReference: event.data.operatorReference }),
          }),
        ),
      };
    case 'request.approved':
      return approve(
        recording,
        currentAttempt(recording.after) ?? attempt,
        event.data.date ?? null,
        facts,
        actor,
      );
    case 'request.rejected':
      return reject(recording, attempt, event.data.reasons, facts, actor);
    case 'port.completed':
      return complete(recording, event.data, facts, actor);
  }
};
