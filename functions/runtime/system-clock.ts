import { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';

/** The machine's clock, in whole seconds. The only place that reads it. */
export const systemClock: Now = () =>
  Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'trunc' });
