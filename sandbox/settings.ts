import { parseArgs } from 'node:util';
import * as z from 'zod';
import { instant, localDate } from '../functions/port-request/field-schemas.ts';
import { readEnv } from '../functions/runtime/env.ts';

/** Thrown for arguments that the sandbox does not take. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** What `--help` says. */
export const usage = `npm start -- [--data DIR] [--records memory|dynamodb]

  --data DIR           keep the world in DIR and go on with it the next time (or SANDBOX_DATA=DIR)
  --records dynamodb   keep the records on DynamoDB Local, which needs Java; they end with the sandbox
  --help               this

Environment: PORT, SANDBOX_NOW, SANDBOX_CLOCK, SANDBOX_CLOSED_DAYS, SANDBOX_CALLS_PER_MINUTE, SANDBOX_LOG, SANDBOX_DATA;
see README.md`;

const environment = z.object({
  PORT: z.coerce.number().pipe(z.int().min(1).max(65_535)).default(4010),
  SANDBOX_NOW: instant.optional(),
  SANDBOX_CLOCK: z.enum(['running', 'frozen']).default('running'),
  SANDBOX_CLOSED_DAYS: z
    .string()
    .transform((list) => list.split(',').map((day) => day.trim()))
    .pipe(z.array(localDate))
    .optional(),
  /** How many calls each tenant may make in a minute; as many as it likes where nothing is said. */
  SANDBOX_CALLS_PER_MINUTE: z.coerce.number().pipe(z.int().min(1)).optional(),
  SANDBOX_LOG: z.enum(['INFO', 'ERROR', 'SILENT']).default('ERROR'),
  SANDBOX_DATA: z.string().min(1).optional(),
});

const recordStores = ['memory', 'dynamodb'] as const;

const recordStore = z.enum(recordStores);

/** What the sandbox is started with. */
export type Settings = Omit<z.output<typeof environment>, 'SANDBOX_DATA'> & {
  readonly records: (typeof recordStores)[number];
  /** The folder in which the world is kept; undefined: nowhere. */
  readonly data: string | undefined;
  readonly isHelpWanted: boolean;
};

const readArguments = (given: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      options: {
        data: { type: 'string' },
        records: { type: 'string', default: 'memory' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
};

/**
 * Reads the command line and the environment; an argument wins over its variable.
 * @throws ArgumentError · MissingEnvironmentError
 */
export const readSettings = (
  given: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Settings => {
  const { SANDBOX_DATA, ...env } = readEnv(environment, variables);
  const { data = SANDBOX_DATA, records, help } = readArguments(given);
  const store = recordStore.safeParse(records);
  if (!store.success) throw new ArgumentError(`--records is memory or dynamodb, not ${records}`);
  if (data === '') throw new ArgumentError('--data names no folder');
  if (store.data === 'dynamodb' && data !== undefined)
    throw new ArgumentError('--data keeps a world in memory: it cannot be combined with --records dynamodb');
  return { ...env, records: store.data, data, isHelpWanted: help };
};
