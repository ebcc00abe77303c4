import { createInMemoryFeed, type SavedFeed } from './in-memory-event-feed.ts';
import { createKeptMailLedger, type SavedLine } from './in-memory-mail-ledger.ts';
import { createInMemoryRecords, type SavedRecords } from './in-memory-port-requests.ts';
import { createInMemoryStanding } from './in-memory-standing.ts';
import { createInMemoryStartTokens, type SavedStartToken } from './in-memory-start-tokens.ts';
import { createInMemoryWaits } from './in-memory-waits.ts';
import type { OpenStores } from './stores.ts';

/** The stores as data. No waits: they are the machine's, which is not kept, and a new run of it begins its own. */
export type SavedStores = {
  readonly records: SavedRecords;
  readonly mailLedger: readonly SavedLine[];
  readonly startTokens: readonly SavedStartToken[];
  readonly feed: SavedFeed;
};

/** Stores in memory: empty, or as they were saved. */
export const inMemoryStores =
  (saved?: SavedStores): OpenStores =>
  async (now, onEntry) => {
    const records = createInMemoryRecords(now, onEntry, saved?.records);
    const mailLedger = createKeptMailLedger(saved?.mailLedger);
    const startTokens = createInMemoryStartTokens(saved?.startTokens);
    const { feed, endpoints, deliveries, ...kept } = createInMemoryFeed(records.answers, saved?.feed);
    const waits = createInMemoryWaits();
    return {
      records,
      waits,
      standing: createInMemoryStanding({ records, waits, mailLedger, feed }),
      mailLedger,
      startTokens,
      feed,
      endpoints,
      deliveries,
      save: () => ({
        records: records.save(),
        mailLedger: mailLedger.save(),
        startTokens: startTokens.save(),
        feed: kept.save(),
      }),
    };
  };
