import type { Wait } from '../../functions/lifecycle/lifecycle.ts';

/** A wait that began on 30 March 2026 at 10:00 in Brussels. */
export const aWait = (overrides: Partial<Wait> = {}): Wait => ({
  token: 'token',
  seenVersion: 3,
  waitingSince: '2026-03-30T08:00:00.000Z',
  tries: 0,
  ...overrides,
});
