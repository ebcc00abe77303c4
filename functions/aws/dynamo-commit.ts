import {
  type DynamoDBClient,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';
import { standingRequestOf } from '../lifecycle/standing.ts';
import { attemptsOpenedBy, blockChangesOf, heldItems, takenOf } from '../port-request/number-locks.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { CommitOutcome, PortRequests } from '../port-request/port-requests.ts';
import type { Recording } from '../port-request/recording.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import { noRememberedAnswers, type RememberedAnswer } from '../remembered-answers.ts';
import { correlationAttribute, correlationId } from '../runtime/correlation.ts';
import { deskItemsOf } from './dynamo-desk-queue.ts';
import { attemptItem, enclosureItem } from './dynamo-enclosures.ts';
import { type Item, keys, longText, number, numberIn, readItem, text } from './dynamo-items.ts';
import { lockPut, type ReadLocks, readLocks, writeLookUps } from './dynamo-number-locks.ts';
import { outboxAttributes } from './dynamo-outbox.ts';
import { maxTries, type Pause } from './dynamo-pause.ts';
import { answerPut, dynamoRememberedAnswers } from './dynamo-remembered-answers.ts';
import { standingAs } from './dynamo-standing-keys.ts';
import { cancellationCodesOf } from './dynamo-transaction.ts';

/** What the store of port requests works on. */
export type RecordTables = {
  readonly client: DynamoDBClient;
  readonly records: string;
  /** Undefined for functions that change requests and give no answers to remember: their role knows no such table. */
  readonly answers: string | undefined;
  /** Answers expire and entries enter the outbox by it. */
  readonly wallClock: Now;
  readonly pause: Pause;
};

/**
 * One action of a transaction, and what it means when its condition does not hold. `nothing`: it has none, and goes by
 * that of the request.
 */
type GuardedAction = {
  readonly guards: 'version' | 'written once' | 'locks' | 'answer' | 'nothing';
  readonly action: TransactWriteItem;
};

/** The request as its item: whole as a text, and beside it what indexes and conditions go by. */
const requestItem = (request: PortRequest): Item => {
  const { id, tenant, version, status, createdAt, updatedAt, dueAt, content } = request;
  const { customerReference } = content;
  const standing = standingRequestOf(request);
  return {
    ...keys.request(id),
    version: number(version),
    request: longText(JSON.stringify(request)),
    status: text(status),
    tenant: text(tenant),
    updatedAt: text(updatedAt),
    ...(customerReference === null ? {} : { customerReference: text(customerReference) }),
    tenantKey: text(tenant),
    allKey: text('PORT_REQUEST'),
    createdKey: text(`${createdAt}#${id}`),
    ...(dueAt === null ? {} : { dueKey: text('DUE'), dueAtKey: text(`${dueAt}#${id}`) }),
    ...(standing === undefined
      ? {}
      : {
          ...standingAs('REQUEST'),
          statusSince: text(standing.statusSince),
          attempt: number(standing.attempt),
          ...(standing.lateFrom === null ? {} : { lateFrom: text(standing.lateFrom) }),
        }),
  };
};

/** Beside an entry, whose text and hash it leaves alone: the id of the call that made it, for whoever follows the entry up. */
const correlationAttributes = (): Item => {
  const id = correlationId();
  return id === undefined ? {} : { [correlationAttribute]: text(id) };
};

const putOnce = (table: string, item: Item): GuardedAction => ({
  guards: 'written once',
  action: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
});

const requestPut = (table: string, { before, after }: Recording): GuardedAction => ({
  guards: 'version',
  action: {
    Put: {
      TableName: table,
      Item: requestItem(after),
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'version = :read',
            ExpressionAttributeValues: { ':read': number(before.version) },
          }),
    },
  },
});

const answerAction = (table: string | undefined, answer: RememberedAnswer, now: Temporal.Instant) => {
  if (table === undefined)
    throw new TypeError('A store without a table of answers was given one to remember');
  return { guards: 'answer' as const, action: { Put: answerPut(table, answer, now) } };
};

/**
 * Everything one commit writes, each with its condition. At most 100 fit. A new attempt with other numbers changes 80 blocks
 * (40 given up, 40 taken); request, frozen data and answer leave room for 17 entries, enclosures and tasks of the desk, and
 * it makes a handful. The end of a port gives up 40 blocks and settles the incidents that only said "not yet", each with
 * an entry and a task that comes or goes: 24 of them fit beside what else it records, and `incidentLimits` keeps them below.
 */
