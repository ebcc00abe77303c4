import { PassThrough } from 'node:stream';
import type { Where } from '../../bin/desk/arguments.ts';
import { type Ask, type ExitCode, runDesk } from '../../bin/desk/program.ts';
import type { SandboxClient } from './sandbox-client.ts';

/** What came of a command of the desk. */
export type DeskRun = {
  readonly code: ExitCode;
  readonly said: string;
  /** What was no answer. */
  readonly complaint: string;
  /** What somebody was asked. */
  readonly questions: readonly string[];
};

/** Somebody at a terminal who says yes or no; `absent`: nobody is there. */
export type Person = 'agrees' | 'declines' | 'absent';

/** Runs a command of the desk in this process, with somebody who answers its questions. */
export const runDeskWith = async (
  open: (where: Where) => Ask,
  given: readonly string[],
  person: Person = 'agrees',
): Promise<DeskRun> => {
  const said: string[] = [];
  const complaints: string[] = [];
  const questions: string[] = [];
  const code = await runDesk(given, {
    open,
    say: (text) => said.push(text),
    complain: (text) => complaints.push(text),
    isTerminal: person !== 'absent',
    confirm: async (question) => {
      questions.push(question);
      return person === 'agrees';
    },
    login: 'ann.operations',
    progress: new PassThrough().resume(),
  });
  return { code, said: said.join('\n'), complaint: complaints.join('\n'), questions };
};

/** Asks a sandbox as `bin/desk.ts` does, without a network in between. */
export const deskOf =
  (client: SandboxClient): Ask =>
  async (command) => {
    const { status, json, text } = await client.post('/sandbox/desk', command, { token: null });
    if (status !== 200) throw new Error(text);
    return json;
  };

/** Runs a command of the desk on a sandbox; the words of a line are split at blanks. */
export const onDesk = (client: SandboxClient, line: string, person?: Person): Promise<DeskRun> =>
  runDeskWith(() => deskOf(client), line.split(' '), person);
