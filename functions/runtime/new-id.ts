import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Now } from '../calendar/clock.ts';

const randomUnit = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;

/** Ids that sort by the time they were made, also several of one second: ULIDs behind the kind's prefix. */
export const newIds = (now: Now): ((prefix: string) => string) => {
  const next = monotonicFactory(randomUnit);
  return (prefix) => `${prefix}_${next(now().epochMilliseconds)}`;
};
