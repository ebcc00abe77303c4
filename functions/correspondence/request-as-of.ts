import type { HistoryEntry } from '../port-request/history.ts';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';

/** An attempt with the start that was under way when the entry was written, though it was rolled back since. */
const withItsStart = (attempt: Attempt, entry: HistoryEntry): Attempt => {
  if (entry.status !== 'in_progress') return attempt;
  // A start at the very instant of an earlier one's end is another start.
  const isItsStart = ({ startedAt, failedAt }: Attempt['failedStarts'][number]) =>
    entry.type === 'port_request.started'
      ? startedAt === entry.occurredAt
      : startedAt <= entry.occurredAt && entry.occurredAt <= failedAt;
  const start = attempt.failedStarts.findLast(isItsStart);
  return start === undefined ? attempt : { ...attempt, startedAt: start.startedAt };
};

/**
 * The request as the entry left it, as far as its status, attempts and start go: a late mail speaks of its own attempt,
 * and of its own start. Everything else is as it stands.
 */
export const requestAsOf = (request: PortRequest, entry: HistoryEntry): PortRequest => ({
  ...request,
  status: entry.status,
  attempts: request.attempts
    .slice(0, entry.attempt ?? 0)
    .map((attempt) => (attempt.number === entry.attempt ? withItsStart(attempt, entry) : attempt)),
});
