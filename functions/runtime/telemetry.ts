import type { Metrics } from '../metrics/metrics.ts';
import type { Log } from './log.ts';

/** Where every function says what it did, and what it counts. */
export type Telemetry = { readonly log: Log; readonly metrics: Metrics };
