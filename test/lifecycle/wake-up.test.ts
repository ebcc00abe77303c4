import { describe, expect, test } from 'vitest';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { interleavingsOf, runInterleaved, type Turn } from './interleavings.ts';
import { describeWakeUps } from './wake-up-contract.ts';

describeWakeUps('in memory', async (now) => {
  const requests = createInMemoryRecords(now, () => {});
  return { requests, waits: createInMemoryWaits(), outbox: requests.outbox };
});

describe('the order of steps', () => {
  test('is every one that keeps the steps of each lane in order', () => {
    expect(interleavingsOf([2, 1])).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]);
    expect(interleavingsOf([4, 2, 2])).toHaveLength(420);
  });

  test('is the one in which the lanes are let on', async () => {
    const done: string[] = [];
    const lane = (name: string) => async (turn: Turn) => {
      await turn();
      done.push(`${name}1`);
      await Promise.resolve();
      await turn();
      done.push(`${name}2`);
    };
    await runInterleaved([1, 0, 0, 1], [lane('a'), lane('b')]);
    expect(done).toEqual(['b1', 'a1', 'a2', 'b2']);
  });
});