const actionsOf = (
  { records, answers }: RecordTables,
  recording: Recording,
  locks: ReadLocks,
  remember: RememberedAnswer | undefined,
  now: Temporal.Instant,
): readonly GuardedAction[] => {
  const { after, entries, enclosures } = recording;
  return [
    requestPut(records, recording),
    ...entries.map((entry) =>
      putOnce(records, {
        ...keys.entry(after.id, entry.sequence),
        entry: text(JSON.stringify(entry)),
        ...outboxAttributes(entry, now),
        ...correlationAttributes(),
      }),
    ),
    ...attemptsOpenedBy(recording).map((attempt) =>
      putOnce(records, attemptItem(after.id, attempt.number, after.content)),
    ),
    ...enclosures.map((enclosure) => putOnce(records, enclosureItem(after.id, enclosure))),
    ...deskItemsOf(recording).map((item) => ({
      guards: 'nothing' as const,
      action: { Put: { TableName: records, Item: item } },
    })),
    ...blockChangesOf(recording).map((change) => ({
      guards: 'locks' as const,
      action: { Put: lockPut(records, locks, change, after) },
    })),
    ...(remember === undefined ? [] : [answerAction(answers, remember, now)]),
  ];
};

/** How writing ended. `locks_changed`: nothing else stood in its way. `overtaken`: the records say by whom. */
type Written = 'written' | 'locks_changed' | 'overtaken';

/** Why a transaction wrote nothing. @throws the error itself, where it is a bug and no other writer's doing. */
const reasonOf = (error: unknown, actions: readonly GuardedAction[]): Exclude<Written, 'written'> => {
  const codes = cancellationCodesOf(error);
  const codesOf = (guards: GuardedAction['guards']) =>
    codes.filter((_, index) => actions[index]?.guards === guards);
  // An entry that is there although the request has the version before it was written by no commit.
  const isBroken =
    codesOf('written once').includes('ConditionalCheckFailed') && codesOf('version').includes('None');
  if (isBroken) throw error;
  const isLocksOnly = codes.every(
    (code, index) =>
      code === 'None' || (code === 'ConditionalCheckFailed' && actions[index]?.guards === 'locks'),
  );
  return isLocksOnly ? 'locks_changed' : 'overtaken';
};

/**
 * Commits recordings: one transaction over both tables, each item under its own condition. A transaction that was
 * cancelled wrote nothing. What then stands in the tables says who won; where nobody did, because two met on one item or
 * on the locks of one block, it is tried again.
 */
export const dynamoCommit = (tables: RecordTables): PortRequests['commit'] => {
  const { client, records, wallClock, pause } = tables;
  const table = { client, table: records };
  const answers =
    tables.answers === undefined
      ? noRememberedAnswers
      : dynamoRememberedAnswers({ client, table: tables.answers, wallClock });

  /**
   * Why a recording cannot be written; undefined: as far as request and key go, it can. The request is read first: whoever
   * won under the same key wrote both at once, so a request found changed comes with its answer.
   */
  const whoWon = async (
    { before, after }: Recording,
    remember: RememberedAnswer | undefined,
  ): Promise<CommitOutcome | undefined> => {
    const item = await readItem(table, keys.request(after.id));
    const version = item && numberIn(item, 'version');
    const answer = remember && (await answers.find(remember.scope, remember.key));
    if (answer !== undefined) return { kind: 'already_answered', answer };
    return version === before?.version ? undefined : { kind: 'stale' };
  };

  const write = async (actions: readonly GuardedAction[]): Promise<Written> => {
    try {
      await client.send(
        new TransactWriteItemsCommand({ TransactItems: actions.map(({ action }) => action) }),
      );
      return 'written';
    } catch (error) {
      return reasonOf(error, actions);
    }
  };

  return async (recording, remember) => {
    const { after } = recording;
    const blocks = blockChangesOf(recording).map(({ block }) => block);
    await writeLookUps(table, recording, pause);
    for (let tries = 1; ; tries += 1) {
      const locks = await readLocks(table, blocks, pause);
      const taken = blocks.length === 0 ? [] : takenOf(heldItems(after), locks.on, after.id);
      if (taken.length > 0) return (await whoWon(recording, remember)) ?? { kind: 'numbers_taken', taken };
      const written = await write(actionsOf(tables, recording, locks, remember, wallClock()));
      if (written === 'written') return { kind: 'committed' };
      const winner = written === 'overtaken' ? await whoWon(recording, remember) : undefined;
      if (winner !== undefined) return winner;
      if (tries >= maxTries) throw new UnavailableError(`Port request ${after.id} could not be written`);
      await pause(tries);
    }
  };
};
