import type { MailQueue } from '../correspondence/mail-job.ts';
import { mailsCausedBy } from '../correspondence/occasions.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { historyEntrySchema } from '../port-request/history-schema.ts';
import type { Log } from '../runtime/log.ts';
import { stream } from '../runtime/work.ts';
import type { Lifecycle, Waits } from './lifecycle.ts';

/** What a history entry may lead to. */
export type RelayDeps = {
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  readonly waits: Waits;
  readonly mailQueue: MailQueue;
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
const wake = async ({ lifecycle, waits }: RelayDeps, entry: HistoryEntry, attempt: number): Promise<void> => {
  const wait = await waits.find(entry.portRequestId, attempt);
  if (wait !== undefined && entry.sequence > wait.seenVersion) await lifecycle.wake(wait.token);
};

/**
 * Everything that follows from a history entry, and the only place it follows from: the start of the machine, its
 * wake-up, the mails. The entry is the outbox: it was written with the change, so nothing that follows can be lost, and
 * everything here may happen twice.
 */
export const newHandler = (deps: () => RelayDeps) =>
  stream({ name: 'relay', entry: historyEntrySchema }, deps, async (real, entry) => {
    const { attempt, portRequestId } = entry;
    if (attempt !== null) {
      if (entry.type === 'port_request.submitted')
        await real.lifecycle.start({ portRequestId, attempt, run: 1 });
      // An attempt that was closed to open the next one is woken too: its machine has to end.
      for (const concerned of attempt > 1 ? [attempt - 1, attempt] : [attempt])
        await wake(real, entry, concerned);
    }
    await putMails(real.mailQueue, entry);
  });
