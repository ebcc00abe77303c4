import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../calendar/clock.ts';
import { addMonths, compareDates, daysBetween, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { countOf } from '../numbers/number-item.ts';
import { firstNumberOf } from './main-number.ts';
import type { Attempt, PortRequest } from './port-request.ts';
import { rulesOfVersion } from './porting-rules.ts';

/** What may be owed for a late port, by the rules of its attempt: an internal estimate, never promised. */
export type Compensation = {
  /** In euro. */
  readonly amount: number;
  readonly currency: 'EUR';
  /** Calendar days after the agreed one. */
  readonly daysLate: number;
  /** How many numbers were late. */
  readonly numbers: number;
  readonly agreedDate: LocalDate;
  /** The last day on which the subscriber can claim it; it is not paid by itself. */
  readonly claimUntil: LocalDate;
  readonly rulesVersion: string;
};

const dayOf = (instant: string): LocalDate => localDateOf(Temporal.Instant.from(instant));

/**
 * The day that was agreed: the approved one, or the day the port was started, if that is later by choice. Of the starts of the
 * attempt that was completed the first was the choice: one that was rolled back and begun again later was not (assumption).
 */
const agreedDateOf = ({ failedStarts, startedAt, approvedDate }: Attempt): LocalDate | null => {
  const firstStart = failedStarts[0]?.startedAt ?? startedAt;
  return firstStart === null ? approvedDate : dayOf(firstStart);
};

/**
 * What a completed port came to: each number that was done more than a working day after the agreed date counts with every
 * calendar day after that date (public: the decree's amounts; grace and amount by rule version). Undefined: nothing.
 */
export const compensationFor = (
  request: PortRequest,
  calendar: WorkingCalendar,
): Compensation | undefined => {
  const attempt = request.attempts.at(-1);
  const first = request.attempts[0];
  const agreedDate = attempt === undefined ? null : agreedDateOf(attempt);
  if (attempt === undefined || first === undefined || agreedDate === null) return undefined;
  const rules = rulesOfVersion(attempt.rulesVersion);
  const late = request.content.numbers.flatMap((item) => {
    const number = firstNumberOf(item);
    const completedAt = number === undefined ? undefined : request.completedNumbers[number];
    if (completedAt === undefined) return [];
    const doneOn = dayOf(completedAt);
    const isLate =
      compareDates(doneOn, agreedDate) > 0 &&
      calendar.workingDaysBetween(agreedDate, doneOn) > rules.compensationGraceWorkingDays;
    return isLate ? [{ count: countOf(item), daysLate: daysBetween(agreedDate, doneOn) }] : [];
  });
  if (late.length === 0) return undefined;
  const numberDays = late.reduce((sum, { count, daysLate }) => sum + count * daysLate, 0);
  return {
    amount: numberDays * rules.compensationPerDayEur,
    currency: 'EUR',
    daysLate: Math.max(...late.map(({ daysLate }) => daysLate)),
    numbers: late.reduce((sum, { count }) => sum + count, 0),
    agreedDate,
    claimUntil: addMonths(dayOf(first.submittedAt), rules.compensationClaimMonths),
    rulesVersion: rules.version,
  };
};
