import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** DynamoDB on this machine, empty and in memory. */
export type DynamodbLocal = {
  readonly endpoint: string;
  /** Ends the process; what it held is gone. */
  readonly stop: () => Promise<void>;
};

/** Why DynamoDB Local cannot run here. */
export class NoDynamodbLocalError extends Error {
  override readonly name = 'NoDynamodbLocalError';
}

/** How a client reaches DynamoDB Local; it takes any key, and keeps the tables of each key and region apart. */
export const dynamodbLocalSettings = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

const startMilliseconds = 30_000;
const lookAgainMilliseconds = 50;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new NoDynamodbLocalError('No port is free');
  return address.port;
};

/** Any answer will do: it refuses a call without a signature, so it is there. */
const isListening = async (endpoint: string): Promise<boolean> => {
  try {
    await (await fetch(endpoint)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

/**
 * Starts DynamoDB Local, AWS's own program, out of the package that carries it. It ends with this process.
 * @throws NoDynamodbLocalError where it cannot run: without Java, above all.
 */
export const startDynamodbLocal = async (): Promise<DynamodbLocal> => {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
    'emulator',
  );
  const port = await freePort();
  // It leaves a file where it runs.
  const workFolder = await mkdtemp(join(tmpdir(), 'dynamodb-local-'));
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { stdio: 'ignore', cwd: workFolder },
  );
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code) => {
    ended ??= `it ended with code ${code}`;
  });
  const kill = () => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    if (ended === undefined) {
      const gone = once(child, 'exit');
      kill();
      await gone;
    }
    await rm(workFolder, { recursive: true, force: true });
  };

  const endpoint = `http://127.0.0.1:${port}`;
  for (
    let waited = 0;
    ended !== undefined || !(await isListening(endpoint));
    waited += lookAgainMilliseconds
  ) {
    if (ended === undefined && waited < startMilliseconds) await setTimeout(lookAgainMilliseconds);
    else {
      const why = ended ?? 'it does not answer';
      await stop();
      throw new NoDynamodbLocalError(`DynamoDB Local did not start: ${why}`);
    }
  }
  return { endpoint, stop };
};
