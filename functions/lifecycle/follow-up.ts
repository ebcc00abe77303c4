import type { MailQueue } from '../correspondence/mail-job.ts';
import { mailsCausedBy } from '../correspondence/occasions.ts';
import { isErasure } from '../erasure/erase.ts';
import type { Erasures } from '../erasure/erasures.ts';
import type { Publications } from '../events/publications.ts';
import { measurementsOf } from '../metrics/measured-history.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { type CarrierReports, reportsCausedBy } from '../operator/carrier-report.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Lifecycle, Waits } from './lifecycle.ts';
import { measuredRequest } from './measured-request.ts';
import type { Outbox } from './outbox.ts';
import { wakeUp } from './wake-up.ts';

/** What a history entry may lead to. */
export type FollowUpDeps = {
  readonly lifecycle: Pick<Lifecycle, 'start' | 'wake'>;
  readonly waits: Waits;
  readonly mailQueue: MailQueue;
  readonly outbox: Outbox;
  readonly erasures: Erasures;
  readonly carrierReports: CarrierReports;
  readonly publications: Publications;
  /** Whose request it is, and what its attempts were submitted with. */
  readonly requests: Pick<PortRequests, 'find' | 'attemptContent'>;
  readonly metrics: Metrics;
};

const putMails = (mailQueue: MailQueue, entry: HistoryEntry): Promise<void> =>
  mailQueue.put(
    mailsCausedBy(entry).map((planned) => ({
      ...planned,
      portRequestId: entry.portRequestId,
      sequence: entry.sequence,
    })),
  );

/** Ends the attempt's wait, unless the machine had seen this entry before it began to wait. */
const wake = async (deps: FollowUpDeps, entry: HistoryEntry, attempt: number) => {
  const wait = await deps.waits.find(entry.portRequestId, attempt);
  if (wait !== undefined && entry.sequence > wait.seenVersion) await wakeUp(deps, wait.token);
};

const requestOf = async (
  { requests }: FollowUpDeps,
  { portRequestId }: HistoryEntry,
): Promise<PortRequest> => {
  const request = await requests.find(portRequestId);
  if (request === undefined) throw new Error(`No port request ${portRequestId}`);
  return request;
};

/**
 * Does everything that follows from a history entry: the start of the machine, its wake-up, the mails, the
 * events that others are told of. Says last that it
 * is done, so whoever dies on the way leaves the entry to the next; all of it may happen twice. Save the counting: whoever says
 * first that it is done counts the entry, after saying so. Who dies in between loses a count, and none is ever doubled.
 */
export const followUp = async (deps: FollowUpDeps, entry: HistoryEntry): Promise<void> => {
  const { attempt, portRequestId } = entry;
  if (attempt !== null) {
    if (entry.type === 'port_request.submitted')
      await deps.lifecycle.start({ portRequestId, attempt, run: 1 });
    // An attempt that was closed to open the next one is woken too: its machine has to end.
    for (const concerned of attempt > 1 ? [attempt - 1, attempt] : [attempt])
      await wake(deps, entry, concerned);
  }
  if (isErasure(entry)) await deps.erasures.put(portRequestId);
  await deps.carrierReports.put(reportsCausedBy(entry));
  await putMails(deps.mailQueue, entry);
  const request = await requestOf(deps, entry);
  await deps.publications.put({ tenant: request.tenant, portRequestId, sequence: entry.sequence });
  // Before it is said that all is done: after that nothing may fail any more.
  const measurements = measurementsOf(entry, await measuredRequest(deps.requests, request, entry));
  if (await deps.outbox.handled(entry)) deps.metrics.put(measurements);
};
