import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { newIds } from '../../functions/runtime/new-id.ts';

describe('New ids', () => {
  test('are unique and sort by the time they were made, also many of one second', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 2, maxLength: 200 }), (steps) => {
        let now = Temporal.Instant.from('2026-03-30T08:00:00Z');
        const newId = newIds(() => now);
        const ids = steps.map((seconds) => {
          now = now.add({ seconds });
          return newId('prt');
        });
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('say what they name and nothing that a caller could read more out of', () => {
    const newId = newIds(() => Temporal.Instant.from('2026-03-30T08:00:00Z'));
    expect(newId('prt')).toMatch(/^prt_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(newId('evt')).toMatch(/^evt_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  test('of two makers in one second differ', () => {
    const now = () => Temporal.Instant.from('2026-03-30T08:00:00Z');
    expect(newIds(now)('prt')).not.toBe(newIds(now)('prt'));
  });
});
