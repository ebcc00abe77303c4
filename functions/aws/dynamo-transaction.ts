import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** Why an action of a cancelled transaction may be tried again or judged; any other reason is a bug. */
const expectedCodes: ReadonlySet<string> = new Set([
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
]);

/**
 * Why a cancelled transaction wrote nothing: a code for each of its actions.
 * @throws the error itself, where it is a bug and no other writer's doing.
 */
export const cancellationCodesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map(({ Code = 'None' }) => Code);
  if (codes.length === 0 || !codes.every((code) => expectedCodes.has(code))) throw error;
  return codes;
};

/** One action of a transaction, and what its condition guards. */
export type GuardedAction<Guard extends string> = {
  readonly guards: Guard;
  readonly action: TransactWriteItem;
};

/**
 * How a transaction ended: written whole, or not at all. Then `broken` says which guards did not hold; none of them: others were
 * at the same items or the table was overloaded, and the same transaction may be sent again a moment later.
 */
export type Transacted<Guard extends string> =
  | { readonly kind: 'written' }
  | { readonly kind: 'cancelled'; readonly broken: ReadonlySet<Guard>; readonly error: unknown };

/** Writes all of it or nothing. @throws the error of whatever is no other writer's doing. */
export const transact = async <Guard extends string>(
  client: DynamoDBClient,
  actions: readonly GuardedAction<Guard>[],
): Promise<Transacted<Guard>> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: actions.map(({ action }) => action) }));
    return { kind: 'written' };
  } catch (error) {
    const codes = cancellationCodesOf(error);
    const broken = new Set(
      actions.filter((_, index) => codes[index] === 'ConditionalCheckFailed').map(({ guards }) => guards),
    );
    return { kind: 'cancelled', broken, error };
  }
};
