import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { preparePython } from '../emulator/python-venv.ts';
import { type ServedWorld, serveWorld } from './served-world.ts';

// `npm run fuzz`: serves a sandbox full of port requests and has Schemathesis make up calls from the OpenAPI document that
// it serves. `-- --seed 7` repeats a run, `--examples 200` makes up more calls of each operation. Ends with
// `N passed, N failed`: operations without a finding, and findings.

const project = resolve(import.meta.dirname, '..', '..');
const own = join(project, '.tmp', 'fuzz');
const reportFile = join(own, 'report.json');
const worldFile = join(own, 'world.json');
const inFolder = (name: string) => join(import.meta.dirname, name);

const say = (text: string) => process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
    examples: { type: 'string', default: '100' },
  },
});

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => interruption.abort(new Error(`Stopped by ${signal}`)));

const environment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...more,
});

/** Leaves for Schemathesis what it has to know of the world. */
const describeWorld = async ({ client, world }: ServedWorld): Promise<void> => {
  const { secret } = (await client.get('/sandbox/operators/colt', { token: null })).json;
  writeFileSync(worldFile, JSON.stringify({ ...world, operatorSecret: secret }));
  for (const [name, entries] of Object.entries(world.dictionaries))
    writeFileSync(join(own, `${name}.dict`), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
};

const runSchemathesis = async (python: string, { client, baseUrl }: ServedWorld): Promise<void> => {
  const parameters = [
    ...['-m', 'schemathesis.cli', '--no-color', '--config-file', inFolder('schemathesis.toml')],
    ...['run', `${baseUrl}/v1/openapi.json`, '--seed', values.seed, '--max-examples', values.examples],
    ...['--report-json-path', reportFile],
  ];
  const env = environment({
    FUZZ_TOKEN: await client.tokenFor('acme', 'port-requests:read port-requests:write desk'),
    FUZZ_WORLD: worldFile,
    SCHEMATHESIS_HOOKS: inFolder('hooks.py'),
    HYPOTHESIS_STORAGE_DIRECTORY: join(own, 'hypothesis'),
  });
  const options = { cwd: own, env, stdio: 'inherit', signal: interruption.signal } as const;
  await once(spawn(python, parameters, options), 'exit');
};

/** What Schemathesis reports of a run, as far as it counts here. */
const report = z.object({
  exit_code: z.int(),
  complete: z.boolean(),
  operations: z.object({ selected: z.int(), tested: z.int(), errored: z.int() }),
  test_cases: z.object({ generated: z.int(), unique_failures: z.int() }),
  failures: z.array(z.object({ operations: z.array(z.string()) })),
});

type Count = { readonly passed: number; readonly failed: number };

/** How the run went. A run that ended early, or did not reach everything, has failed, whatever it found. */
const countOf = (faults: readonly string[]): Count => {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const { exit_code, complete, operations, test_cases, failures } = report.parse(
    JSON.parse(readFileSync(reportFile, 'utf8')),
  );
  const found = new Set(failures.flatMap((failure) => failure.operations)).size;
  const isWhole = exit_code === 0 && complete && operations.tested === operations.selected;
  const failed = test_cases.unique_failures + operations.errored + faults.length;
  say(`${test_cases.generated} calls of ${operations.tested} operations, seed ${values.seed}`);
  return { passed: Math.max(0, operations.tested - found), failed: isWhole ? failed : Math.max(failed, 1) };
};

const runAll = async (): Promise<Count> => {
  const options = { cwd: own, env: environment(), log: join(own, 'python.log') };
  const python = await preparePython(
    join(own, 'venv'),
    inFolder('requirements.txt'),
    options,
    interruption.signal,
    11,
  );
  const served = await serveWorld();
  try {
    await describeWorld(served);
    await runSchemathesis(python, served);
    const faults = served.faults();
    for (const fault of faults) say(fault);
    return countOf(faults);
  } finally {
    served.close();
  }
};

mkdirSync(own, { recursive: true });
rmSync(reportFile, { force: true });
let count: Count = { passed: 0, failed: 1 };
try {
  count = await runAll();
} catch (error) {
  say(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
say(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = interruption.signal.aborted ? 130 : count.failed === 0 ? 0 : 1;
