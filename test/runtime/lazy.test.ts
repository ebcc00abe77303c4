import { describe, expect, test } from 'vitest';
import { lazy } from '../../functions/runtime/lazy.ts';

describe('A lazy value', () => {
  test('is made on first use, once, also when it is undefined', () => {
    let made = 0;
    const value = lazy(() => {
      made += 1;
      return undefined;
    });
    expect(made).toBe(0);
    expect([value(), value(), made]).toEqual([undefined, undefined, 1]);
  });

  test('that could not be made is tried again', () => {
    let tries = 0;
    const value = lazy(() => {
      tries += 1;
      if (tries === 1) throw new Error('Not yet');
      return tries;
    });
    expect(value).toThrow('Not yet');
    expect(value()).toBe(2);
  });
});
