import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toInstantText } from '../functions/calendar/clock.ts';
import { localDateOf } from '../functions/calendar/local-date.ts';
import { instant, localDate } from '../functions/port-request/field-schemas.ts';
import { readEnv } from '../functions/runtime/env.ts';
import { structuredLog } from '../functions/runtime/log.ts';
import { systemClock } from '../functions/runtime/system-clock.ts';
import { createHttpServer } from './http-server.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

const settings = readEnv(
  z.object({
    PORT: z.coerce.number().pipe(z.int().min(1).max(65_535)).default(4010),
    SANDBOX_NOW: instant.optional(),
    SANDBOX_CLOCK: z.enum(['running', 'frozen']).default('running'),
    SANDBOX_CLOSED_DAYS: z
      .string()
      .transform((list) => list.split(',').map((day) => day.trim()))
      .pipe(z.array(localDate))
      .optional(),
    SANDBOX_LOG: z.enum(['INFO', 'ERROR', 'SILENT']).default('ERROR'),
  }),
);

const howOftenTheClockRunsMs = 200;

/** Lets the sandbox's clock go as fast as the machine's, from wherever it stands. */
const runClock = (sandbox: Sandbox) => {
  let last = systemClock();
  setInterval(() => {
    const now = systemClock();
    const elapsed = last.until(now);
    if (elapsed.sign <= 0) return;
    last = now;
    sandbox.catchUpWith(sandbox.world().clock.now().add(elapsed)).catch(console.error);
  }, howOftenTheClockRunsMs).unref();
};

const example: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../docs/examples/port-request.json', import.meta.url), 'utf8'),
);

/** A call that works as it is printed: its mandate was signed on the day on which the clock stands. */
const exampleCurl = (token: string, today: string): string => {
  const body = { ...example, authorisation: { signedBy: 'Marie Dupont', signedOn: today } };
  return `curl -s ${baseUrl}/v1/port-requests \\
  -H 'authorization: Bearer ${token}' \\
  -H 'content-type: application/json' -H "idempotency-key: $(date +%s)" \\
  -d '${JSON.stringify(body)}'`;
};

const baseUrl = `http://localhost:${settings.PORT}`;
const log = structuredLog('sandbox', settings.SANDBOX_LOG);
const sandbox = await createSandbox({
  start: settings.SANDBOX_NOW === undefined ? systemClock() : Temporal.Instant.from(settings.SANDBOX_NOW),
  baseUrl,
  log,
  ...(settings.SANDBOX_CLOSED_DAYS === undefined
    ? {}
    : {
        closedDays: {
          version: `closed-days-${settings.SANDBOX_CLOSED_DAYS.length}`,
          days: settings.SANDBOX_CLOSED_DAYS.map((date) => ({ date })),
        },
      }),
});
if (settings.SANDBOX_CLOCK === 'running') runClock(sandbox);

const server = createHttpServer(sandbox.handle, console.error);
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${settings.PORT} is in use. Try PORT=${settings.PORT + 1} npm start`);
  process.exitCode = 1;
});
server.listen(settings.PORT, async () => {
  const token = await sandbox.tokens.issue({
    tenant: 'acme',
    scope: 'port-requests:read port-requests:write',
  });
  const now = sandbox.world().clock.now();
  console.log(`Number porting sandbox and its console: ${baseUrl}
Clock at ${toInstantText(now)}, ${settings.SANDBOX_CLOCK}

Token of the reseller acme:
${token}

Create a port request:
${exampleCurl(token, localDateOf(now))}
`);
});
