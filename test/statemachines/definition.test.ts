import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { parseDefinition } from '../../sandbox/state-machine-definition.ts';
import {
  aslRules,
  errorNamesExist,
  errorNamesIn,
  exportedErrorNames,
  stateTableProblems,
} from '../support/asl-lint.ts';

const readText = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readAsl = () => JSON.parse(readText('statemachines/port-lifecycle.asl.json'));
const functions = join(import.meta.dirname, '../../functions');

describe('the port lifecycle', () => {
  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = validate(readAsl());
    expect(isValid, errorsText('\n')).toBe(true);
  });

  test('uses only what the sandbox interprets, in JSONata', () => {
    expect(() => parseDefinition(readAsl())).not.toThrow();
  });

  test.each(Object.entries(aslRules))('%s', (_, rule) => {
    expect(rule(parseDefinition(readAsl()))).toEqual([]);
  });

  test('every own error name is an exported error class', () => {
    expect(errorNamesExist(exportedErrorNames(functions))(parseDefinition(readAsl()))).toEqual([]);
  });

  test('a wait that ends well, or in time, lets the next failure begin its series anew', () => {
    const states: Readonly<Record<string, Readonly<Record<string, unknown>>>> = readAsl().States;
    const waits = Object.entries(states).filter(([name]) => name.startsWith('Await'));
    expect(waits).toHaveLength(4);
    for (const [, wait] of waits)
      expect(wait).toMatchObject({
        Assign: { failures: 0 },
        Catch: [{ ErrorEquals: ['States.Timeout'], Assign: { failures: 0 } }, {}],
      });
  });

  test('every state has its row in the table, and every row its state', () => {
    const definition = parseDefinition(readAsl());
    expect(stateTableProblems(definition, readText('statemachines/README.md'))).toEqual([]);
  });
});

const retry = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'States.TaskFailed',
  ],
};

const placeholder = (functionName: string) => `\${${functionName}}`;

const task = (more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: placeholder('AwaitAnswer'),
    Payload: { token: '{% $states.context.Task.Token %}' },
  },
  TimeoutSeconds: 60,
  Retry: [retry],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'PortFailed' }],
  Next: 'PortCompleted',
  ...more,
});

const ends = { PortCompleted: { Type: 'Succeed' }, PortFailed: { Type: 'Fail', Error: 'Failed' } };

const machine = (
  states: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  TimeoutSeconds: 31_536_000,
  States: { ...states, ...ends },
  ...more,
});

const choice = (more: Readonly<Record<string, unknown>>) => ({
  Type: 'Choice',
  Choices: [{ Condition: '{% $states.input.isLate %}', Next: 'AwaitAnswer' }],
  Default: 'PortCompleted',
  ...more,
});

