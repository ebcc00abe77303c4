import { GetItemCommand, ScanCommand, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { maxTries } from '../../functions/aws/dynamo-pause.ts';
import { dynamoPortRequests } from '../../functions/aws/dynamo-port-requests.ts';
import { dynamoRememberedAnswers } from '../../functions/aws/dynamo-remembered-answers.ts';
import { openIncident } from '../../functions/incidents/open-incident.ts';
import { type NumberItem, readNumberItem } from '../../functions/numbers/number-item.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { completed } from '../../functions/port-request/completed.ts';
import { edit } from '../../functions/port-request/edit.ts';
import { type Recording, startRecording } from '../../functions/port-request/recording.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import type { RememberedAnswer } from '../../functions/remembered-answers.ts';
import { correlated } from '../../functions/runtime/correlation.ts';
import { describeOnDynamodb, type FreshTables } from '../support/dynamodb-local.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  caughtUp,
  created,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';
import { type Call, intercept, loseFirstAnswer } from './dynamo-faults.ts';

const wallClock = () => Temporal.Instant.from('2026-03-30T08:00:00Z');

const answer: RememberedAnswer = {
  scope: 'acme POST /v1/port-requests',
  key: 'key-1',
  fingerprint: 'f'.repeat(64),
  status: 201,
  headers: {},
  body: '{}',
  expiresAt: '2026-04-02T08:00:00Z',
};

/** One number in each of forty blocks, as many as a request may have. */
const fortyBlocks = (firstBlock: number): readonly NumberItem[] =>
  Array.from({ length: 40 }, (_, index) => readNumberItem(`02${firstBlock + index}5070`));

const contentFor = (numbers: readonly NumberItem[]) =>
  aContent({ numbers, mainNumber: null, contract: null, desiredDate: null });

const cancelledFor = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describeOnDynamodb((fresh) => {
  /** A store whose pauses are counted and not waited for, and whose calls a test may meddle with. */
  const begin = async (onCall: (call: Call) => Call['input'] | undefined = () => undefined) => {
    const tables = await fresh();
    const pauses: number[] = [];
    intercept(tables.client, onCall);
    const requests = dynamoPortRequests({
      ...tables,
      wallClock,
      pause: async (tries) => {
        pauses.push(tries);
      },
    });
    return { ...tables, requests, pauses };
  };

  const itemCount = async ({ client, records, answers }: FreshTables) => {
    const counts = await Promise.all(
      [records, answers].map((TableName) => client.send(new ScanCommand({ TableName, Select: 'COUNT' }))),
    );
    return counts.reduce((sum, { Count = 0 }) => sum + Count, 0);
  };

  test('the id of the call that wrote an entry stands beside it, and changes neither its text nor its hash', async () => {
    const { client, records, requests } = await begin();
    const recording = recordingOf(created());
    await correlated('call-1', () => requests.commit(recording));
    const { Items = [] } = await client.send(new ScanCommand({ TableName: records }));
    const entries = Items.filter(({ entry }) => entry !== undefined);
    expect(entries).toHaveLength(recording.entries.length);
    expect(entries.map(({ correlationId }) => correlationId?.S)).toEqual(entries.map(() => 'call-1'));
    expect(await requests.history(recording.after.id)).toEqual(recording.entries);
  });

  describe('a transaction that met another', () => {
    test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
      'and was cancelled with %s is tried again',
      async (code) => {
        let failures = 3;
        const store = await begin(({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || failures === 0) return undefined;
          failures -= 1;
          throw cancelledFor(code, 'None');
        });
        expect(await store.requests.commit(recordingOf(created()))).toEqual({ kind: 'committed' });
        expect(store.pauses).toEqual([1, 2, 3]);
      },
    );

    test('again and again is given up, and nothing was written but look-ups', async () => {
      const store = await begin(({ command }) => {
        if (command === 'TransactWriteItemsCommand') throw cancelledFor('None', 'TransactionConflict');
        return undefined;
      });
      const recording = recordingOf(created());
      await expect(store.requests.commit(recording, answer)).rejects.toThrow(UnavailableError);
      expect(store.pauses).toHaveLength(maxTries - 1);
      expect(await itemCount(store)).toBe(1);
      expect(await store.requests.find(recording.after.id)).toBeUndefined();
    });
  });

  describe('a transaction that no second try would cure', () => {
    test.each(['ValidationError', 'ItemCollectionSizeLimitExceeded'])(
      'for its %s is thrown at once, as it is',
      async (code) => {
        const error = cancelledFor('TransactionConflict', code);
        const store = await begin(({ command }) => {
          if (command === 'TransactWriteItemsCommand') throw error;
          return undefined;
        });
        await expect(store.requests.commit(recordingOf(created()))).rejects.toBe(error);
        expect(store.pauses).toEqual([]);
      },
    );

    test('because it would write an entry again is thrown, and changes nothing', async () => {
      const { requests } = await begin();
      const recording = recordingOf(created({ submit: false }));
      await requests.commit(recording);
      const { after, entries } = recording;
      const again = { before: after, after: { ...after, version: 2 }, entries, enclosures: [] };
      await expect(requests.commit(again)).rejects.toThrow(TransactionCanceledException);
      expect(await requests.find(after.id)).toEqual(after);
    });

    test('because it would write an enclosure again is thrown, and changes nothing', async () => {
      const { requests } = await begin();
      const { after, entries } = recordingOf(created({ submit: false }));
      const [entry] = entries;
      if (entry === undefined) throw new Error('A request was created');
      const { sequence, id, occurredAt, actor } = entry;
      const enclosed = (text: string): Recording['enclosures'] => [
        { kind: 'note', visibility: 'shared', text, sequence, id, at: occurredAt, by: actor },
      ];
      await requests.commit({ before: undefined, after, entries, enclosures: enclosed('first') });
      const again: Recording = { before: after, after, entries: [], enclosures: enclosed('second') };
      await expect(requests.commit(again)).rejects.toThrow(TransactionCanceledException);
      expect(await requests.enclosures(after.id)).toEqual(enclosed('first'));
    });

    test('because it would write an attempt’s data again is thrown, and changes nothing', async () => {
      const { requests } = await begin();
      const [draft, submission] = recordingsInto('submitted');
      if (draft === undefined || submission === undefined) throw new Error('Two recordings were made');
      await requests.commit(draft);
      await requests.commit(submission);
      const content = contentFor([readNumberItem('025805079')]);
      const again = {
        before: submission.after,
        after: { ...submission.after, content },
        entries: [],
        enclosures: [],
      };
      const reopened: Recording = { ...again, before: { ...submission.after, attempts: [] } };
      await expect(requests.commit(reopened)).rejects.toThrow(TransactionCanceledException);
      expect(await requests.attemptContent(draft.after.id, 1)).toEqual(submission.after.content);
    });
  });

  test('a transaction whose answer was lost is sent again, written once, and known to be written', async () => {
    const { client, requests } = await begin();
    const timesSent = loseFirstAnswer(client, 'TransactWriteItemsCommand');
    const recording = recordingOf(created());
    expect(await requests.commit(recording, answer)).toEqual({ kind: 'committed' });
    expect(timesSent()).toBe(2);
    expect(await requests.history(recording.after.id)).toEqual(recording.entries);
  });

  test('the largest commit gives up 40 blocks, takes 40 others, and fits one transaction', async () => {
    const sizes: number[] = [];
    const { requests } = await begin(({ input }) => {
      if ('TransactItems' in input) sizes.push(input.TransactItems?.length ?? 0);
      return undefined;
    });
    const old = fortyBlocks(500);
    let request = recordingOf(created()).after;
    for (const recording of recordingsInto('ready_to_start', contentFor(old))) {
      await requests.commit(recording);
      request = recording.after;
    }
    const wanted = fortyBlocks(600);
    const now = instantIn.expired;
    const expired = recordingOf(caughtUp(request, now));
    const edited = recordingOf(edit(expired.after, contentFor(wanted), factsAt(now), reseller));
    const submitted = recordingOf(submit(edited.after, factsAt(now), reseller));
    const all: Recording = {
      before: request,
      after: submitted.after,
      entries: [...expired.entries, ...edited.entries, ...submitted.entries],
      enclosures: [],
    };
    expect(await requests.commit(all, answer)).toEqual({ kind: 'committed' });
    // Request, three entries, the data of the attempt, eighty blocks, the answer.
    expect(sizes.at(-1)).toBe(1 + 3 + 1 + 80 + 1);
    expect(await requests.holdersOf(old)).toEqual([]);
    expect(await requests.holdersOf(wanted)).toHaveLength(40);
  });

  test('the end of a port in 40 blocks fits one transaction, with 24 incidents that waited for it', async () => {
    const sizes: number[] = [];
    const { requests } = await begin(({ input }) => {
      if ('TransactItems' in input) sizes.push(input.TransactItems?.length ?? 0);
      return undefined;
    });
    const recordings = recordingsInto('in_progress', contentFor(fortyBlocks(500)));
    for (const recording of recordings) await requests.commit(recording);
    const started = recordings.at(-1);
    if (started === undefined) throw new Error('A port was started');
    const late = '2026-04-20T08:00:00Z';
    const overdue = recordingOf(caughtUp(started.after, late));
    const reports = Array.from({ length: 23 }).reduce<Recording>(
      (recording) =>
        openIncident(
          recording,
          { kind: 'unreachable', description: 'Nobody answers.', examples: [] },
          factsAt(late),
          reseller,
        ),
      startRecording(overdue.after),
    );
    await requests.commit(overdue);
    await requests.commit(reports);
    const far = { limit: 100, after: undefined };
    expect(await requests.deskQueue(far)).toHaveLength(24);
    const firstNumbers = fortyBlocks(500).map((item) => ('number' in item ? item.number : ''));
    const done = completed(
      startRecording(reports.after),
      {
        completedNumbers: Object.fromEntries(firstNumbers.map((number) => [number, late])),
        at: late,
        enclosure: { kind: 'note', visibility: 'desk', text: 'Done by hand.' },
      },
      factsAt(late),
      reseller,
    );
    expect(await requests.commit(done, answer)).toEqual({ kind: 'committed' });
    // Request, completion and compensation, the incidents, the note, forty blocks, the tasks that go, a new one, the answer.
    expect(sizes.at(-1)).toBe(1 + 2 + 24 + 1 + 40 + 24 + 1 + 1);
    expect((await requests.deskQueue(far)).map(({ what }) => what)).toEqual(['compensation_due']);
  });

  test('a port that goes well writes its request, its entries, locks and frozen data, and nothing beside them', async () => {
    const sizes: number[] = [];
    const { requests } = await begin(({ input }) => {
      if ('TransactItems' in input) sizes.push(input.TransactItems?.length ?? 0);
      return undefined;
    });
    const recordings = recordingsInto('completed', contentFor([readNumberItem('025805070')]));
    for (const recording of recordings) await requests.commit(recording);
    const withLocks: ReadonlySet<number> = new Set([1, recordings.length - 1]);
    expect(sizes).toEqual(
      recordings.map(
        ({ entries }, index) => 1 + entries.length + (withLocks.has(index) ? 1 : 0) + (index === 1 ? 1 : 0),
      ),
    );
  });

  test.each([
    [40, 2],
    [41, 0],
    [3800, 0],
  ])('a draft in %i blocks writes its look-ups in %i calls', async (blockCount, calls) => {
    let written = 0;
    const { requests } = await begin(({ command }) => {
      if (command === 'BatchWriteItemCommand') written += 1;
      return undefined;
    });
    const numbers = Array.from({ length: blockCount }, (_, index) =>
      readNumberItem(`0${22000000 + index * 1000}`),
    );
    expect(
      await requests.commit(recordingOf(created({ content: contentFor(numbers), submit: false }))),
    ).toEqual({
      kind: 'committed',
    });
    expect(written).toBe(calls);
  });

  test('the locks of a block are counted on when the last of them goes, so that nobody takes new ones for old', async () => {
    const { client, records, requests } = await begin();
    const writesOf = async (block: string) => {
      const Key = { pk: { S: `NUMBERS#${block}` }, sk: { S: 'LOCK' } };
      const { Item } = await client.send(
        new GetItemCommand({ TableName: records, Key, ConsistentRead: true }),
      );
      return Item?.['v']?.N;
    };
    const content = contentFor([readNumberItem('025805070')]);
    const { after } = recordingOf(created({ content }));
    await requests.commit({ ...recordingOf(created({ content })), before: undefined });
    expect(await writesOf('3225805')).toBe('1');
    const [held] = await requests.list(
      {
        tenant: undefined,
        statuses: [],
        number: undefined,
        customerReference: undefined,
        updatedAfter: undefined,
      },
      { limit: 1, after: undefined },
    );
    if (held === undefined) throw new Error('A request was made');
    await requests.commit(recordingOf(cancel(held, null, factsAt(instantIn.submitted), reseller)));
    expect(await writesOf('3225805')).toBe('2');
    await requests.commit(recordingOf(created({ content: after.content })));
    expect(await writesOf('3225805')).toBe('3');
  });

  test('an answer carries the second from which it may be deleted', async () => {
    const tables = await fresh();
    const answers = dynamoRememberedAnswers({ ...tables, table: tables.answers, wallClock });
    await answers.keep(answer);
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: tables.answers }));
    expect(Items.map((item) => item['deleteAfter']?.N)).toEqual([
      String(Date.parse(answer.expiresAt) / 1000),
    ]);
  });

  test('calls the table not more often than it must: one write, and reads only where numbers change', async () => {
    const calls: string[] = [];
    const { requests } = await begin(({ command }) => {
      calls.push(command);
      return undefined;
    });
    const perCommit: string[] = [];
    for (const recording of recordingsInto('completed')) {
      calls.length = 0;
      await requests.commit(recording, { ...answer, key: `${recording.after.version}` });
      perCommit.push(calls.map((each) => each.replace(/(Item|Items)?Command$/, '')).join(' '));
    }
    expect(perCommit).toEqual([
      'BatchWrite TransactWrite',
      'BatchGet TransactWrite',
      'TransactWrite',
      'TransactWrite',
      'TransactWrite',
      'TransactWrite',
      'BatchGet TransactWrite',
    ]);
  });
});
