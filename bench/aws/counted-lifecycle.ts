import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { dynamoCallCounts } from '../../functions/aws/dynamo-call-counts.ts';
import { answersTable } from '../../functions/aws/dynamo-table.ts';
import { createTable } from '../../functions/aws/dynamo-table-creation.ts';
import { callWindowAt } from '../../functions/runtime/call-rate.ts';
import { logTo } from '../../functions/runtime/log.ts';
import type { Receivers } from '../../functions/webhooks/receivers.ts';
import type { AroundCall } from '../../sandbox/adapter-calls.ts';
import { dynamodbStores } from '../../sandbox/dynamodb-stores.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { benchStart, inProcess, runLifecycle } from '../lifecycle.ts';
import { countingClient } from './used-units.ts';

/** What one lifecycle asks of AWS. */
export type LifecycleCounts = {
  readonly apiCalls: number;
  /** Calls of every function, the authorizer's among them. */
  readonly functionCalls: number;
  /** Those of them that a state of the machine makes. */
  readonly taskCalls: number;
  readonly transitions: number;
  readonly mails: number;
  readonly queueMessages: number;
  /** Those of them that are handed out in order. */
  readonly orderedMessages: number;
  readonly readUnits: number;
  readonly writeUnits: number;
};

/** One lifecycle that was counted, by what it ported. */
export type CountedLifecycle = { readonly ported: string; readonly counts: LifecycleCounts };

/** Functions that schedules call, whether or not a port is under way: not a port's. */
const scheduled: ReadonlySet<unknown> = new Set(['look-for-due', 'sweep', 'sweep-lanes']);

/** A log that counts: each call of a function is logged once, with what it worked on. */
const countingLog = () => {
  const counts = { http: 0, tasks: 0, queueMessages: 0, orderedMessages: 0, relayed: 0 };
  const log = logTo(({ level, message, fields }) => {
    if (level === 'error') throw new Error(`A lifecycle that is counted has to go well: ${message}`);
    if (message === 'http.completed') counts.http += 1;
    if (message === 'task.completed' && !scheduled.has(fields['task'])) counts.tasks += 1;
    if (message === 'work.completed' && fields['work'] === 'relay') counts.relayed += 1;
    if (message === 'work.completed' && fields['work'] !== 'relay') counts.queueMessages += 1;
    if (message === 'work.completed' && fields['work'] === 'publish') counts.orderedMessages += 1;
  });
  return { log, counts };
};

/** Counts calls of a tenant as the authorizer does, in a table of their own: the sandbox counts them in memory. */
const callCounter = async (client: ReturnType<typeof countingClient>['client']) => {
  const table = `calls-${randomUUID()}`;
  await createTable(client, table, answersTable);
  const counts = dynamoCallCounts({ client, table });
  return (now: Temporal.Instant) => counts.count('bench', callWindowAt(now));
};

/** Takes every webhook at once. */
const willingReceivers: Receivers = {
  faultsOf: async () => [],
  post: async () => ({ status: 204, error: null }),
};

/**
 * Makes webhooks cost the same each time: sweeps find no lane, being nobody's port, and a worker takes its lane once all else is done. Either
 * would else come a little sooner or later from run to run, and find one event in the lane or two.
 */
const withLanesInTurn =
  (settleElse: () => Promise<void>): AroundCall =>
  async ({ target, method }, perform) => {
    if (method === 'dueLanes') return [];
    if (target === 'records' && method === 'take') await settleElse();
    return perform();
  };

const endpointBody = {
  url: 'https://portal.example/hooks',
  types: ['*'],
  contactEmail: 'it@portal.example',
};

type Lifecycle = { readonly numbers: readonly unknown[]; readonly endpoints: number };

/** Counts what one lifecycle of these numbers asks of AWS, its records on the DynamoDB at an address. The same each time. */
const countLifecycle = async (
  endpoint: string,
  { numbers, endpoints }: Lifecycle,
): Promise<LifecycleCounts> => {
  const { client, used } = countingClient(endpoint);
  const { log, counts } = countingLog();
  const { openStores, close } = dynamodbStores(endpoint, client);
  try {
    const sandbox: Sandbox = await createSandbox({
      start: Temporal.Instant.from(benchStart),
      baseUrl: 'https://porting.example',
      log,
      openStores,
      receivers: willingReceivers,
      doubles: { around: withLanesInTurn(() => sandbox.world().clock.settleButBeside()) },
    });
    const token = await sandbox.tokens.issue({
      tenant: 'bench',
      scope: 'port-requests:read port-requests:write',
    });
    const countCall = await callCounter(client);
    const send = inProcess(sandbox.handle, token);
    let authorised = 0;
    let before = { ...used, ...counts };
    await runLifecycle(async (method, target, ...rest) => {
      if (target.startsWith('/v1/')) {
        await countCall(sandbox.world().clock.now());
        authorised += 1;
      }
      const answer = await send(method, target, ...rest);
      if (target === '/sandbox/reset') {
        for (let made = 0; made < endpoints; made += 1)
          await send('POST', '/v1/webhook-endpoints', endpointBody);
        before = { ...used, ...counts };
      }
      return answer;
    }, numbers);
    // The next working day: the mail that asks whether everything works.
    await send('POST', '/sandbox/clock', { to: 'next' });
    const world = sandbox.world();
    const [request] = world.records.all();
    const executions = world.lifecycle.executionsOf(request?.id ?? '');
    const apiCalls = counts.http - before.http;
    const taskCalls = counts.tasks - before.tasks;
    const queueMessages = counts.queueMessages - before.queueMessages;
    return {
      apiCalls,
      // Each queue message and each entry has a call of its own at worst.
      functionCalls: apiCalls + authorised + taskCalls + counts.relayed - before.relayed + queueMessages,
      taskCalls,
      transitions: executions.reduce((sum, { states }) => sum + states.length, 0),
      mails: world.mailbox.mails().length,
      queueMessages,
      orderedMessages: counts.orderedMessages - before.orderedMessages,
      readUnits: used.readUnits - before.readUnits,
      writeUnits: used.writeUnits - before.writeUnits,
    };
  } finally {
    close();
  }
};

const oneNumber = ['02 580 50 70'];

/** What is ported in each lifecycle that is counted. */
export const ported: Readonly<Record<string, Lifecycle>> = {
  'one number': { numbers: oneNumber, endpoints: 0 },
  'DDI-10': { numbers: [{ start: '025805050', size: 10 }], endpoints: 0 },
  'DDI-1000': { numbers: [{ start: '025805000', size: 1000 }], endpoints: 0 },
  'one number, one webhook endpoint': { numbers: oneNumber, endpoints: 1 },
};

/**
 * What the usual lifecycles ask of AWS: from one number to a thousand, then one that an endpoint is told of. `onCounted` is
 * told of each that is done.
 */
export const countLifecycles = async (
  endpoint: string,
  onCounted: () => void = () => {},
): Promise<readonly CountedLifecycle[]> => {
  const counted: CountedLifecycle[] = [];
  for (const [name, lifecycle] of Object.entries(ported)) {
    counted.push({ ported: name, counts: await countLifecycle(endpoint, lifecycle) });
    onCounted();
  }
  return counted;
};
