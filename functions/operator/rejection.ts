import { isDeepStrictEqual } from 'node:util';
import { toInstantText } from '../calendar/clock.ts';
import { union } from '../numbers/number-interval.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { intervalsOf, numbersCoveredBy } from '../numbers/number-list.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, type PortRequest, type Rejection, withAttempt } from '../port-request/port-request.ts';
import { rulesOfVersion } from '../port-request/porting-rules.ts';
import { type Recording, record } from '../port-request/recording.ts';
import { rejectionReasonOf } from '../port-request/rejection-reasons.ts';
import type { Actor } from '../port-request/status.ts';
import { answerWorkingDays } from './answer-working-days.ts';
import { rejectionCodeOf } from './carrier-codes.ts';
import { applied, type EventOutcome } from './event-outcome.ts';
import type { StatedReason } from './verdict.ts';

/** The items of the request a reason concerns: those it names; of a reason about a number that names none, the only one. */
const concernedBy = (
  named: readonly NumberItem[],
  field: string | null,
  wanted: readonly NumberItem[],
): readonly NumberItem[] =>
  named.length === 0 && field?.includes('{i}') && wanted.length === 1
    ? wanted
    : numbersCoveredBy(wanted, named).flatMap((index) => wanted[index] ?? []);

/** Where the reseller corrects this: the first of the numbers concerned, or the field of the catalogue. */
const fieldOf = (
  template: string | null,
  wanted: readonly NumberItem[],
  numbers: readonly NumberItem[],
): string | null => {
  if (template === null || !template.includes('{i}')) return template;
  const [first] = numbersCoveredBy(wanted, numbers);
  return first === undefined ? '/numbers' : template.replace('{i}', String(first));
};

const rejectionOf = (
  { code: operatorCode, text, named }: StatedReason,
  wanted: readonly NumberItem[],
  carrier: string,
): Rejection => {
  const code = rejectionCodeOf(carrier, operatorCode);
  const { field } = rejectionReasonOf(code);
  const numbers = concernedBy(named, field, wanted);
  return {
    code,
    numbers,
    named,
    field: fieldOf(field, wanted, numbers),
    operatorCode,
    operatorText: text,
  };
};

/**
 * Characters of an operator's own words that an answer keeps. A request is one item of the table, with the answers to all its
 * attempts: a few that each filled a whole body would leave no room for anything that happens after.
 */
const mostTextKept = 8000;

/** Rejections with as much of the operator's words as is kept: from where it is too much on, codes and numbers alone. */
const withTextKept = (rejections: readonly Rejection[]): readonly Rejection[] => {
  let left = mostTextKept;
  return rejections.map((rejection) => {
    left -= rejection.operatorText?.length ?? 0;
    return left < 0 ? { ...rejection, operatorText: null } : rejection;
  });
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

/** The losing operator refuses (F21, F25): the attempt is closed with its reasons, for good. */
export const reject = (
  recording: Recording,
  attempt: Attempt,
  reasons: readonly StatedReason[],
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const { after } = recording;
  const rejections = withTextKept(
    reasons.map((reason) => rejectionOf(reason, after.content.numbers, after.carrier)),
  );
  return applied(
    record(recording, facts, {
      type: 'port_request.rejected',
      actor,
      data: {
        codes: rejections.map(({ code }) => code),
        escalate: mustEscalate(after, rejections, attempt),
        answerWorkingDays: answerWorkingDays(attempt, facts),
      },
      request: {
        ...withAttempt(after, { rejections, closedAt: toInstantText(facts.now), outcome: 'rejected' }),
        status: 'rejected',
      },
    }),
  );
};

/** A refusal's reasons as a set of codes and numbers; other words, or another order, make no other answer. */
const comparable = (
  reasons: readonly { readonly code: string | null; readonly named: readonly NumberItem[] }[],
): readonly string[] =>
  [
    ...new Set(reasons.map(({ code, named }) => JSON.stringify([code, union(intervalsOf(named))]))),
  ].toSorted();

/** Whether the attempt was refused for exactly these reasons already. */
export const repeatsRejection = (attempt: Attempt, reasons: readonly StatedReason[]): boolean =>
  attempt.outcome === 'rejected' &&
  isDeepStrictEqual(
    comparable(reasons),
    comparable(attempt.rejections.map(({ operatorCode, named }) => ({ code: operatorCode, named }))),
  );
