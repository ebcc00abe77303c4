import * as z from 'zod';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { readEnv } from '../../runtime/env.ts';
import { lazy } from '../../runtime/lazy.ts';
import { newHandler } from '../../runtime/unmatched.http.ts';

/** `["GET /v1/port-requests", …]`: the table of routes itself would take every route's schemas along. */
const unmatchedEnv = z.object({
  ROUTES: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string())),
});

export const handler = newHandler(
  lazy(() =>
    readEnv(unmatchedEnv).ROUTES.map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return { method, path };
    }),
  ),
)(lazy(() => ({ ...realTelemetry() })));
