import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dynamoBusinessClock } from '../../functions/aws/dynamo-business-clock.ts';
import { dynamoOutbox } from '../../functions/aws/dynamo-outbox.ts';
import { maxTries } from '../../functions/aws/dynamo-pause.ts';
import { dynamoPortRequests } from '../../functions/aws/dynamo-port-requests.ts';
import { erasedContent, erasedText } from '../../functions/erasure/erase.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import type { PortRequestFilter } from '../../functions/port-request/port-requests.ts';
import { type Recording, record, startRecording } from '../../functions/port-request/recording.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { describeOnDynamodb } from '../support/dynamodb-local.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  created,
  desk,
  factsAt,
  recordingOf,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';
import { beforeItemsAreRead, type Call, intercept, readOneAtATime, takeOneAtATime } from './dynamo-faults.ts';

const now = '2026-03-30T08:00:00Z';
const wallClock = () => Temporal.Instant.from(now);

const everything: PortRequestFilter = {
  tenant: undefined,
  statuses: [],
  number: undefined,
  customerReference: undefined,
  updatedAfter: undefined,
};

const draft = (number: string, customerReference: string | null) =>
  recordingOf(
    created({
      content: aContent({
        numbers: [readNumberItem(number)],
        mainNumber: null,
        contract: null,
        customerReference,
      }),
      submit: false,
    }),
  );

/** A note of a reseller: it waits for the desk. */
const noted = (recording: Recording, text: string): Recording =>
  record(recording, factsAt(now), {
    type: 'port_request.noted',
    actor: reseller,
    data: { visibility: 'shared' },
    enclosure: { kind: 'note', visibility: 'shared', text },
    request: recording.after,
  });

/** How many items a call asks for by their keys. */
const keyCount = ({ input }: Call): number =>
  'RequestItems' in input
    ? Object.values(input.RequestItems ?? {}).flatMap((each) => ('Keys' in each ? (each.Keys ?? []) : []))
        .length
    : 0;