describe('the rules', () => {
  const good = machine({
    PlanAnswer: task({
      Assign: { seconds: '{% $states.result.seconds %}', list: [1] },
      Next: 'WhatIsNext',
    }),
    WhatIsNext: choice({}),
    AwaitAnswer: task({
      TimeoutSeconds: '{% ( $least := 1; $max([$least, $seconds]) ) %}',
      Output: '{% $map($list, function($item) { $item + $seconds }) %}',
      Next: 'WhatIsNext',
    }),
  });

  test.each(Object.entries(aslRules))('let a good definition pass: %s', (_, rule) => {
    expect(rule(parseDefinition(good))).toEqual([]);
  });

  test('asl-validator knows a good definition from a bad one', () => {
    const copyOf = (definition: unknown) => JSON.parse(JSON.stringify(definition));
    expect(validate(copyOf(good)).errorsText()).toBe('');
    expect(validate(copyOf(machine({ AwaitAnswer: task({ Next: 'Nowhere' }) }))).isValid).toBe(false);
  });

  type RuleName = keyof typeof aslRules;
  const broken: readonly (readonly [RuleName, string, unknown])[] = [
    [
      'the machine has a time-out of at most a year',
      'the machine',
      machine({}, { TimeoutSeconds: undefined, StartAt: 'PortFailed' }),
    ],
    [
      'the machine has a time-out of at most a year',
      'the machine',
      machine({}, { TimeoutSeconds: 31_536_001, StartAt: 'PortFailed' }),
    ],
    [
      'every task has a time-out',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ TimeoutSeconds: undefined }) }),
    ],
    [
      'every task retries what passes, and nothing else',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Retry: [] }) }),
    ],
    [
      'every task retries what passes, and nothing else',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Retry: [{ ErrorEquals: retry.ErrorEquals.slice(1) }] }) }),
    ],
    [
      'every task retries what passes, and nothing else',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Retry: [retry, { ErrorEquals: ['States.Timeout'] }] }) }),
    ],
    [
      'every task retries what passes, and nothing else',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Retry: [retry, { ErrorEquals: ['States.ALL'] }] }) }),
    ],
    ['every task catches all errors last', 'AwaitAnswer', machine({ AwaitAnswer: task({ Catch: [] }) })],
    [
      'every task catches all errors last',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'PortFailed' }] }) }),
    ],
    [
      'every choice has a default',
      'WhatIsNext',
      machine({ WhatIsNext: choice({ Default: undefined }), AwaitAnswer: task() }),
    ],
    ['names say what a state is', 'await_answer', machine({ await_answer: task() })],
    ['names say what a state is', 'IsAnswered', machine({ IsAnswered: task() })],
    ['names say what a state is', 'NextStep', machine({ NextStep: choice({}), AwaitAnswer: task() })],
    [
      'a placeholder is the name of a function',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Arguments: { FunctionName: 'await-answer' } }) }),
    ],
    [
      'a placeholder is the name of a function',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Arguments: { FunctionName: placeholder('await_answer') } }) }),
    ],
    [
      'a placeholder is the name of a function',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Output: { stage: placeholder('Stage') } }) }),
    ],
    [
      'a placeholder is the name of a function',
      'AwaitAnswer',
      machine({ AwaitAnswer: task({ Output: `{% "${placeholder('Stage')}" %}` }) }),
    ],
    ['every state is reachable', 'AwaitAnswer', machine({ PlanAnswer: task(), AwaitAnswer: task() })],
    [
      'every state can reach an end',
      'GoRound',
      machine({
        WhatIsNext: choice({ Default: 'GoRound' }),
        AwaitAnswer: task(),
        GoRound: { Type: 'Pass', Next: 'GoRound' },
      }),
    ],
    [
      'every variable is assigned on every path before it is read',
      'AwaitAnswer reads $a',
      machine({ AwaitAnswer: task({ Assign: { a: '{% $a %}' } }) }),
    ],
    [
      'every variable is assigned on every path before it is read',
      'AwaitAnswer reads $a',
      machine({
        AwaitAnswer: task({
          Arguments: { FunctionName: placeholder('A'), Payload: [{ deep: '{% $states.input.y[z = $a] %}' }] },
        }),
      }),
    ],
    [
      'every variable is assigned on every path before it is read',
      'AwaitAnswer reads $a',
      machine({
        AwaitAnswer: task({
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'PortFailed', Output: '{% $a %}' }],
        }),
      }),
    ],
    [
      'every variable is assigned on every path before it is read',
      'AwaitAnswer reads $a',
      machine({
        WhatIsNext: choice({ Default: 'PlanAnswer' }),
        PlanAnswer: task({ Assign: { a: 1 }, Next: 'AwaitAnswer' }),
        AwaitAnswer: task({ Output: '{% $a %}' }),
      }),
    ],
    [
      'every variable is assigned on every path before it is read',
      'RecordFailure reads $a',
      machine({
        PlanAnswer: task({
          Assign: { a: 1 },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'RecordFailure' }],
        }),
        RecordFailure: task({ Output: '{% $a %}' }),
      }),
    ],
    [
      // RecordFailure is first seen behind PlanAnswer; the longer way without `a` is found later.
      'every variable is assigned on every path before it is read',
      'RecordFailure reads $a',
      machine({
        WhatIsNext: choice({ Default: 'PlanAnswer' }),
        PlanAnswer: task({ Assign: { a: 1 }, Next: 'AskCarrier' }),
        AwaitAnswer: task({ Next: 'AskAgain' }),
        AskAgain: task({ Next: 'AskCarrier' }),
        AskCarrier: task({ Next: 'RecordFailure' }),
        RecordFailure: task({ Output: '{% $a %}' }),
      }),
    ],
  ];

  test.each(broken)('see what is wrong: %s (%s)', (name, expected, definition) => {
    expect(aslRules[name](parseDefinition(definition))).toContainEqual(expect.stringContaining(expected));
  });

  test('every rule is seen to fail', () => {
    expect(new Set(broken.map(([name]) => name))).toEqual(new Set(Object.keys(aslRules)));
  });

  test('a next state that does not exist is refused', () => {
    expect(() => parseDefinition(machine({ AwaitAnswer: task({ Next: 'Nowhere' }) }))).toThrow('Nowhere');
  });

  test('an own error name must be that of an exported error class', () => {
    const definition = parseDefinition(
      machine({
        AwaitAnswer: task({
          Catch: [
            { ErrorEquals: ['States.Timeout', 'RangeSplitError'], Next: 'PortFailed' },
            { ErrorEquals: ['States.ALL'], Next: 'PortFailed' },
          ],
        }),
      }),
    );
    const source = 'export class RangeSplitError extends Error {}\nclass HiddenError extends Error {}\n';
    expect(errorNamesIn(source)).toEqual(['RangeSplitError']);
    expect(errorNamesExist(new Set(['RangeSplitError']))(definition)).toEqual([]);
    expect(errorNamesExist(new Set(['OtherError']))(definition)).toEqual([
      'AwaitAnswer matches RangeSplitError, which is no exported error class',
    ]);
  });
});

describe('the table of states', () => {
  const definition = parseDefinition(machine({ AwaitAnswer: task() }));
  const header = [
    '| State | Meaning for the customer | Who acts next | Deadline | On failure |',
    '|---|---|---|---|---|',
  ];
  const rows = ['AwaitAnswer', 'PortCompleted', 'PortFailed'].map(
    (name) => `| \`${name}\` | a | b | c | d |`,
  );
  const table = (...lines: readonly string[]) =>
    ['# States', '', ...header, ...lines, '', 'More.'].join('\n');

  test.each([
    ['a row per state is right', table(...rows), []],
    ['a state without a row', table(...rows.slice(1)), ['AwaitAnswer has no row']],
    ['a row without a state', table(...rows, '| Gone | a | b | c | d |'), ['the row of Gone has no state']],
    ['two rows for a state', table(...rows, '| AwaitAnswer | a | b | c | d |'), ['AwaitAnswer has two rows']],
    [
      'an empty cell',
      table(...rows.slice(1), '| AwaitAnswer | a |  | c | d |'),
      ['the row of AwaitAnswer is incomplete'],
    ],
    ['no table', '# States\n', [expect.stringContaining('no table')]],
  ])('%s', (_, markdown, problems) => {
    expect(stateTableProblems(definition, markdown)).toEqual(problems);
  });
});
