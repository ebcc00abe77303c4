import type { Waits } from '../lifecycle/lifecycle.ts';
import type { Outbox } from '../lifecycle/outbox.ts';
import type { Standing } from '../lifecycle/standing.ts';
import { lazy } from '../runtime/lazy.ts';
import { dynamoOutbox } from './dynamo-outbox.ts';
import { dynamoStanding } from './dynamo-standing.ts';
import { dynamoWaits } from './dynamo-waits.ts';
import { realTable } from './real-table.ts';

/** The machine's waits under way. */
export const realWaits: () => Waits = lazy(() => dynamoWaits(realTable()));

/** The history entries nobody has followed up yet. */
export const realOutbox: () => Outbox = lazy(() => dynamoOutbox(realTable()));

/** What stands: requests under way, waits, locks, mails being sent. */
export const realStanding: () => Standing = lazy(() => dynamoStanding(realTable()));
