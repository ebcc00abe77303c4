import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonata from 'jsonata';
import { isExpression } from '../../sandbox/jsonata.ts';
import {
  type Definition,
  exitsOf,
  type State,
  type TaskState,
  textsIn,
} from '../../sandbox/state-machine-definition.ts';

/** What is wrong with a definition, one sentence each; none if it keeps the rule. */
export type AslRule = (definition: Definition) => readonly string[];

/** What Lambda itself may fail with and a second call may mend. Retrying more would repeat a missed deadline or a bug. */
const lambdaServiceErrors = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
] as const;

const longestExecutionSeconds = 31_536_000;

const eachState =
  (check: (name: string, state: State) => readonly string[]): AslRule =>
  ({ States }) =>
    Object.entries(States).flatMap(([name, state]) => check(name, state));

const eachTask = (check: (name: string, task: TaskState) => readonly string[]): AslRule =>
  eachState((name, state) => (state.Type === 'Task' ? check(name, state) : []));

const unless = (isKept: boolean, problem: string): readonly string[] => (isKept ? [] : [problem]);

const machineHasTimeout: AslRule = ({ TimeoutSeconds }) =>
  unless(
    TimeoutSeconds !== undefined && TimeoutSeconds <= longestExecutionSeconds,
    'the machine needs a TimeoutSeconds of at most a year',
  );

const tasksHaveTimeout = eachTask((name, task) =>
  unless(task.TimeoutSeconds !== undefined, `${name} has no TimeoutSeconds`),
);

const tasksRetryWhatPasses = eachTask((name, task) => {
  const retried = task.Retry.flatMap((retrier) => retrier.ErrorEquals).sort();
  // The time-out of a token wait is a deadline, which a retry would start anew; that of a step is a hang.
  const passing = task.Resource.endsWith('.waitForTaskToken')
    ? ['States.TaskFailed']
    : ['States.TaskFailed', 'States.Timeout'];
  return unless(
    JSON.stringify(retried) === JSON.stringify([...lambdaServiceErrors, ...passing].sort()),
    `${name} must retry the four service errors of Lambda, then ${passing.join(' and ')}, and nothing else`,
  );
});

const tasksCatchEverything = eachTask((name, task) =>
  unless(
    task.Catch.at(-1)?.ErrorEquals.includes('States.ALL') ?? false,
    `${name} must catch States.ALL last`,
  ),
);

const choicesHaveDefault = eachState((name, state) =>
  unless(state.Type !== 'Choice' || state.Default !== undefined, `${name} has no Default`),
);

const statesAreNamed = eachState((name, state) => [
  ...unless(/^[A-Z][A-Za-z0-9]*$/.test(name), `${name} is not in PascalCase`),
  ...unless(
    /^(What|Which|Where|Who|How|When|Is|Are|Was|Were|Has|Have|Did|Does|Can|May|Must)[A-Z]/.test(name) ===
      (state.Type === 'Choice'),
    `${name}: a Choice, and nothing else, is named as a question`,
  ),
]);

/** Only a function's name is filled in at deployment; anywhere else, JSONata would see the placeholder. */
const placeholdersNameFunctions = eachState((name, state) => {
  const functionNames = state.Type === 'Task' ? [state.Arguments.FunctionName] : [];
  const stray = textsIn(state).filter((text) => text.includes('${')).length;
  const placed = functionNames.filter((text) => /^\$\{[A-Z][A-Za-z0-9]*\}$/.test(text)).length;
  return [
    ...unless(placed === functionNames.length, `${name}: FunctionName must be one \${PascalCase}`),
    ...unless(stray === placed, `${name}: a placeholder outside FunctionName`),
  ];
});

/** The states one gets to from `from`, itself included, along `next`. */
const reach = (from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> => {
  const reached = new Set(from);
  for (const name of reached) for (const other of next(name)) reached.add(other); // a Set grows while it is walked
  return reached;
};

const targetsOf = (definition: Definition, name: string): readonly string[] => {
  const state = definition.States[name];
  return state ? exitsOf(state).map((exit) => exit.to) : [];
};

const statesAreReachable: AslRule = (definition) => {
  const reached = reach([definition.StartAt], (name) => targetsOf(definition, name));
  return Object.keys(definition.States)
    .filter((name) => !reached.has(name))
    .map((name) => `${name} is never reached`);
};

const statesReachAnEnd: AslRule = (definition) => {
  const names = Object.keys(definition.States);
  const ends = Object.entries(definition.States)
    .filter(([, state]) => state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End))
    .map(([name]) => name);
  const leading = reach(ends, (end) => names.filter((name) => targetsOf(definition, name).includes(end)));
  return names.filter((name) => !leading.has(name)).map((name) => `${name} never gets to an end`);
};

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The variables an expression reads and those it binds itself; a function's name is not a variable of the machine. */
const variablesOf = (
  value: unknown,
): { readonly read: readonly string[]; readonly bound: readonly string[] } => {
  if (!isNode(value) || value instanceof RegExp) return { read: [], bound: [] };
  const own = value['type'] === 'variable' && typeof value['value'] === 'string' ? [value['value']] : [];
  const parts = Object.entries(value)
    .filter(([key, part]) => !(key === 'procedure' && isNode(part) && part['type'] === 'variable'))
    .map(([, part]) => variablesOf(part));
  const binders = [
    ...(value['type'] === 'bind' ? [value['lhs']] : []),
    ...(value['type'] === 'lambda' && Array.isArray(value['arguments']) ? value['arguments'] : []),
  ].flatMap((part) => variablesOf(part).read);
  return {
    read: [...own, ...parts.flatMap((part) => part.read)],
    bound: [...binders, ...parts.flatMap((part) => part.bound)],
  };
};

