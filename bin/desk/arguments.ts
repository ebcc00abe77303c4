import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type DeskCommand, deskCommand } from '../../functions/repair/desk-command.ts';
import {
  type QueueName,
  queueNames,
  type WokenName,
  wokenNames,
} from '../../functions/repair/queue-names.ts';
import { type StageName, stageNames } from '../../lib/stages.ts';

/** What `--help` says. */
export const usage = `npm run desk -- <command> [--stage <name> | --url <address>]

Looks at what the service did with a port, and mends it. Without --stage it asks the sandbox on this machine.

  inspect <id>         where a request stands, what it waits for, and what is amiss with it [--numbers]
  verify <id>          whether its history is what was written, and its record agrees with it
  missing-mails <id>   the mails that should have gone out and did not
  resend <id> <mail>   puts a mail on its way that never went out: a template, or one mail of it as 4#approved;
                       one that went out goes out once more with --again
  restart <id>         starts the next run of its lifecycle, which goes on where the record says [--attempt <number>]
  queues               what waits in each queue, and what was put aside there
  redrive <queue>      puts back what was put aside, once its cause is gone
  purge <queue>        throws away what ${wokenNames.join(', ')} left behind: no work, only what failed

  --stage <name>       a deployed stage (${stageNames.join(', ')}), with your own credentials for its account
  --url <address>      another sandbox than http://localhost:4010
  --numbers            shows phone numbers whole
  --yes                changes without asking; needed where nobody can be asked
  --as <login>         who asks, for the log; by default your login here
  --json               the answer as JSON, for programs

Queues: ${queueNames.map((name) => name.replaceAll(' ', '-')).join(', ')}
Ends with 0; with 1 where something is amiss, refused or not done; with 2 for a wrong use.`;

/** Thrown for a command line that cannot be followed. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError';
}

/** Whom to ask: a stage that is deployed, or a sandbox. */
export type Where = { readonly stage: StageName } | { readonly url: string };

/** What whoever types it wants. A queue is emptied in many calls, so it is no single command. */
export type Wanted =
  | { readonly kind: 'ask'; readonly command: DeskCommand }
  | { readonly kind: 'redrive'; readonly queue: QueueName }
  | { readonly kind: 'purge'; readonly queue: WokenName };

/** A command line that was understood. */
export type CommandLine = {
  readonly wanted: Wanted;
  readonly where: Where;
  readonly askedBy: string;
  readonly changesUnasked: boolean;
  readonly asJson: boolean;
};

const parsed = (given: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        url: { type: 'string' },
        numbers: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
        attempt: { type: 'string' },
        yes: { type: 'boolean', default: false },
        as: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUseError(error instanceof Error ? error.message : String(error));
  }
};

type Options = ReturnType<typeof parsed>['values'];

const whereOf = ({ stage, url }: Options): Where => {
  if (stage === undefined) {
    const address = z.url({ protocol: /^https?$/ }).safeParse(url ?? 'http://localhost:4010');
    if (!address.success) throw new WrongUseError(`--url is no address: ${url}`);
    return { url: address.data.replace(/\/$/, '') };
  }
  if (url !== undefined) throw new WrongUseError('Either --stage or --url');
  const name = z.enum(stageNames).safeParse(stage);
  if (!name.success) throw new WrongUseError(`There is no stage ${stage}, only ${stageNames.join(', ')}`);
  return { stage: name.data };
};

const queueOf = (command: 'redrive' | 'purge', words: readonly string[]): Wanted => {
  const called = words.join(' ').replaceAll('-', ' ');
  const work = queueNames.find((name) => name === called);
  const woken = wokenNames.find((name) => name === called);
  if (work === undefined && woken === undefined)
    throw new WrongUseError(
      `There is no queue ${JSON.stringify(called)}, only ${[...queueNames, ...wokenNames].join(', ')}`,
    );
  if (command === 'redrive') {
    if (work !== undefined) return { kind: 'redrive', queue: work };
    throw new WrongUseError(
      `What the ${called} left behind is no work to put back, only what failed: the next one does it by itself. Once the cause is gone, purge it.`,
    );
  }
  if (woken !== undefined) return { kind: 'purge', queue: woken };
  throw new WrongUseError(`What was put aside of ${called} is work that nobody has done: redrive it.`);
};

/** Options that belong to one command; given to another, they would be taken for done. */
const ownOptions: readonly (readonly [keyof Options, string])[] = [
  ['numbers', 'inspect'],
  ['again', 'resend'],
  ['attempt', 'restart'],
];

const wantedOf = (positionals: readonly string[], options: Options, askedBy: string): Wanted => {
  const [command = '', ...words] = positionals;
  for (const [option, owner] of ownOptions)
    if (options[option] !== undefined && options[option] !== false && command !== owner)
      throw new WrongUseError(`--${option} belongs to ${owner}`);
  if (command === 'redrive' || command === 'purge') return queueOf(command, words);
  const expectedWords: Readonly<Record<string, number>> = {
    inspect: 1,
    verify: 1,
    'missing-mails': 1,
    resend: 2,
    restart: 1,
    queues: 0,
  };
  const expected = expectedWords[command];
  if (expected === undefined)
    throw new WrongUseError(command === '' ? 'No command' : `There is no command ${command}`);
  if (words.length !== expected)
    throw new WrongUseError(`${command} takes ${expected === 1 ? 'one word' : `${expected} words`}`);
  const [portRequestId, mail] = words;
  const asked = deskCommand.safeParse({
    command,
    askedBy,
    ...(expected > 0 && { portRequestId }),
    ...(command === 'inspect' && { showsNumbers: options.numbers }),
    ...(command === 'resend' && { mail, again: options.again }),
    ...(options.attempt !== undefined && { attempt: Number(options.attempt) }),
  });
  if (!asked.success)
    throw new WrongUseError(
      asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  return { kind: 'ask', command: asked.data };
};

/**
 * Reads a command line; undefined where help is wanted.
 * @param login who asks where the line does not say it.
 * @throws WrongUseError
 */
export const readCommandLine = (given: readonly string[], login: string): CommandLine | undefined => {
  const { values, positionals } = parsed(given);
  if (values.help) return undefined;
  // A login may hold what our log takes for something else.
  const { as: givenLogin = login.replaceAll(/[^\w.-]/g, '_').slice(0, 64) } = values;
  return {
    wanted: wantedOf(positionals, values, givenLogin),
    where: whereOf(values),
    askedBy: givenLogin,
    changesUnasked: values.yes,
    asJson: values.json,
  };
};
