import type { Writable } from 'node:stream';
import { mostTakenAtOnce } from '../../functions/repair/dead-letters.ts';
import { type DeskAnswer, type DeskCommand, deskAnswer } from '../../functions/repair/desk-command.ts';
import { withProgress } from '../../scripts/progress.ts';
import {
  type CommandLine,
  readCommandLine,
  usage,
  type Wanted,
  type Where,
  WrongUseError,
} from './arguments.ts';
import { isWell, wordsOf } from './words.ts';

/** Asks a service something; what it answers is read through the schema here. */
export type Ask = (command: DeskCommand) => Promise<unknown>;

/** What the program meets on the outside; tests stand in for it. */
export type DeskIo = {
  readonly open: (where: Where) => Ask;
  readonly say: (text: string) => void;
  /** What is no answer: questions, refusals, errors. */
  readonly complain: (text: string) => void;
  /** Whether somebody is there to be asked. */
  readonly isTerminal: boolean;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly login: string;
  readonly progress: Writable;
};

/** How a run ended: well; not done, or amiss; not understood. */
export type ExitCode = 0 | 1 | 2;

const nameOf = (where: Where): string => ('stage' in where ? where.stage : where.url);

/** What a proposed command has to end with. */
const moreOf = (where: Where): string =>
  'stage' in where
    ? ` --stage ${where.stage}`
    : where.url === 'http://localhost:4010'
      ? ''
      : ` --url ${where.url}`;

/** What went wrong, down to the reason that whoever runs it can mend. */
const reasonsOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message || error.name, ...(error.cause === undefined ? [] : [reasonsOf(error.cause)])].join(': ')
    : String(error);

type Run = CommandLine & { readonly io: DeskIo; readonly ask: (command: DeskCommand) => Promise<DeskAnswer> };

const show = ({ io, asJson, where }: Run, answer: DeskAnswer): ExitCode => {
  io.say(asJson ? JSON.stringify(answer, undefined, 2) : wordsOf(answer, moreOf(where)));
  return isWell(answer) ? 0 : 1;
};

/** Whether to go on with a change. Where nobody can be asked, it has to be said beforehand. */
const isAgreedTo = async ({ io, changesUnasked, where }: Run, what: string): Promise<boolean> => {
  io.complain(what);
  if (changesUnasked) return true;
  if (!io.isTerminal) {
    io.complain('Nothing was changed: nobody is there to be asked. Say --yes to have it done.');
    return false;
  }
  const isAgreed = await io.confirm(`Do it, on ${nameOf(where)}?`);
  if (!isAgreed) io.complain('Nothing was changed.');
  return isAgreed;
};

/** Asks what would be done, then for it to be done. */
const change = async (
  run: Run,
  command: Extract<DeskCommand, { readonly command: 'resend' | 'restart' }>,
) => {
  const plan = await run.ask(command);
  if (plan.kind !== 'ready') return show(run, plan);
  if (!(await isAgreedTo(run, wordsOf(plan, moreOf(run.where))))) return 1;
  return show(run, await run.ask({ ...command, confirmed: true }));
};

/** Takes off what there is now: what comes after is for another time, so that this ends. */
const empty = async (run: Run, wanted: Exclude<Wanted, { readonly kind: 'ask' }>): Promise<ExitCode> => {
  const { io, ask, askedBy } = run;
  const { kind, queue } = wanted;
  const counted = await ask({ command: 'queues', askedBy });
  const found = counted.kind === 'counted' && counted.queues.find(({ name }) => name === queue);
  const total = found ? found.dead : 0;
  if (total === 0) return show(run, { command: kind, kind: 'done', taken: 0, left: 0 });
  const what =
    kind === 'redrive'
      ? `Would put ${total} of ${queue} back on their queue.`
      : `Would throw away the ${total} that the ${queue} left behind.`;
  if (!(await isAgreedTo(run, what))) return 1;
  const emptied = await withProgress(
    `${kind} ${queue}`,
    total,
    async (advance) => {
      let taken = 0;
      let left = total;
      while (taken < total) {
        const limit = Math.min(mostTakenAtOnce, total - taken);
        const answer = await ask(
          wanted.kind === 'redrive'
            ? { command: 'redrive', askedBy, queue: wanted.queue, limit }
            : { command: 'purge', askedBy, queue: wanted.queue, limit },
        );
        if (answer.kind !== 'done' || !('taken' in answer)) break;
        left = answer.left;
        if (answer.taken === 0) break;
        taken += answer.taken;
        advance(answer.taken);
      }
      return { taken, left };
    },
    io.progress,
  );
  const shown = show(run, { command: kind, kind: 'done', ...emptied });
  if (emptied.taken === total) return shown;
  io.complain(
    `${total - emptied.taken} could not be had just now: somebody else may be at them. Look again in a minute.`,
  );
  return 1;
};

const perform = async (given: readonly string[], io: DeskIo): Promise<ExitCode> => {
  const line = readCommandLine(given, io.login);
  if (line === undefined) {
    io.say(usage);
    return 0;
  }
  const open = io.open(line.where);
  const run: Run = { ...line, io, ask: async (command) => deskAnswer.parse(await open(command)) };
  const { wanted } = line;
  if (wanted.kind !== 'ask') return empty(run, wanted);
  const { command } = wanted;
  return command.command === 'resend' || command.command === 'restart'
    ? change(run, command)
    : show(run, await run.ask(command));
};

/** Does what a command line says, and says what came of it. */
export const runDesk = async (given: readonly string[], io: DeskIo): Promise<ExitCode> => {
  try {
    return await perform(given, io);
  } catch (error) {
    if (error instanceof WrongUseError) {
      io.complain(`${error.message}\n\n${usage}`);
      return 2;
    }
    io.complain(reasonsOf(error));
    return 1;
  }
};
