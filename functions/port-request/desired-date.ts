import type { LocalDate } from '../calendar/clock.ts';
import { addDays, compareDates, localDateOf } from '../calendar/local-date.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import type { Facts } from './facts.ts';
import { currentRules } from './porting-rules.ts';

/**
 * The earliest desired date and what is wrong with the asked one: a working day, ten or more working days ahead (F19),
 * at most 120 days ahead (assumption). Each entry carries the next good day.
 */
export const judgeDate = (
  asked: LocalDate,
  earliest: LocalDate,
  pointer: string,
  { now, calendar }: Pick<Facts, 'now' | 'calendar'>,
): readonly ProblemEntry[] => {
  const latest = addDays(localDateOf(now), currentRules.maxLeadDays);
  const closed = calendar.whyClosed(asked);
  const next = calendar.firstWorkingDayFrom(compareDates(asked, earliest) < 0 ? earliest : asked);
  const codes = [
    ...(compareDates(asked, earliest) < 0 ? (['date.too_early'] as const) : []),
    ...(closed === undefined ? [] : (['date.not_a_working_day'] as const)),
    ...(compareDates(asked, latest) > 0 ? (['date.too_far'] as const) : []),
  ];
  return codes.map((code) => ({
    code,
    pointer,
    parameters: {
      earliestDate: earliest,
      latestDate: latest,
      ...(compareDates(next, latest) <= 0 ? { nextWorkingDay: next } : {}),
    },
    members: {
      earliestDate: earliest,
      nextWorkingDay: compareDates(next, latest) <= 0 ? next : null,
      holiday: closed?.why === 'holiday' ? (closed.name ?? null) : null,
    },
  }));
};
