import { type Log, logTo } from '../../../functions/runtime/log.ts';
import type { TaskHandler } from '../../../functions/runtime/task.ts';
import type { AroundCall } from '../../../sandbox/adapter-calls.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/sandbox.ts';
import type { Doubles } from '../../../sandbox/world-options.ts';
import { foundIn } from './found-personal-data.ts';
import { createPersonalValues, type PersonalValues } from './personal-values.ts';
import { createWrittenTexts, type WrittenTexts } from './written-texts.ts';

/** A world with all that it wrote where whoever looks after the service can read it. */
type WatchedWorld = {
  readonly values: PersonalValues;
  /** Of start links and of receivers: they may stand nowhere. */
  readonly secrets: Set<string>;
  /** Of waits: Step Functions hands them to a task, so they stand in the history of its execution and nowhere else. */
  readonly taskTokens: Set<string>;
  readonly logged: WrittenTexts;
  readonly queued: WrittenTexts;
  readonly executed: WrittenTexts;
  readonly sandbox: { current: Sandbox | undefined };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const textMember = (value: unknown, name: string): string => {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
};

const bothLogs = (one: Log, other: Log): Log => ({
  info: (message, fields) => {
    one.info(message, fields);
    other.info(message, fields);
  },
  error: (message, fields, error) => {
    one.error(message, fields, error);
    other.error(message, fields, error);
  },
});

/** Notes what adapters are given: what is personal of it, and what is written where. */
const noted =
  ({ values, secrets, queued, executed }: WatchedWorld, around: AroundCall): AroundCall =>
  (call, perform) => {
    const { target, method, given } = call;
    const [first] = given;
    if (target === 'queues') queued.add(given);
    if (target === 'lifecycle' && method === 'start') executed.add(given);
    if (target === 'records' && method === 'commit')
      for (const part of ['after', 'enclosures']) values.collect(memberOf(first, part));
    if (target === 'mail')
      for (const [, token = ''] of textMember(first, 'text').matchAll(/\/start\/([\w-]+)/g))
        secrets.add(token);
    if (target === 'receivers' && method === 'post')
      for (const secret of [memberOf(first, 'secrets')].flat()) secrets.add(String(secret));
    return around(call, perform);
  };

/** Notes what Step Functions would write into the history of an execution: what a function was given, answered or threw. */
const executing =
  ({ executed, taskTokens }: WatchedWorld) =>
  (handler: TaskHandler): TaskHandler =>
  async (input, context) => {
    executed.add(input);
    const token = textMember(input, 'token');
    if (token !== '') taskTokens.add(token);
    try {
      const output = await handler(input, context);
      executed.add(output);
      return output;
    } catch (error) {
      if (error instanceof Error) executed.add([error.name, error.message, error.stack]);
      throw error;
    }
  };

const worlds: { readonly of: 'file' | 'test'; readonly watched: WatchedWorld }[] = [];

let opensFor: 'nobody' | 'file' | 'test' = 'nobody';

/** From now on every world that is opened is watched, and belongs to a test or to all tests of a file. */
export const watchWorldsOf = (whose: 'file' | 'test'): void => {
  opensFor = whose;
};

const passOn: AroundCall = (_, perform) => perform();

/**
 * The options of a sandbox, watched where this file's tests are. `opened` has to be told of the sandbox.
 */
export const watchedOptions = <Options extends Pick<SandboxOptions, 'log'> & { readonly doubles?: Doubles }>(
  options: Options,
): { readonly options: Options; readonly opened: (sandbox: Sandbox) => void } => {
  if (opensFor === 'nobody') return { options, opened: () => {} };
  const watched: WatchedWorld = {
    values: createPersonalValues(),
    secrets: new Set(),
    taskTokens: new Set(),
    logged: createWrittenTexts(),
    queued: createWrittenTexts(),
    executed: createWrittenTexts(),
    sandbox: { current: undefined },
  };
  worlds.push({ of: opensFor, watched });
  const { log, doubles = {} } = options;
  return {
    options: {
      ...options,
      log: bothLogs(
        log,
        logTo((line) => {
          watched.logged.add(line);
        }),
      ),
      doubles: {
        ...doubles,
        around: noted(watched, doubles.around ?? passOn),
        asInvoked: executing(watched),
      },
    },
    opened: (sandbox) => {
      watched.sandbox.current = sandbox;
    },
  };
};

/** What stands where it must not, in one world. */
const leaksOf = (watched: WatchedWorld): readonly string[] => {
  const { values, secrets, taskTokens, logged, queued, executed, sandbox } = watched;
  const world = sandbox.current?.world();
  // Also what a world held before it was watched.
  values.collect(world?.records.all());
  const everyToken = new Set([...secrets, ...taskTokens]);
  const [counted, putAside] = [createWrittenTexts(), createWrittenTexts()];
  counted.add(world?.metrics.all().map(({ name, dimensions }) => [name, dimensions]));
  putAside.add(world?.deadLetters());
  const places = [
    ['the log', logged, everyToken],
    ['the metrics', counted, everyToken],
    ['a queue', queued, everyToken],
    ['a dead letter', putAside, everyToken],
    ['an execution', executed, secrets],
  ] as const;
  return places.flatMap(([place, texts, tokens]) =>
    foundIn(texts.all(), values, tokens).map((found) => `${place} holds ${found}`),
  );
};

/** What stands where it must not, in the worlds of the test that has ended, or in all; they are looked at once. */
export const leaks = (whose: 'test' | 'file'): readonly string[] => {
  const ended = worlds.filter(({ of }) => whose === 'file' || of === 'test');
  const left = worlds.filter((world) => !ended.includes(world));
  worlds.splice(0, worlds.length, ...left);
  return [...new Set(ended.flatMap(({ watched }) => leaksOf(watched)))];
};
