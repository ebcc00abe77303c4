import type { EventFeed } from '../events/event-feed.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { dynamoEventFeed } from './dynamo-event-feed.ts';
import { realTable } from './real-table.ts';

/** What happened to each tenant's requests. */
export const realFeed: () => EventFeed = lazy(() =>
  dynamoEventFeed({ ...realTable(), wallClock: systemClock }),
);
