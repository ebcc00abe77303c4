import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import { record, startRecording } from '../../functions/port-request/recording.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { desk, factsAt, recordingsInto } from '../support/port-request-life.ts';
import { describeKeptBeside } from './kept-beside-contract.ts';
import { describePortRequests, type MakeRecords } from './port-requests-contract.ts';

const makeRecords: MakeRecords = async (now) => {
  const requests = createInMemoryRecords(now, () => {});
  return { requests, answers: requests.answers };
};

describePortRequests('in memory', makeRecords);
describeKeptBeside('in memory', makeRecords);

describe('the records in memory', () => {
  const recordings = recordingsInto('completed');
  const id = recordings[0]?.after.id ?? '';

  const filled = async () => {
    const told: HistoryEntry[] = [];
    const records = createInMemoryRecords(
      () => factsAt('2026-04-14T08:42:00Z').now,
      (entry) => told.push(entry),
    );
    for (const recording of recordings) await records.commit(recording);
    return { records, told };
  };

  test('tell of each entry as it is written, in order', async () => {
    const { records, told } = await filled();
    expect(told).toEqual(await records.history(id));
  });

  test('tell of nothing that was not written', async () => {
    const { records, told } = await filled();
    const before = told.length;
    for (const recording of recordings) expect((await records.commit(recording)).kind).not.toBe('committed');
    expect(told).toHaveLength(before);
  });

  test('show a broken chain at the entry that was tampered with', async () => {
    const { records } = await filled();
    records.tamper(id, 4, { occurredAt: '2026-04-01T00:00:00Z' });
    expect(firstBrokenSequence(await records.history(id))).toBe(4);
  });

  test('refuse what one transaction of DynamoDB would not take', async () => {
    const { records } = await filled();
    const request = await records.find(id);
    if (request === undefined) throw new Error('The request is gone');
    const facts = factsAt('2026-04-14T09:00:00Z');
    const withEntries = (count: number) => {
      let recording = startRecording(request);
      for (let made = 0; made < count; made += 1)
        recording = record(recording, facts, {
          type: 'port_request.noted',
          actor: desk,
          data: { code: 'trial' },
          request: recording.after,
        });
      return recording;
    };

    await expect(records.commit(withEntries(100))).rejects.toThrow(RangeError);
    expect(await records.commit(withEntries(99))).toEqual({ kind: 'committed' });
  });

  test('give out no list that a caller could change', async () => {
    const { records } = await filled();
    const given = [...(await records.history(id))];
    given.pop();
    expect(await records.history(id)).toHaveLength(given.length + 1);
  });
});
