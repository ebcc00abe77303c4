import { userInfo } from 'node:os';
import { confirm, isCancel } from '@clack/prompts';
import { readStage } from '../lib/stages.ts';
import type { Where } from './desk/arguments.ts';
import { type Ask, runDesk } from './desk/program.ts';

/** Thrown when a sandbox does not answer, or not what was asked. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

const sandboxDesk =
  (url: string): Ask =>
  async (command) => {
    const response = await fetch(`${url}/sandbox/desk`, {
      method: 'POST',
      body: JSON.stringify(command),
    }).catch((cause: unknown) => {
      throw new NoAnswerError(`No sandbox answers at ${url} (npm start)`, { cause });
    });
    if (!response.ok) throw new NoAnswerError(`${url} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };

/** Loaded only when it is wanted: the client of Lambda takes longer to load than all the rest. */
const deployedDesk = (stage: Extract<Where, { readonly stage: unknown }>['stage']): Ask => {
  const loaded = import('../functions/aws/lambda-desk.ts').then(({ lambdaDesk }) =>
    lambdaDesk({ stage, config: { region: process.env['AWS_REGION'] ?? readStage(stage).region } }),
  );
  return async (command) => (await loaded)(command);
};

/** Whoever runs this; a machine may have no name for them. */
const login = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

process.exitCode = await runDesk(process.argv.slice(2), {
  open: (where) => ('stage' in where ? deployedDesk(where.stage) : sandboxDesk(where.url)),
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  isTerminal: process.stdin.isTTY && process.stderr.isTTY,
  confirm: async (message) => {
    const answer = await confirm({ message, initialValue: false, output: process.stderr });
    return !isCancel(answer) && answer;
  },
  login: login(),
  progress: process.stderr,
});
