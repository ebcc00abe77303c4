import { Temporal } from 'temporal-polyfill';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';
import { dynamodbStores } from '../../sandbox/dynamodb-stores.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { benchStart, inProcess, runLifecycle } from '../lifecycle.ts';

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
  readonly readUnits: number;
  readonly writeUnits: number;
};

/** DynamoDB Local counts four units for each KB a transaction writes; AWS documents two. */
const transactionsCountedTwice = 2;

/** One lifecycle that was counted, by what it ported. */
export type CountedLifecycle = { readonly ported: string; readonly counts: LifecycleCounts };

type Consumed = { readonly ReadCapacityUnits?: number; readonly CapacityUnits?: number };

const unitsIn = (consumed: unknown): number =>
  [consumed ?? []].flat().reduce((sum: number, each: Consumed) => sum + (each.CapacityUnits ?? 0), 0);

/** A client that adds up what the table says each call used. */
const countingClient = (endpoint: string) => {
  const client = dynamoClient(dynamodbLocalSettings(endpoint));
  const used = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        const input = { ...call.input, ReturnConsumedCapacity: 'TOTAL' };
        const result = await next({ ...call, input });
        const units = unitsIn(Reflect.get(result.output, 'ConsumedCapacity'));
        if (/Get|Query/.test(commandName ?? '')) used.read += units;
        else used.write += commandName?.startsWith('Transact') ? units / transactionsCountedTwice : units;
        return result;
      },
    { step: 'initialize', name: 'countsUnits' },
  );
  return { client, used };
};

/** Functions that schedules call, whether or not a port is under way: not a port's. */
const scheduled: ReadonlySet<unknown> = new Set(['look-for-due', 'sweep']);

/** A log that counts: each call of a function is logged once, with what it worked on. */
const countingLog = () => {
  const counts = { http: 0, tasks: 0, queueMessages: 0, relayed: 0 };
  const log: Log = {
    info: (message, fields) => {
      if (message === 'http.completed') counts.http += 1;
      if (message === 'task.completed' && !scheduled.has(fields['task'])) counts.tasks += 1;
      if (message === 'work.completed' && fields['work'] === 'relay') counts.relayed += 1;
      if (message === 'work.completed' && fields['work'] !== 'relay') counts.queueMessages += 1;
    },
    error: (message) => {
      throw new Error(`A lifecycle that is counted has to go well: ${message}`);
    },
  };
  return { log, counts };
};

/** Counts what one lifecycle of these numbers asks of AWS, its records on the DynamoDB at an address. The same each time. */
const countLifecycle = async (endpoint: string, numbers: readonly unknown[]): Promise<LifecycleCounts> => {
  const { client, used } = countingClient(endpoint);
  const { log, counts } = countingLog();
  const { openStores, close } = dynamodbStores(endpoint, client);
  try {
    const sandbox = await createSandbox({
      start: Temporal.Instant.from(benchStart),
      baseUrl: 'https://porting.example',
      log,
      openStores,
    });
    const token = await sandbox.tokens.issue({
      tenant: 'bench',
      scope: 'port-requests:read port-requests:write',
    });
    const unitsBefore = { ...used };
    let authorised = 0;
    const send = inProcess(sandbox.handle, token);
    await runLifecycle(async (method, target, ...rest) => {
      if (target.startsWith('/v1/port-requests')) authorised += 1;
      return send(method, target, ...rest);
    }, numbers);
    // The next working day: the mail that asks whether everything works.
    await send('POST', '/sandbox/clock', { to: 'next' });
    const world = sandbox.world();
    const b={...used,...counts};
      await send('POST', '/sandbox/clock', { to: '2028-04-14T08:00:00Z' });
      const [latest] = world.records.all();
      console.log(latest?.erasedAt,'erasure: read',used.read-b.read,'write',used.write-b.write,JSON.stringify(b),JSON.stringify(counts));
    const [request] = world.records.all();
    const executions = world.lifecycle.executionsOf(request?.id ?? '');
    return {
      apiCalls: counts.http,
      // Each queue message and each entry has a call of its own at worst.
      functionCalls: counts.http + authorised + counts.tasks + counts.relayed + counts.queueMessages,
      taskCalls: counts.tasks,
      transitions: executions.reduce((sum, { states }) => sum + states.length, 0),
      mails: world.mailbox.mails().length,
      queueMessages: counts.queueMessages,
      readUnits: used.read - unitsBefore.read,
      writeUnits: used.write - unitsBefore.write,
    };
  } finally {
    close();
  }
};

const ported = {
  'one number': ['02 580 50 70'],
  'DDI-10': [{ start: '025805050', size: 10 }],
  'DDI-1000': [{ start: '025805000', size: 1000 }],
} as const;

/** What the usual lifecycles ask of AWS, from one number to a thousand. */
export const countLifecycles = async (endpoint: string): Promise<readonly CountedLifecycle[]> => {
  const counted: CountedLifecycle[] = [];
  for (const [name, numbers] of Object.entries(ported))
    counted.push({ ported: name, counts: await countLifecycle(endpoint, numbers) });
  return counted;
};
