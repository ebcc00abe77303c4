import { alarms } from '../alarms.ts';

/** Thrown where a dashboard names an alarm that there is not. */
class UnknownAlarmError extends Error {
  override readonly name = 'UnknownAlarmError';
}

/**
 * Where the runbook says what to do about an alarm, in words that stand in a text.
 * @throws UnknownAlarmError when there is no alarm of that id.
 */
export const headingOf = (id: string): string => {
  const alarm = alarms.find((candidate) => candidate.id === id);
  if (alarm === undefined) throw new UnknownAlarmError(`There is no alarm ${id}`);
  return `docs/runbook.md, “${alarm.title}”`;
};
