import { severalRoutes } from '../runtime/several-routes.ts';
import * as get from './get.route.ts';
import * as list from './list.route.ts';

/** Incidents, to be read. */
export const { routes, newHandler } = severalRoutes([list, get]);
