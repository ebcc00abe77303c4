import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInMemoryFeed } from '../../sandbox/in-memory-event-feed.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { type FeedUnderTest, standingAt } from './event-feed-contract.ts';
import { workAtOnce, workers, writeAtOnce, writersOf } from './feed-concurrency-contract.ts';

/** The same port, each call of which waits for its turn. */
const inTurn = <Port extends object>(port: Port, turn: () => Promise<unknown>): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      return typeof member !== 'function'
        ? member
        : async (...given: readonly unknown[]): Promise<unknown> => {
            await turn();
            return Reflect.apply(member, target, given);
          };
    },
  });

/** A feed in memory whose callers take turns in an order that a property chooses. */
const scheduledFeed = (scheduler: fc.Scheduler): FeedUnderTest => {
  const { answers } = createInMemoryRecords(
    () => standingAt,
    () => {},
  );
  const { feed, endpoints, deliveries } = createInMemoryFeed(answers);
  const turn = () => scheduler.schedule(Promise.resolve());
  return {
    feed: inTurn(feed, turn),
    endpoints: inTurn(endpoints, turn),
    deliveries: inTurn(deliveries, turn),
    answers,
  };
};

describe('In any order of their calls', () => {
  test('writers of one feed leave no gap and lose nothing, and readers miss nothing', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), writersOf({ requests: 4, entries: 10 }), (scheduler, plan) =>
        scheduler.waitFor(writeAtOnce(scheduledFeed(scheduler), plan)),
      ),
      { numRuns: 40 },
    );
  });

  test('workers of one lane never have it together, and lose nothing that is put into it', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), workers, (scheduler, plan) =>
        scheduler.waitFor(workAtOnce(scheduledFeed(scheduler), plan)),
      ),
      { numRuns: 100 },
    );
  });
});
