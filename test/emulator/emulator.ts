import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Program, ProgramFailedError, startProgram, tailOf } from './program.ts';

/** The account and the region everything is deployed to. */
export const account = '000000000000';
export const region = 'eu-west-1';

/** What every AWS client needs to reach the emulator and nothing else. The key `test` may do everything. */
export const awsEnvironment = (endpoint: string): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
});

export type Emulator = { readonly endpoint: string; readonly program: Program };

type EmulatorOptions = {
  readonly python: string;
  readonly launcher: string;
  readonly log: string;
  /** A folder for the emulator's own files and the unpacked functions. */
  readonly workFolder: string;
  /** The folder of the Node that runs the functions. */
  readonly nodeFolder: string;
  /** Whether each call is judged by the policies of its caller. */
  readonly judgesCalls: boolean;
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port');
  return address.port;
};

const startUpSeconds = 60;

const isHealthy = (endpoint: string): Promise<boolean> =>
  fetch(`${endpoint}/_ministack/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Starts an empty emulator. Its environment is its own: the functions inherit it, and would find another's credentials,
 * endpoints and options in ours.
 * @throws ProgramFailedError when it does not come up.
 */
export const startEmulator = async (
  { python, launcher, log, workFolder, nodeFolder, judgesCalls }: EmulatorOptions,
  interrupted: AbortSignal,
): Promise<Emulator> => {
  const port = await freePort();
  // An address, not a name: clients then put a bucket into the path, and no name has to be resolved.
  const endpoint = `http://127.0.0.1:${port}`;
  const program = startProgram(python, [launcher], {
    cwd: workFolder,
    env: {
      PATH: [nodeFolder, dirname(python), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      HOME: workFolder,
      TMPDIR: workFolder,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: region,
      AWS_DEFAULT_REGION: region,
      AUTH: String(judgesCalls),
      IOT_MTLS_ENABLED: '0',
      PYTHONUNBUFFERED: '1',
    },
    log,
  });
  try {
    const deadline = Date.now() + startUpSeconds * 1_000;
    while (!(await isHealthy(endpoint))) {
      if (!program.isRunning()) throw new ProgramFailedError(`The emulator ended:\n${tailOf(log)}`);
      if (Date.now() > deadline) throw new ProgramFailedError(`The emulator is not up:\n${tailOf(log)}`);
      await wait(100, undefined, { signal: interrupted });
    }
  } catch (error) {
    await program.stop();
    throw error;
  }
  return { endpoint, program };
};
