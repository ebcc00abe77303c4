import { Temporal } from 'temporal-polyfill';
import { type InstantText, laterOf } from '../calendar/clock.ts';
import { atLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { currentRules, rulesOfVersion } from '../port-request/porting-rules.ts';
import type { Incident } from './incident.ts';

/** When the carrier was last told, or last said something; undefined: neither was ever recorded. */
const lastWord = ({ escalatedAt, notes }: Incident): InstantText | undefined => {
  const said = notes.findLast(({ by }) => by === 'carrier')?.at;
  if (escalatedAt === null || said === undefined) return escalatedAt ?? said;
  return laterOf(escalatedAt, said);
};

/**
 * By when the carrier has to have answered an incident that it has: 09:00 of the second working day after it was told or last said
 * something (assumption). Undefined: the carrier does not have it.
 */
export const carrierAnswerDueAt = (
  incident: Incident,
  request: PortRequest,
  calendar: WorkingCalendar,
): Temporal.Instant | undefined => {
  const since = lastWord(incident);
  if (incident.status !== 'with_carrier' || since === undefined) return undefined;
  const attempt = currentAttempt(request);
  const rules = attempt === undefined ? currentRules : rulesOfVersion(attempt.rulesVersion);
  const toldOn = localDateOf(Temporal.Instant.from(since));
  const { date } = calendar.addWorkingDays(toldOn, rules.carrierReportWorkingDays);
  return atLocalTime(date, rules.startHours.from);
};
