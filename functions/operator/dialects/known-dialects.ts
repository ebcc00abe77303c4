import { colt } from './colt.ts';
import type { Dialect } from './dialect.ts';

/** The operators with a dialect, by their id in the path of their events. A Map: an id comes from a caller, and `constructor` must find nobody. */
export const knownDialects: ReadonlyMap<string, Dialect> = new Map([['colt', colt]]);

/** How an operator speaks; undefined for one that has our events and codes only. */
export const dialectOf = (operatorId: string): Dialect | undefined => knownDialects.get(operatorId);
