import { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';
import { type ClosedDays, type WorkingCalendar, workingCalendar } from '../calendar/working-calendar.ts';
import { measured } from '../metrics/metrics.ts';
import { windowOfAttempt } from '../port-request/deadlines.ts';
import { dueNow } from '../port-request/due.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { DuePosition, PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import type { DueQueue } from '../window/due-queue.ts';
import { patience } from './findings.ts';
import { longestMendingMinutes, type Mending } from './mending.edge.ts';
import type { StandingRequest } from './standing.ts';

/** What finding and queueing due work needs. */
export type DueDeps = Telemetry & {
  readonly now: Now;
  readonly closedDays: () => Promise<ClosedDays>;
  readonly requests: Pick<PortRequests, 'find' | 'due'>;
  readonly dueQueue: DueQueue;
};

const pageSize = 100;

const readAll = async (
  requests: Pick<PortRequests, 'find'>,
  ids: readonly string[],
): Promise<readonly PortRequest[]> =>
  (await Promise.all(ids.map((id) => requests.find(id)))).filter((request) => request !== undefined);

const isClosedWindow = (
  request: PortRequest,
  opened: Temporal.Instant,
  calendar: WorkingCalendar,
): boolean => {
  const attempt = currentAttempt(request);
  const window = attempt && windowOfAttempt(attempt, calendar);
  return (
    request.status === 'approved' &&
    window !== undefined &&
    Temporal.Instant.compare(window.opensAt, opened) <= 0
  );
};

/** Counts the windows that should have opened and did not. A closed day that was added since may have moved them. */
export const countClosedWindows = async (
  { metrics, now, requests, closedDays }: DueDeps,
  suspects: readonly StandingRequest[],
): Promise<void> => {
  const opened = now().subtract({ minutes: patience.windowMinutes });
  let closed = 0;
  for (let start = 0; start < suspects.length; start += pageSize) {
    const calendar = workingCalendar(await closedDays());
    const ids = suspects.slice(start, start + pageSize).map(({ id }) => id);
    const read = await readAll(requests, ids);
    closed += read.filter((request) => isClosedWindow(request, opened, calendar)).length;
  }
  metrics.put([measured('WindowsNotOpened', {}, closed)]);
};

/** Queues what has been due for minutes and nobody did; what a closed day has moved since it was written down is not due. */
export const mendDue = async (
  { now, requests, closedDays, dueQueue }: DueDeps,
  mending: Mending,
): Promise<void> => {
  const until = now().subtract({ minutes: patience.dueMinutes });
  for (let after: DuePosition | undefined; !mending.isOver(longestMendingMinutes); ) {
    const page = await requests.due(until, { limit: pageSize, after });
    const read = await readAll(
      requests,
      page.map(({ id }) => id),
    );
    const calendar = page.length === 0 ? undefined : workingCalendar(await closedDays());
    const due = read.filter((request) => calendar && dueNow(request, until, calendar) !== undefined);
    for (const { id: portRequestId } of due)
      await mending.mend('due_work_queued', { portRequestId }, async () => {
        await dueQueue.put([portRequestId]);
        return 1;
      });
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
};
