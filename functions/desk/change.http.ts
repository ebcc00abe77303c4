import * as erase from '../erasure/erase.route.ts';
import * as emergencyReturn from '../port-request/emergency-return.route.ts';
import * as outcome from '../port-request/outcome.route.ts';
import { severalRoutes } from '../runtime/several-routes.ts';
import * as taskDone from './task-done.route.ts';

/** What only the desk does to a request. */
export const { routes, newHandler } = severalRoutes([taskDone, outcome, emergencyReturn, erase]);
