import * as z from 'zod';
import { embeddedMetrics } from '../runtime/emf-metrics.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { realLog } from './real-log.ts';

const metricsEnv = z.object({ METRICS_NAMESPACE: z.string().min(1) });

/** The function's own log, and the metrics of its stage. */
export const realTelemetry: () => Telemetry = lazy(() => ({
  log: realLog(),
  metrics: embeddedMetrics(readEnv(metricsEnv).METRICS_NAMESPACE),
}));
