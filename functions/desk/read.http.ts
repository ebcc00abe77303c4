import { severalRoutes } from '../runtime/several-routes.ts';
import * as queue from './queue.route.ts';
import * as refusedEvents from './refused-events.route.ts';

/** What only the desk reads. */
export const { routes, newHandler } = severalRoutes([queue, refusedEvents]);
