import { severalRoutes } from '../runtime/several-routes.ts';
import * as requestUpload from './request-upload.route.ts';
import * as signedMandate from './signed-mandate.route.ts';

/** Signed mandates: where to send one, and where to read it. */
export const { routes, newHandler } = severalRoutes([requestUpload, signedMandate]);
