import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../functions/calendar/clock.ts';
import { localDateOf } from '../functions/calendar/local-date.ts';
import { closedDaysOf } from '../functions/calendar/working-calendar.ts';
import { MissingEnvironmentError } from '../functions/runtime/env.ts';
import { structuredLog } from '../functions/runtime/log.ts';
import { systemClock } from '../functions/runtime/system-clock.ts';
import { NoDynamodbLocalError, startDynamodbLocal } from './dynamodb-local.ts';
import { createHttpServer } from './http-server.ts';
import { createSandbox, type Sandbox, type SavedSandbox } from './sandbox.ts';
import { ArgumentError, readSettings, type Settings, usage } from './settings.ts';
import type { OpenStores } from './stores.ts';
import { readWorldFile, WorldFileError, writeWorldFile } from './world-file.ts';

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
const exampleCurl = (baseUrl: string, token: string, today: string): string => {
  const body = { ...example, authorisation: { signedBy: 'Marie Dupont', signedOn: today } };
  return `curl -s ${baseUrl}/v1/port-requests \\
  -H 'authorization: Bearer ${token}' \\
  -H 'content-type: application/json' -H "idempotency-key: $(date +%s)" \\
  -d '${JSON.stringify(body)}'`;
};

/** Writes what was saved to the folder; a full disk is told and does not stop the sandbox. */
const keepIn =
  (folder: string) =>
  (save: () => SavedSandbox | undefined): void => {
    try {
      const saved = save();
      if (saved !== undefined) writeWorldFile(folder, saved);
    } catch (error) {
      console.error(`The world was not written to ${folder}:`, error);
    }
  };

/**
 * The clock moves on without a change, so where it stands is written at the end. Ended by `exit`, because only then does
 * a database that was started with it end too.
 */
const endOnSignal = (keep: () => void) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      keep();
      process.exit();
    });
};

/** Loaded only when it is wanted: the client of DynamoDB takes longer to load than all the rest. */
const startDynamodbStores = async (): Promise<OpenStores> => {
  const { dynamodbStores } = await import('./dynamodb-stores.ts');
  const { endpoint } = await startDynamodbLocal();
  return dynamodbStores(endpoint).openStores;
};

const openSandbox = async (settings: Settings, baseUrl: string): Promise<Sandbox> => {
  const { SANDBOX_NOW, SANDBOX_CLOSED_DAYS, SANDBOX_CALLS_PER_MINUTE, SANDBOX_LOG, data, records } = settings;
  const log = structuredLog('sandbox', SANDBOX_LOG);
  const sandbox = await createSandbox({
    start: SANDBOX_NOW === undefined ? systemClock() : Temporal.Instant.from(SANDBOX_NOW),
    baseUrl,
    log,
    callsPerMinute: SANDBOX_CALLS_PER_MINUTE,
    ...(SANDBOX_CLOSED_DAYS === undefined
      ? {}
      : {
          closedDays: closedDaysOf(SANDBOX_CLOSED_DAYS.map((date) => ({ date }))),
        }),
    ...(records === 'dynamodb' ? { openStores: await startDynamodbStores() } : {}),
    ...(data === undefined ? {} : { saved: readWorldFile(data), onChange: keepIn(data) }),
  });
  const keep = () => {
    if (data !== undefined) keepIn(data)(sandbox.save);
  };
  // Its keys, before anybody is given a token that they sign.
  keep();
  endOnSignal(keep);
  return sandbox;
};

const serve = async (settings: Settings): Promise<void> => {
  const { PORT, SANDBOX_CLOCK } = settings;
  const baseUrl = `http://localhost:${PORT}`;
  const sandbox = await openSandbox(settings, baseUrl);
  if (SANDBOX_CLOCK === 'running') runClock(sandbox);

  const server = createHttpServer(sandbox.handle, console.error);
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${PORT} is in use. Try PORT=${PORT + 1} npm start`);
    process.exit(1);
  });
  server.listen(PORT, async () => {
    const token = await sandbox.tokens.issue({
      tenant: 'acme',
      scope: 'port-requests:read port-requests:write',
    });
    const now = sandbox.world().clock.now();
    console.log(`Number porting sandbox and its console: ${baseUrl}
Clock at ${toInstantText(now)}, ${SANDBOX_CLOCK}

Token of the reseller acme:
${token}

Create a port request:
${exampleCurl(baseUrl, token, localDateOf(now))}
`);
  });
};

/** What to say about what whoever started it can mend; undefined for anything else, which needs its stack. */
const adviceOn = (error: unknown): string | undefined => {
  if (error instanceof ArgumentError) return `${error.message}\n\n${usage}`;
  if (error instanceof NoDynamodbLocalError) return `${error.message}\n--records dynamodb needs Java`;
  if (error instanceof MissingEnvironmentError || error instanceof WorldFileError) return error.message;
  return undefined;
};

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.isHelpWanted) console.log(usage);
  else await serve(settings);
} catch (error) {
  const advice = adviceOn(error);
  if (advice === undefined) throw error;
  console.error(advice);
  process.exitCode = 1;
}
