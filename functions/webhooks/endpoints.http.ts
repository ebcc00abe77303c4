import { severalRoutes } from '../runtime/several-routes.ts';
import * as create from './create-endpoint.route.ts';
import * as remove from './delete-endpoint.route.ts';
import * as enable from './enable-endpoint.route.ts';
import * as get from './get-endpoint.route.ts';
import * as listDeliveries from './list-deliveries.route.ts';
import * as list from './list-endpoints.route.ts';
import * as replay from './replay-delivery.route.ts';
import * as rotate from './rotate-secret.route.ts';

/** Where a tenant is told of events, and what was sent there. */
export const { routes, newHandler } = severalRoutes([
  create,
  list,
  get,
  remove,
  rotate,
  enable,
  listDeliveries,
  replay,
]);
