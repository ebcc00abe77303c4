import type { MailQueue } from '../correspondence/mail-job.ts';
import { mailsCausedBy } from '../correspondence/occasions.ts';
import { isErasure } from '../erasure/erase.ts';
import type { Erasures } from '../erasure/erasures.ts';
import type { Publications } from '../events/publications.ts';
import { type CarrierReports, reportsCausedBy } from '../operator/carrier-report.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Lifecycle, Waits } from './lifecycle.ts';
import type { Outbox } from './outbox.ts';

/** What a history entry may lead to. */
export type FollowUpDeps = {
  readonly lifecycle: Lifecycle;
  readonly waits: Waits;
  readonly mailQueue: MailQueue;
  readonly outbox: Outbox;
  readonly erasures: Erasures;
  readonly carrierReports: CarrierReports;
  readonly publications: Publications;
  /** Whose request it is. */
  readonly requests: Pick<PortRequests, 'find'>;
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
const wake = async ({ lifecycle, waits }: FollowUpDeps, entry: HistoryEntry, attempt: number) => {
  const wait = await waits.find(entry.portRequestId, attempt);
  if (wait !== undefined && entry.sequence > wait.seenVersion) await lifecycle.wake(wait.token);
};

const publish = async ({ requests, publications }: FollowUpDeps, entry: HistoryEntry): Promise<void> => {
  const { portRequestId, sequence } = entry;
  const request = await requests.find(portRequestId);
  if (request === undefined) throw new Error(`No port request ${portRequestId}`);
  await publications.put({ tenant: request.tenant, portRequestId, sequence });
};

/**
 * Does everything that follows from a history entry: the start of the machine, its wake-up, the mails, the
 * events that others are told of. Says last that it
 * is done, so whoever dies on the way leaves the entry to the next; all of it may happen twice.
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
  await publish(deps, entry);
  await deps.outbox.handled(entry);
};