/** The variables of the machine a state reads: `$$`, `$` and `$states` are none. */
const variablesRead = (state: State): ReadonlySet<string> =>
  new Set(
    textsIn(state)
      .filter(isExpression)
      .flatMap((text) => {
        const { read, bound } = variablesOf(jsonata(text.slice(2, -2)).ast());
        return read.filter((name) => !bound.includes(name) && !['', '$', 'states'].includes(name));
      }),
  );

/** The variables that are certain to be set on entering each reachable state: those set on every path to it. */
const variablesSet = (definition: Definition): ReadonlyMap<string, ReadonlySet<string>> => {
  const certain = new Map<string, ReadonlySet<string>>([[definition.StartAt, new Set()]]);
  const waiting = [definition.StartAt];
  for (const name of waiting) {
    const state = definition.States[name];
    for (const exit of state ? exitsOf(state) : []) {
      const arriving = new Set([...(certain.get(name) ?? []), ...exit.assign]);
      const before = certain.get(exit.to);
      const after = before ? new Set([...before].filter((variable) => arriving.has(variable))) : arriving;
      if (before?.size === after.size) continue;
      certain.set(exit.to, after);
      waiting.push(exit.to); // what follows it has to be looked at again
    }
  }
  return certain;
};

const variablesAreAssigned: AslRule = (definition) => {
  const certain = variablesSet(definition);
  return eachState((name, state) => {
    const set = certain.get(name);
    if (!set) return []; // never reached: another rule's problem
    return [...variablesRead(state)]
      .filter((variable) => !set.has(variable))
      .map((variable) => `${name} reads $${variable}, which is not assigned on every path to it`);
  })(definition);
};

/** Own error names in `ErrorEquals` must be among `known`; a class renamed would otherwise never match again. */
export const errorNamesExist = (known: ReadonlySet<string>): AslRule =>
  eachTask((name, task) =>
    [...task.Retry, ...task.Catch]
      .flatMap((matcher) => matcher.ErrorEquals)
      .filter((error) => !/^(States|Lambda)\./.test(error) && !known.has(error))
      .map((error) => `${name} matches ${error}, which is no exported error class`),
  );

/** The names of the error classes that the TypeScript files under a folder export. */
export const exportedErrorNames = (folder: string): ReadonlySet<string> => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Set(files.flatMap((file) => errorNamesIn(readFileSync(join(folder, file), 'utf8'))));
};

/** The names of the error classes a source text exports. */
export const errorNamesIn = (source: string): readonly string[] =>
  [...source.matchAll(/^export class (\w+Error) /gm)].flatMap(([, name]) => name ?? []);

export const aslRules = {
  'the machine has a time-out of at most a year': machineHasTimeout,
  'every task has a time-out': tasksHaveTimeout,
  'every task retries what passes, and nothing else': tasksRetryWhatPasses,
  'every task catches all errors last': tasksCatchEverything,
  'every choice has a default': choicesHaveDefault,
  'names say what a state is': statesAreNamed,
  'a placeholder is the name of a function': placeholdersNameFunctions,
  'every state is reachable': statesAreReachable,
  'every state can reach an end': statesReachAnEnd,
  'every variable is assigned on every path before it is read': variablesAreAssigned,
} as const satisfies Readonly<Record<string, AslRule>>;

const tableHeader = ['State', 'Meaning for the customer', 'Who acts next', 'Deadline', 'On failure'];

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Where the table of states in a Markdown text and the definition differ, or a cell is empty. */
export const stateTableProblems = (definition: Definition, markdown: string): readonly string[] => {
  const lines = markdown.split('\n');
  const header = lines.findIndex((line) => JSON.stringify(cellsOf(line)) === JSON.stringify(tableHeader));
  if (header < 0) return [`no table with the columns ${tableHeader.join(', ')}`];
  const after = lines.slice(header + 2);
  const end = after.findIndex((line) => !line.startsWith('|'));
  const rows = after.slice(0, end < 0 ? undefined : end).map(cellsOf);
  const described = rows.map(([state = '']) => state.replaceAll('`', ''));
  const names = Object.keys(definition.States);
  return [
    ...names.filter((name) => !described.includes(name)).map((name) => `${name} has no row`),
    ...described.filter((name) => !names.includes(name)).map((name) => `the row of ${name} has no state`),
    ...described
      .filter((name, index) => described.indexOf(name) < index)
      .map((name) => `${name} has two rows`),
    ...rows
      .filter((cells) => cells.length !== tableHeader.length || cells.includes(''))
      .map(([state]) => `the row of ${state} is incomplete`),
  ];
};
