import { severalRoutes } from '../runtime/several-routes.ts';
import * as addExamples from './add-examples.route.ts';
import * as report from './report.route.ts';
import * as resolve from './resolve.route.ts';
import * as update from './update.route.ts';

/** Everything that opens or changes an incident. */
export const { routes, newHandler } = severalRoutes([report, addExamples, resolve, update]);
