import * as z from 'zod';
import { whyNotAnExpression } from './jsonata.ts';

// Strict objects throughout: a field nobody interprets would make the sandbox silently differ from Step Functions.

const Expression = z.string().startsWith('{%').endsWith('%}');
const Comment = z.string().optional();
const shaping = {
  Assign: z.record(z.string().regex(/^(?!states$)[A-Za-z_]\w*$/), z.json()).optional(),
  Output: z.json().optional(),
};
const following = { Next: z.string().optional(), End: z.literal(true).optional() };
const ErrorEquals = z.array(z.string()).min(1);

const Retrier = z.strictObject({
  ErrorEquals,
  IntervalSeconds: z.int().min(1).default(1),
  MaxAttempts: z.int().min(0).default(3),
  BackoffRate: z.number().min(1).default(2),
  JitterStrategy: z.literal('FULL').optional(),
  MaxDelaySeconds: z.int().min(1).optional(),
});

const Catcher = z.strictObject({ ErrorEquals, Next: z.string(), ...shaping });

const Task = z.strictObject({
  Type: z.literal('Task'),
  Comment,
  Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
  Arguments: z.strictObject({ FunctionName: z.string(), Payload: z.json().optional() }),
  TimeoutSeconds: z.union([z.int().min(1), Expression]).optional(),
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
  ...shaping,
  ...following,
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Comment,
  Choices: z.array(z.strictObject({ Comment, Condition: Expression, Next: z.string(), ...shaping })).min(1),
  Default: z.string().optional(),
});

const Wait = z.strictObject({
  Type: z.literal('Wait'),
  Comment,
  Seconds: z.union([z.int().min(0), Expression]).optional(),
  Timestamp: z.string().optional(),
  ...following,
});

const Pass = z.strictObject({ Type: z.literal('Pass'), Comment, ...shaping, ...following });
const Succeed = z.strictObject({ Type: z.literal('Succeed'), Comment, Output: shaping.Output });
const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment,
  Error: z.string(),
  Cause: z.string().optional(),
});

const State = z.discriminatedUnion('Type', [Task, Choice, Wait, Pass, Succeed, Fail]);

const Definition = z
  .strictObject({
    Comment,
    QueryLanguage: z.literal('JSONata'),
    StartAt: z.string(),
    States: z.record(z.string(), State),
    TimeoutSeconds: z.int().min(1).optional(),
  })
  .superRefine((definition, context) => {
    for (const message of problemsOf(definition)) context.addIssue({ code: 'custom', message });
  });

export type TaskState = z.infer<typeof Task>;
export type ChoiceState = z.infer<typeof Choice>;
export type WaitState = z.infer<typeof Wait>;
export type State = z.infer<typeof State>;

/** A state machine as it is interpreted. */
export type Definition = {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly TimeoutSeconds?: number | undefined;
};

/** One way out of a state. `assign` names the variables it sets. */
export type StateExit = {
  readonly to: string;
  readonly assign: readonly string[];
  readonly when:
    | { readonly kind: 'done' }
    | { readonly kind: 'condition'; readonly condition: string }
    | { readonly kind: 'otherwise' }
    | { readonly kind: 'error'; readonly errors: readonly string[] };
};

/** Every way out of a state, in the order in which they are tried; none for one that ends the execution. */
export const exitsOf = (state: State): readonly StateExit[] => {
  if (state.Type === 'Choice') {
    const rules = state.Choices.map(
      (rule): StateExit => ({
        to: rule.Next,
        assign: Object.keys(rule.Assign ?? {}),
        when: { kind: 'condition', condition: rule.Condition },
      }),
    );
    if (state.Default === undefined) return rules;
    return [...rules, { to: state.Default, assign: [], when: { kind: 'otherwise' } }];
  }
  const exits: StateExit[] = [];
  if ('Next' in state && state.Next !== undefined) {
    const assign = 'Assign' in state ? Object.keys(state.Assign ?? {}) : [];
    exits.push({ to: state.Next, assign, when: { kind: 'done' } });
  }
  if (state.Type === 'Task') {
    for (const catcher of state.Catch) {
      const when = { kind: 'error', errors: catcher.ErrorEquals } as const;
      exits.push({ to: catcher.Next, assign: Object.keys(catcher.Assign ?? {}), when });
    }
  }
  return exits;
};

/** Every text in a value of the definition, at any depth, without the keys. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const wildcardProblems = (name: string, matchers: readonly { readonly ErrorEquals: readonly string[] }[]) =>
  matchers.flatMap(({ ErrorEquals: names }, index) =>
    names.includes('States.ALL') && (names.length > 1 || index < matchers.length - 1)
      ? [`${name}: States.ALL must stand alone and last`]
      : [],
  );

const stateProblems = (name: string, state: State): readonly string[] => {
  const problems: string[] = [];
  if (state.Type === 'Task' || state.Type === 'Wait' || state.Type === 'Pass') {
    if ((state.Next === undefined) === (state.End === undefined))
      problems.push(`${name}: either Next or End`);
  }
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined)) {
    problems.push(`${name}: either Seconds or Timestamp`);
  }
  if (state.Type === 'Task') {
    problems.push(...wildcardProblems(name, state.Retry), ...wildcardProblems(name, state.Catch));
  }
  for (const text of textsIn(state)) {
    const problem = whyNotAnExpression(text);
    if (problem) problems.push(`${name}: ${problem}`);
  }
  return problems;
};

const problemsOf = (definition: Definition): readonly string[] => {
  const states = Object.entries(definition.States);
  const targets = [
    definition.StartAt,
    ...states.flatMap(([, state]) => exitsOf(state).map((exit) => exit.to)),
  ];
  const unknown = targets.filter((target) => !Object.hasOwn(definition.States, target));
  return [
    ...unknown.map((target) => `no state is called ${target}`),
    ...states.flatMap(([name, state]) => stateProblems(name, state)),
  ];
};

/**
 * Reads a state machine in Amazon States Language. Throws a `ZodError` that lists every problem: a field, state type or
 * resource the sandbox does not interpret, a target that does not exist, an expression that does not parse.
 */
export const parseDefinition = (definition: unknown): Definition => Definition.parse(definition);
