import { severalRoutes } from '../runtime/several-routes.ts';
import * as list from './list-notes.route.ts';
import * as write from './write-note.route.ts';

/** Notes on a request: writing and reading them. */
export const { routes, newHandler } = severalRoutes([write, list]);
