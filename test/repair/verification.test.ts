import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { isWhole, verify } from '../../functions/repair/verification.ts';
import { recordingsInto } from '../support/port-request-life.ts';

const recordings = recordingsInto('approved');
const history = recordings.flatMap(({ entries }) => entries);
const [first, second, third, fourth] = history;
const request = recordings.at(-1)?.after;

const checked = (entries: readonly (HistoryEntry | undefined)[], changes: Partial<PortRequest> = {}) => {
  if (request === undefined) throw new Error('No request');
  const found = entries.filter((entry) => entry !== undefined);
  const verification = verify({ ...request, ...changes }, found);
  const { firstBrokenSequence, disagreements } = verification;
  return isWhole(verification) ? 'whole' : `${firstBrokenSequence} ${disagreements.join(' ')}`.trimEnd();
};

describe('Checking a history', () => {
  test('finds one whole that is', () => {
    expect(checked(history)).toBe('whole');
  });

  test.each([
    [
      'an entry that was changed',
      [first, second, third && { ...third, occurredAt: '2026-03-30T08:00:06Z' }, fourth],
      {},
      '3',
    ],
    ['an entry that is missing', [first, second, fourth], {}, '3'],
    ['a newest entry that is missing', [first, second, third], {}, 'null version last_hash status'],
    ['a history that is gone', [], {}, 'null version last_hash status attempt'],
    ['a record with another version', history, { version: 5 }, 'null version'],
    ['a record with another status', history, { status: 'cancelled' as const }, 'null status'],
    ['a record without its attempts', history, { attempts: [] }, 'null attempt'],
    ['a record of another history', history, { lastHash: 'f'.repeat(64) }, 'null last_hash'],
  ])('finds %s', (_, entries, changes, expected) => {
    expect(checked(entries, changes)).toBe(expected);
  });
});
