import type {
  BatchGetItemCommandInput,
  BatchWriteItemCommandInput,
  DynamoDBClient,
  ServiceInputTypes,
} from '@aws-sdk/client-dynamodb';

/** A call on its way to the table: what it is called, and what it asks for. */
export type Call = { readonly command: string; readonly input: ServiceInputTypes };

/**
 * Stands between the stores and the table: sees every call, may change what it asks for, may throw instead. Inside of
 * what the client does with errors, outside of the SDK's own attempts.
 */
export const intercept = (
  client: DynamoDBClient,
  onCall: (call: Call) => ServiceInputTypes | undefined,
): void => {
  client.middlewareStack.add(
    (next, context) => (args) => {
      const input = onCall({ command: context['commandName'] ?? '', input: args.input });
      return next({ ...args, input: input ?? args.input });
    },
    { step: 'initialize', priority: 'low' },
  );
};

/**
 * Makes the table read one item a call, where many are asked for, and give back the keys of the others: what it does with
 * more than 16 MB.
 */
export const readOneAtATime = (client: DynamoDBClient, table: string): void => {
  const isBatchGet = (
    command: string | undefined,
    input: ServiceInputTypes,
  ): input is BatchGetItemCommandInput => command === 'BatchGetItemCommand' && input !== undefined;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!isBatchGet(context['commandName'], args.input)) return next(args);
      const [first, ...unread] = args.input.RequestItems?.[table]?.Keys ?? [];
      const keysOnly = (keys: typeof unread) => ({ [table]: { Keys: keys, ConsistentRead: true } });
      const answered = await next({
        ...args,
        input: { RequestItems: keysOnly(first === undefined ? [] : [first]) },
      });
      const UnprocessedKeys = unread.length === 0 ? {} : keysOnly(unread);
      return { ...answered, output: { ...answered.output, UnprocessedKeys } };
    },
    { step: 'initialize', priority: 'low' },
  );
};

/**
 * Makes the table take one item a call, where many are written, and give back the others: what it does when it is
 * throttled. Answers how many calls there were.
 */
export const takeOneAtATime = (client: DynamoDBClient): (() => number) => {
  let calls = 0;
  const isBatchWrite = (
    command: string | undefined,
    input: ServiceInputTypes,
  ): input is BatchWriteItemCommandInput => command === 'BatchWriteItemCommand' && input !== undefined;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!isBatchWrite(context['commandName'], args.input)) return next(args);
      calls += 1;
      const [[table, [first, ...left]] = ['', []]] = Object.entries(args.input.RequestItems ?? {});
      const answered = await next({
        ...args,
        input: { RequestItems: { [table]: first === undefined ? [] : [first] } },
      });
      const UnprocessedItems = left.length === 0 ? {} : { [table]: left };
      return { ...answered, output: { ...answered.output, UnprocessedItems } };
    },
    { step: 'initialize', priority: 'low' },
  );
  return () => calls;
};

/** Lets something happen after an index was read and before its items are: an index lags behind. */
export const beforeItemsAreRead = (client: DynamoDBClient, happens: () => Promise<unknown>): void => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context['commandName'] === 'BatchGetItemCommand') await happens();
      return next(args);
    },
    { step: 'initialize', priority: 'low' },
  );
};

/** Loses the table's first answer to a command on its way back: it was carried out, and the SDK sends it again. */
export const loseFirstAnswer = (client: DynamoDBClient, command: string): (() => number) => {
  let sent = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answered = await next(args);
      if (context['commandName'] !== command) return answered;
      sent += 1;
      if (sent === 1) throw Object.assign(new Error('The answer was lost'), { name: 'TimeoutError' });
      return answered;
    },
    { step: 'deserialize', priority: 'high' },
  );
  return () => sent;
};
