import { parseArgs } from 'node:util';
import { dynamoClient } from '../functions/aws/dynamo-client.ts';
import {
  announceClosedDay,
  readClosedDays,
  type WrittenAnnouncement,
} from '../functions/aws/dynamo-closed-days.ts';
import { isLocalDate, localDateOf } from '../functions/calendar/local-date.ts';
import type { ClosedDay, ClosedDays } from '../functions/calendar/working-calendar.ts';
import { systemClock } from '../functions/runtime/system-clock.ts';

const usage = `npm run closed-days -- --table <name> [--region eu-west-1] [--endpoint <url>] list
npm run closed-days -- --table <name> [--region eu-west-1] [--endpoint <url>] add 2026-12-28 "Bridge day"`;

/** Thrown for arguments that cannot be followed. */
class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** What was asked for; `day` undefined: only to see the list. */
type Wanted = {
  readonly table: string;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly day: ClosedDay | undefined;
};

const dayIn = ([command, date, name, ...more]: readonly string[]): ClosedDay | undefined => {
  if (command === 'list' && date === undefined) return undefined;
  if (command !== 'add' || date === undefined || more.length > 0)
    throw new ArgumentError('Either list, or add with a day and its name in quotes');
  if (!isLocalDate(date)) throw new ArgumentError(`No day, as in 2026-12-28: ${date}`);
  if (name?.trim() === '') throw new ArgumentError('The name is empty');
  return name === undefined ? { date } : { date, name: name.trim() };
};

const argumentsIn = (given: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        region: { type: 'string', default: 'eu-west-1' },
        endpoint: { type: 'string' },
      },
    });
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
};

const readWanted = (given: readonly string[]): Wanted => {
  const { values, positionals } = argumentsIn(given);
  const { table = '', region, endpoint } = values;
  if (table === '')
    throw new ArgumentError('--table is missing: RecordsTableName, as the deployment printed it');
  return { table, region, endpoint, day: dayIn(positionals) };
};

const listText = ({ version, days }: ClosedDays): string =>
  [...days.map(({ date, name = '' }) => `${date}  ${name}`.trimEnd()), version].join('\n');

/** Why a day was not announced. */
const refusalText = (
  { date }: ClosedDay,
  refused: Exclude<WrittenAnnouncement, { readonly kind: 'announced' }>,
): string => {
  switch (refused.kind) {
    case 'past':
      return `${date} is over: today is ${refused.today}`;
    case 'already_closed': {
      const { why, name } = refused.closed;
      return `${date} is no working day anyway: ${why}${name === undefined ? '' : `, ${name}`}`;
    }
    case 'overtaken':
      return 'Somebody else changed the list at the same moment. Nothing was written; look at it and try again';
  }
};

const carryOut = async ({ table, region, endpoint, day }: Wanted): Promise<void> => {
  const client = dynamoClient({ region, ...(endpoint === undefined ? {} : { endpoint }) });
  const records = { client, table };
  if (day === undefined) {
    console.log(listText(await readClosedDays(records)));
    return;
  }
  const outcome = await announceClosedDay(records, day, localDateOf(systemClock()));
  if (outcome.kind === 'announced') console.log(listText(outcome.closedDays));
  else {
    console.error(refusalText(day, outcome));
    process.exitCode = 1;
  }
};

/** What went wrong, down to the reason that whoever runs it can mend: credentials, the table's name, the region. */
const reasonsOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.cause === undefined ? [] : [reasonsOf(error.cause)])].join(': ')
    : String(error);

const given = process.argv.slice(2);
try {
  if (given.includes('--help')) console.log(usage);
  else await carryOut(readWanted(given));
} catch (error) {
  console.error(error instanceof ArgumentError ? `${error.message}\n\n${usage}` : reasonsOf(error));
  process.exitCode = 1;
}
