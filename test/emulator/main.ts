import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bootstrap, type CdkOptions, deploy, furnish, synthesise } from './deployment.ts';
import { awsEnvironment, startEmulator } from './emulator.ts';
import { type Partners, startPartners } from './partners.ts';
import { InterruptedError, type ProgramOptions, runProgram } from './program.ts';
import { preparePython } from './python-venv.ts';
import { shownProgress } from './told-progress.ts';

// `npm run e2e`: deploys the synthesised app to an emulator of AWS and runs the tests of this folder against it, first with
// every call allowed, then with each call judged by the policies of its caller. Ends with `N passed, N failed`.

const project = resolve(import.meta.dirname, '..', '..');
const own = join(project, '.tmp', 'e2e');
const logs = join(own, 'logs');
const nodeFolder = dirname(process.execPath);
const inProject = (...path: string[]) => join(project, 'test', 'emulator', ...path);

const say = (text: string) => process.stdout.write(`${text}\n`);

const interruption = new AbortController();
const interrupted = interruption.signal;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => interruption.abort(new InterruptedError(`Stopped by ${signal}`)));

/** One line for each stage, with the seconds it took. */
const stage = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
  const begun = performance.now();
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = 'done';
    return result;
  } finally {
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1).padStart(6);
    say(`${seconds} s  ${name}${outcome === 'done' ? '' : `: ${outcome}`}`);
  }
};

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const logTo = (name: string, more: Readonly<Record<string, string>> = {}): ProgramOptions => ({
  cwd: project,
  env: { ...ownEnvironment(), PATH: `${nodeFolder}:${process.env['PATH'] ?? ''}`, ...more },
  log: join(logs, `${name}.log`),
});

type Count = { readonly passed: number; readonly failed: number };

/** The journeys and edges of the deployed service. */
const deployedTests = ['--config', inProject('vitest.config.ts')];

/** What every store, queue and lifecycle promises, on the emulator's services instead of doubles of them. */
const contractTests = [
  '--project',
  'aws',
  ...['dynamo-stores', 'dynamo-commit', 'dynamo-reads', 'emulator'].map((suite) =>
    join('test', 'aws', `${suite}.test.ts`),
  ),
];

/** Runs tests; what they print is shown whole. A runner that ends without its count, or finds no test, has failed. */
const runTests = async (
  name: string,
  tests: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Count> => {
  const progress = shownProgress(name);
  const options = { ...logTo(name, environment), hear: progress.hear };
  const vitest = join(project, 'node_modules', '.bin', 'vitest');
  const endedWell = await runProgram(vitest, ['run', ...tests], options, interrupted)
    .then(
      () => true,
      (error: unknown) => {
        if (interrupted.aborted) throw error;
        return false;
      },
    )
    .finally(progress.end);
  const output = readFileSync(options.log, 'utf8');
  say(output.trimEnd());
  const [, passed = 0, failed = 0] = [...(/^(\d+) passed, (\d+) failed$/m.exec(output) ?? [])].map(Number);
  return { passed, failed: endedWell && passed > 0 ? failed : Math.max(failed, 1) };
};

const sumOf = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
});

/** The calls that were refused, though every role should have what it needs. A retry may have hidden them from the tests. */
const refusedCalls = (log: string): readonly string[] => [
  ...new Set(
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('refused:')),
  ),
];

/** The last warnings and errors that functions logged, each cut short; the whole is in the file. */
const faultsIn = (log: string): readonly string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /"level":"(WARN|ERROR|CRITICAL)"/.test(line))
    .map((line) => line.slice(0, 600))
    .slice(-10);

type Setting = {
  readonly name: string;
  readonly judgesCalls: boolean;
  readonly python: string;
  readonly cdk: CdkOptions;
  readonly assembly: string;
  readonly partners: Partners;
  readonly workFolder: string;
};

const runOnce = async (setting: Setting): Promise<Count> => {
  const { name, judgesCalls, python, cdk, assembly, partners, workFolder } = setting;
  const log = join(logs, `${name}-emulator.log`);
  const worldFile = join(workFolder, 'world.json');
  partners.forgetOrders();
  const emulatorOptions = {
    python,
    launcher: inProject('launch-ministack.py'),
    log,
    workFolder,
    nodeFolder,
    judgesCalls,
  };
  const { endpoint, program } = await stage(`${name}: start the emulator`, () =>
    startEmulator(emulatorOptions, interrupted),
  );
  const keepFunctionLogs = () =>
    runProgram(
      python,
      [inProject('read-function-logs.py'), endpoint],
      logTo(`${name}-functions`, awsEnvironment(endpoint)),
      interrupted,
    );
  try {
    await stage(`${name}: bootstrap`, () => bootstrap(cdk, endpoint, interrupted));
    const deployed = await stage(`${name}: deploy`, () => deploy(cdk, endpoint, assembly, interrupted));
    await furnish(deployed, endpoint, partners, judgesCalls, worldFile);
    let count = await stage(`${name}: tests`, () =>
      runTests(`${name}-tests`, deployedTests, { E2E_WORLD: worldFile }),
    );
    const refused = refusedCalls(log);
    // Not where calls are judged: these suites call as an administrator and would show nothing more.
    if (!judgesCalls)
      count = sumOf(
        count,
        await stage(`${name}: contract suites`, () =>
          runTests(`${name}-contracts`, contractTests, {
            DYNAMODB_ENDPOINT: endpoint,
            EMULATOR_ENDPOINT: endpoint,
          }),
        ),
      );
    for (const line of refused) say(line);
    if (count.failed + refused.length > 0) {
      await keepFunctionLogs();
      for (const line of faultsIn(join(logs, `${name}-functions.log`))) say(line);
    }
    return { passed: count.passed, failed: count.failed + refused.length };
  } finally {
    await program.stop();
  }
};

const runAll = async (workFolder: string): Promise<Count> => {
  const requirements = inProject('requirements.txt');
  const python = await stage('Python environment', () =>
    preparePython(join(own, 'venv'), requirements, logTo('python'), interrupted),
  );
  const partners = await startPartners();
  try {
    const cdk = { projectFolder: project, workFolder, nodeFolder, log: join(logs, 'cdk.log') };
    const assembly = await stage('synthesise', () => synthesise(cdk, partners.jwksUrl, interrupted));
    let count: Count = { passed: 0, failed: 0 };
    for (const [name, judgesCalls] of [
      ['open', false],
      ['judged', true],
    ] as const) {
      const folder = mkdtempSync(join(workFolder, `${name}-`));
      const run = { name, judgesCalls, python, cdk, assembly, partners, workFolder: folder };
      count = sumOf(count, await runOnce(run));
    }
    return count;
  } finally {
    await partners.close();
  }
};

rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
// Outside the project: below its package.json the functions would find our packages, and their loader another module system.
const workFolder = mkdtempSync(join(tmpdir(), 'porting-e2e-'));
let count: Count = { passed: 0, failed: 1 };
try {
  count = await runAll(workFolder);
} catch (error) {
  say(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
} finally {
  rmSync(workFolder, { recursive: true, force: true });
}
if (count.failed === 0) rmSync(logs, { recursive: true, force: true });
else if (existsSync(logs)) say(`The logs are in ${logs}`);
say(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = interrupted.aborted ? 130 : count.failed === 0 ? 0 : 1;
