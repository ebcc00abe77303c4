import { historyEntrySchema } from '../port-request/history-schema.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { stream } from '../runtime/work.ts';
import { type FollowUpDeps, followUp } from './follow-up.ts';

type RelayDeps = FollowUpDeps & Telemetry;

/**
 * Follows up every history entry as it is written, and nothing follows from anything else. The entry is the outbox: it
 * was written with the change, so a change and its consequences cannot come apart.
 */
export const newHandler = (deps: () => RelayDeps) =>
  stream({ name: 'relay', entry: historyEntrySchema }, deps, followUp);
