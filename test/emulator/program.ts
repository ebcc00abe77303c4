import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Thrown when a program ended otherwise than well; the message ends with what it last wrote. */
export class ProgramFailedError extends Error {
  override readonly name = 'ProgramFailedError';
}

/** Thrown when the user wants everything to end. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

export type ProgramOptions = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where everything it writes goes. */
  readonly log: string;
  /** Takes what a Node program sends to the process that started it. */
  readonly hear?: (message: unknown) => void;
};

/** A running program, and all it starts. */
export type Program = {
  /** Its exit code, or null when it was killed or could not be started. */
  readonly ended: Promise<number | null>;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
};

/** How long a program may take to end by itself once it is told to. */
const graceMilliseconds = 5_000;

/** The last lines of a log, colours left out. */
export const tailOf = (log: string, lines = 40): string =>
  readFileSync(log, 'utf8')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
    .replaceAll(/\u001b\[[0-9;]*m/g, '')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .join('\n');

const signalGroup = (leader: number | undefined, signal: NodeJS.Signals) => {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left in the group.
  }
};

/**
 * Starts a program in a process group of its own: Ctrl-C then reaches this process alone, which stops the others in order,
 * and with their leader the programs end that it started itself.
 */
export const startProgram = (
  command: string,
  parameters: readonly string[],
  { cwd, env, log, hear }: ProgramOptions,
): Program => {
  const output = openSync(log, 'a');
  const child = spawn(command, parameters, {
    cwd,
    env,
    stdio: ['ignore', output, output, ...(hear === undefined ? [] : (['ipc'] as const))],
    detached: true,
  });
  closeSync(output);
  if (hear !== undefined) child.on('message', hear);
  const killAtExit = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killAtExit);
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  child.once('error', () => resolve(null));
  return {
    ended,
    isRunning: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    stop: async () => {
      signalGroup(child.pid, 'SIGTERM');
      await Promise.race([ended, wait(graceMilliseconds, undefined, { ref: false })]);
      signalGroup(child.pid, 'SIGKILL');
      await ended;
      process.off('exit', killAtExit);
    },
  };
};

/**
 * Runs a program to its end.
 * @throws ProgramFailedError unless it ends well, InterruptedError when the signal says so first.
 */
export const runProgram = async (
  command: string,
  parameters: readonly string[],
  options: ProgramOptions,
  interrupted: AbortSignal,
): Promise<void> => {
  interrupted.throwIfAborted();
  const program = startProgram(command, parameters, options);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(interrupted.reason);
  interrupted.addEventListener('abort', abort);
  try {
    const code = await Promise.race([program.ended, aborted]);
    if (code !== 0) {
      const said = tailOf(options.log);
      throw new ProgramFailedError(`${command} ${parameters.join(' ')}\nended with ${code}:\n${said}`);
    }
  } finally {
    interrupted.removeEventListener('abort', abort);
    await program.stop();
  }
};