describeOnDynamodb((fresh) => {
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

  test('a list finds what is far down and rare, and pages longer than one read of many items', async () => {
    let queries = 0;
    const { requests } = await begin(({ command }) => {
      if (command === 'QueryCommand') queries += 1;
      return undefined;
    });
    const rare = draft('025805999', 'RARE');
    const recordings = [
      rare,
      ...Array.from({ length: 205 }, (_, index) => draft(`025805${100 + index}`, null)),
    ];
    await Promise.all(recordings.map((recording) => requests.commit(recording)));
    const newestFirst = recordings.map(({ after }) => after.id).toReversed();
    const idsOf = async (filter: Partial<PortRequestFilter>, limit: number) =>
      (await requests.list({ ...everything, ...filter }, { limit, after: undefined })).map(({ id }) => id);
    expect(await idsOf({}, 101)).toEqual(newestFirst.slice(0, 101));
    expect(await idsOf({ tenant: 'acme' }, 300)).toEqual(newestFirst);
    queries = 0;
    expect(await idsOf({ customerReference: 'RARE' }, 10)).toEqual([rare.after.id]);
    expect(queries).toBe(1);
    expect(await idsOf({ number: readNumberItem({ start: '025805000', size: 1000 }) }, 300)).toEqual(
      newestFirst,
    );
  });

  test('a list by number reads as much for a number that another tenant ports as for one that nobody does', async () => {
    const commands: (string | undefined)[] = [];
    const { requests } = await begin(({ command }) => {
      commands.push(command);
      return undefined;
    });
    const recording = draft('025805100', null);
    await requests.commit(recording);
    const listOf = async (tenant: string, number: string) => {
      commands.length = 0;
      const filter = { ...everything, tenant, number: readNumberItem(number) };
      const found = await requests.list(filter, { limit: 25, after: undefined });
      return { ids: found.map(({ id }) => id), commands: [...commands] };
    };
    expect((await listOf(recording.after.tenant, '025805100')).ids).toEqual([recording.after.id]);
    const foreign = await listOf('another', '025805100');
    expect(foreign).toEqual({ ids: [], commands: ['QueryCommand'] });
    expect(await listOf('another', '025899100')).toEqual(foreign);
  });

  test('a filtered list reads no more requests than it gives, however many match', async () => {
    const calls: Call[] = [];
    const { requests } = await begin((call) => {
      calls.push(call);
      return undefined;
    });
    const recordings = Array.from({ length: 12 }, (_, index) => draft(`025805${100 + index}`, 'OFTEN'));
    for (const recording of recordings) await requests.commit(recording);
    calls.length = 0;
    const often = { ...everything, customerReference: 'OFTEN' };
    const listed = await requests.list(often, { limit: 5, after: undefined });
    expect(listed).toEqual(
      recordings
        .map(({ after }) => after)
        .toReversed()
        .slice(0, 5),
    );
    expect(calls.map((call) => [call.command, keyCount(call)])).toEqual([
      ['QueryCommand', 0],
      ['BatchGetItemCommand', 5],
    ]);
  });

  describe('a table that gives a part at a time', () => {
    test('gives a whole history, and whole lists', async () => {
      const { requests } = await begin(({ command, input }) =>
        command === 'QueryCommand' ? { ...input, Limit: 2 } : undefined,
      );
      const recordings = recordingsInto('completed');
      for (const recording of recordings) await requests.commit(recording);
      const others = ['025806070', '025806071', '025806072', '025806073'].map((each) => draft(each, null));
      for (const recording of others) await requests.commit(recording);
      const id = recordings[0]?.after.id ?? '';
      expect(await requests.history(id)).toEqual(recordings.flatMap(({ entries }) => entries));
      expect(await requests.list(everything, { limit: 10, after: undefined })).toHaveLength(5);
      const drafts = await requests.list(
        { ...everything, statuses: ['draft'] },
        { limit: 3, after: undefined },
      );
      expect(drafts).toEqual(
        others
          .map(({ after }) => after)
          .toReversed()
          .slice(0, 3),
      );
      const number = readNumberItem({ start: '025806070', size: 10 });
      expect(await requests.list({ ...everything, number }, { limit: 10, after: undefined })).toHaveLength(4);
    });

    test('is asked again for keys that it did not read, as long as it reads some', async () => {
      const { client, records, requests, pauses } = await begin();
      readOneAtATime(client, records);
      const recordings = ['025806070', '025806071', '025806072'].map((each) => draft(each, null));
      for (const recording of recordings) await requests.commit(recording);
      const listed = await requests.list(everything, { limit: 10, after: undefined });
      expect(listed).toEqual(recordings.map(({ after }) => after).toReversed());
      expect(pauses).toEqual([]);
    });
  });

  test.each([
    ['reads', 'BatchGetItemCommand'],
    ['takes', 'BatchWriteItemCommand'],
  ] as const)('a table that %s nothing is unavailable, after some tries', async (_, command) => {
    const { client, records, requests, pauses } = await begin();
    const recording = recordingOf(created());
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context['commandName'] !== command || !('RequestItems' in args.input)) return next(args);
        const { RequestItems } = args.input;
        const output =
          command === 'BatchGetItemCommand'
            ? { Responses: { [records]: [] }, UnprocessedKeys: RequestItems }
            : { UnprocessedItems: RequestItems };
        return { output: { ...output, $metadata: {} }, response: undefined };
      },
      { step: 'initialize', priority: 'low' },
    );
    await expect(requests.commit(recording)).rejects.toThrow(UnavailableError);
    expect(pauses).toHaveLength(maxTries - 1);
    expect(await requests.find(recording.after.id)).toBeUndefined();
  });

  test('a table that takes a part at a time takes a whole erasure', async () => {
    const { client, requests, pauses } = await begin();
    const recordings = recordingsInto('submitted');
    for (const recording of recordings) await requests.commit(recording);
    const last = recordings.at(-1);
    if (last === undefined) throw new Error('A request was submitted');
    const texts = ['Of Marie.', 'Of Luc.', 'Of Zoë.'];
    await requests.commit(texts.reduce(noted, startRecording(last.after)));
    const calls = takeOneAtATime(client);
    await requests.eraseBeside(last.after.id);
    expect(calls()).toBe(1 + texts.length);
    // It took one each time: the pauses stay the shortest.
    expect(pauses).toEqual([1, 1, 1]);
    const left = await requests.enclosures(last.after.id);
    expect(left.map((enclosure) => enclosure.kind === 'note' && enclosure.text)).toEqual(
      texts.map(() => erasedText),
    );
    expect(await requests.attemptContent(last.after.id, 1)).toEqual(erasedContent(last.after.content));
    await requests.eraseBeside(last.after.id);
    expect(calls()).toBe(1 + texts.length);
  });

  describe('an index that lags behind', () => {
    test('gives no task that the desk has dealt with meanwhile', async () => {
      const store = await begin();
      const writer = dynamoPortRequests({ ...store, client: (await fresh()).client, wallClock });
      const recordings = recordingsInto('submitted');
      for (const recording of recordings) await writer.commit(recording);
      const last = recordings.at(-1);
      if (last === undefined) throw new Error('A request was submitted');
      const waiting = noted(noted(startRecording(last.after), 'One.'), 'Two.');
      await writer.commit(waiting);
      const [first, second] = waiting.after.deskTasks;
      const done = record(startRecording(waiting.after), factsAt(now), {
        type: 'port_request.noted',
        actor: desk,
        request: { ...waiting.after, deskTasks: waiting.after.deskTasks.slice(1) },
      });
      const page = { limit: 10, after: undefined };
      expect(await writer.deskQueue(page)).toEqual(
        [first, second].map((task) => ({ ...task, portRequestId: last.after.id })),
      );
      let isDone = false;
      beforeItemsAreRead(store.client, async () => {
        if (!isDone) await writer.commit(done);
        isDone = true;
      });
      expect(await store.requests.deskQueue(page)).toEqual([{ ...second, portRequestId: last.after.id }]);
    });

    test('lists no request that no longer matches', async () => {
      const store = await begin();
      const writer = dynamoPortRequests({ ...store, client: (await fresh()).client, wallClock });
      const recordings = recordingsInto('cancelled');
      const last = recordings.at(-1);
      for (const recording of recordings.slice(0, -1)) await writer.commit(recording);
      if (last === undefined) throw new Error('A request was cancelled');
      beforeItemsAreRead(store.client, () => writer.commit(last));
      const submitted = { ...everything, statuses: ['submitted'] } as const;
      expect(await store.requests.list(submitted, { limit: 10, after: undefined })).toEqual([]);
    });

    test('gives no entry of the outbox that was handled meanwhile', async () => {
      const store = await begin();
      const { client, records } = store;
      const others = dynamoOutbox({ client: (await fresh()).client, table: records });
      const [recording] = recordingsInto('submitted');
      const [entry] = recording?.entries ?? [];
      if (recording === undefined || entry === undefined) throw new Error('A request was created');
      await store.requests.commit(recording);
      const far = Temporal.Instant.from('2030-01-01T00:00:00Z');
      expect(await others.unhandled(far, 10)).toEqual([entry]);
      beforeItemsAreRead(client, () => others.handled(entry));
      expect(await dynamoOutbox({ client, table: records }).unhandled(far, 10)).toEqual([]);
    });
  });

  test('nothing is due before the place where a page ended', async () => {
    const { requests } = await begin();
    for (const recording of recordingsInto('approved')) await requests.commit(recording);
    const until = Temporal.Instant.from('2026-04-14T07:00:00Z');
    const after = { dueAt: '2026-04-15T07:00:00Z', id: 'prt_1' };
    expect(await requests.due(until, { limit: 10, after: undefined })).toHaveLength(1);
    expect(await requests.due(until, { limit: 10, after })).toEqual([]);
  });

  test('the business clock stands nowhere until it is moved, then where it was moved to', async () => {
    const { client, records } = await fresh();
    const clock = dynamoBusinessClock({ client, table: records });
    expect(await clock.read()).toBeUndefined();
    await clock.moveTo(Temporal.Instant.from('2026-04-14T07:00:00.7Z'));
    expect((await clock.read())?.toString()).toBe('2026-04-14T07:00:00Z');
    await clock.moveTo(Temporal.Instant.from('2026-04-01T07:00:00Z'));
    expect((await clock.read())?.toString()).toBe('2026-04-01T07:00:00Z');
  });
});
