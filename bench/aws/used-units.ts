import * as z from 'zod';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';

/** What a call used, as DynamoDB Local says it. Tables and indexes apart: it rounds them each in its own way. */
const consumed = z.object({
  CapacityUnits: z.number(),
  GlobalSecondaryIndexes: z.record(z.string(), z.object({ CapacityUnits: z.number() })).optional(),
});

type Consumed = z.infer<typeof consumed>;

const consumedIn = (output: object): readonly Consumed[] => {
  const given: unknown = Reflect.get(output, 'ConsumedCapacity');
  return z.array(consumed).parse(given === undefined ? [] : [given].flat());
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const ofIndexes = ({ GlobalSecondaryIndexes = {} }: Consumed): number =>
  sum(Object.values(GlobalSecondaryIndexes).map(({ CapacityUnits }) => CapacityUnits));

/** The actions of a transaction. Only what is put says how large it is. */
const transaction = z.object({
  TransactItems: z.array(
    z.record(
      z.string(),
      z.object({ Item: z.record(z.string(), z.record(z.string(), z.unknown())).optional() }),
    ),
  ),
});

const bytesOf = (value: unknown): number =>
  Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));

const kilobytesOf = (item: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): number => {
  const bytes = Object.entries(item).map(
    ([name, typed]) => Buffer.byteLength(name) + sum(Object.values(typed).map(bytesOf)),
  );
  return Math.max(1, Math.ceil(sum(bytes) / 1024));
};

/** Units that AWS asks for each KB of an item that a transaction writes: to prepare it, and to commit it. */
const unitsPerKilobyte = 2;

/** DynamoDB Local counts four units for each KB that a transaction writes to an index; AWS documents two at most. */
const indexesCountedTwice = 2;

/**
 * The write units of a transaction. DynamoDB Local rounds up what all its items weigh together; AWS rounds up each, which is
 * more where small ones are written together. An item that is updated in one, or deleted, is none of more than 1 KB.
 */
const unitsOfTransaction = (input: object, used: readonly Consumed[]): number =>
  sum(
    transaction
      .parse(input)
      .TransactItems.flatMap(Object.values)
      .map(({ Item }) => unitsPerKilobyte * kilobytesOf(Item)),
  ) +
  sum(used.map(ofIndexes)) / indexesCountedTwice;

/** Asked by a schedule, and by the sandbox after each write to set its timers: never by a port. */
const lanesIndex = 'webhook-due';

/** A client of the DynamoDB at an address that adds up what its calls use. */
export const countingClient = (endpoint: string) => {
  // On a busy machine a call would be given up, sent again, and counted twice.
  const patience = { requestHandler: { connectionTimeout: 20_000, requestTimeout: 20_000 } };
  const client = dynamoClient({ ...dynamodbLocalSettings(endpoint), ...patience });
  const used = { readUnits: 0, writeUnits: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (call) => {
        const input = { ...call.input, ReturnConsumedCapacity: 'INDEXES' };
        const result = await next({ ...call, input });
        const parts = consumedIn(result.output);
        const units = sum(parts.map(({ CapacityUnits }) => CapacityUnits));
        if (Reflect.get(input, 'IndexName') === lanesIndex) return result;
        if (/Get|Query/.test(commandName)) used.readUnits += units;
        else used.writeUnits += commandName.startsWith('Transact') ? unitsOfTransaction(input, parts) : units;
        return result;
      },
    { step: 'initialize', name: 'countsUnits' },
  );
  return { client, used };
};
