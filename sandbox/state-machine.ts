import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { type Bindings, evaluate, evaluateFields, QueryEvaluationError } from './jsonata.ts';
import { copyOf, instantOf, textOf, wholeSeconds, withinQuota } from './state-data.ts';
import { type ErrorOutput, errorOutputOf, functionErrorOutput, isMatch, StateError } from './state-error.ts';
import {
  type ChoiceState,
  parseDefinition,
  type State,
  type TaskState,
  type WaitState,
} from './state-machine-definition.ts';

/** The clock a machine waits on. `fire` runs once, when `instant` is reached, unless cancelled before. */
export type Timers = {
  readonly now: () => Temporal.Instant;
  readonly at: (
    instant: Temporal.Instant,
    what: string,
    fire: () => Promise<void>,
  ) => { readonly cancel: () => void };
};

export type StateMachineOptions = {
  /** Parsed Amazon States Language (JSONata), with its placeholders already replaced. */
  readonly definition: unknown;
  /** Runs a function. What it throws becomes a task error: its `name` is what `ErrorEquals` matches. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly timers: Timers;
  /** Runs the work soon, one after the other in this order; the caller drains it. */
  readonly enqueue: (work: () => Promise<void>) => void;
  /** Told of each execution that has ended. */
  readonly onEnd?: (execution: Execution) => void;
};

/** How one execution stands. `states` lists the states entered, in order; a retry does not enter again. Instants are UTC. */
export type Execution = {
  readonly name: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly states: readonly string[];
  readonly input: unknown;
  readonly output: unknown;
  readonly error?: { readonly error: string; readonly cause: string | undefined };
  readonly startedAt: string;
  readonly stoppedAt: string | null;
};

export type StateMachine = {
  /** Same name and input while it runs: `already_running`. Any other use of a known name, for ever: `name_taken`. */
  readonly start: (name: string, input: unknown) => 'started' | 'already_running' | 'name_taken';
  /** `unknown` for a token never given out, already answered or timed out. */
  readonly sendTaskSuccess: (token: string, output: unknown) => 'sent' | 'unknown';
  /** `unknown` as for `sendTaskSuccess`. */
  readonly sendTaskFailure: (
    token: string,
    failure: { readonly error: string; readonly cause: string | undefined },
  ) => 'sent' | 'unknown';
  /** Ends a run where it stands, as somebody may by hand; one that has ended stays as it is. */
  readonly abort: (name: string) => void;
  readonly execution: (name: string) => Execution | undefined;
  /** In the order in which they were started. */
  readonly executions: () => readonly Execution[];
};

type Outcome =
  | { readonly kind: 'succeeded'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly errorOutput: ErrorOutput };

type Run = {
  execution: Execution;
  variables: Bindings;
  /** Lets go of the timer or token the run waits on. */
  stopWaiting: () => void;
  cancelDeadline: () => void;
};

/** One stay in one state; retries share it, with a count per retrier. */
type Visit = {
  readonly run: Run;
  readonly name: string;
  readonly input: unknown;
  readonly enteredAt: string;
  readonly retries: readonly number[];
};

type Transition = {
  readonly Next?: string | undefined;
  readonly Assign?: object | undefined;
  readonly Output?: unknown;
};

/**
 * Interprets one state machine as a Standard workflow of Step Functions, on a clock that is handed in. One execution
 * advances one state per piece of enqueued work, so that whatever else is queued comes in between; it waits on nothing
 * but timers and task tokens. Retries come without jitter, so that a run can be repeated exactly.
 * Throws a `ZodError` for a definition with anything in it that is not interpreted.
 */
export const createStateMachine = (options: StateMachineOptions): StateMachine => {
  const { timers } = options;
  const definition = parseDefinition(options.definition);
  const runs = new Map<string, Run>();
  const openTokens = new Map<string, (outcome: Outcome) => void>();
  let tokensGivenOut = 0;

  const stop = (run: Run, end: Pick<Execution, 'status' | 'output' | 'error'>): void => {
    if (run.execution.status !== 'RUNNING') return; // its deadline passed while a step was under way
    run.stopWaiting();
    run.cancelDeadline();
    run.execution = { ...run.execution, ...end, stoppedAt: timers.now().toString() };
    options.onEnd?.(run.execution);
  };

  const fail = (run: Run, { Error: error, Cause: cause }: ErrorOutput): void =>
    stop(run, { status: 'FAILED', output: undefined, error: { error, cause } });

  const enqueueStep = (run: Run, step: () => Promise<void>): void =>
    options.enqueue(async () => {
      if (run.execution.status !== 'RUNNING') return;
      try {
        await step();
      } catch (thrown) {
        fail(run, errorOutputOf(thrown));
      }
    });

  const wakeAt = (run: Run, instant: Temporal.Instant, what: string, step: () => Promise<void>): void => {
    const timer = timers.at(instant, what, async () => enqueueStep(run, step));
    run.stopWaiting = timer.cancel;
  };

  const bindingsOf = (
    visit: Visit,
    given: { readonly result?: unknown; readonly errorOutput?: ErrorOutput; readonly token?: string } = {},
  ): Bindings => {
    const { execution, variables } = visit.run;
    const { token, ...shown } = given;
    const retryCount = visit.retries.reduce((sum, count) => sum + count, 0);
    const context = {
      Execution: {
        Id: `arn:aws:states:sandbox:000000000000:execution:sandbox:${execution.name}`,
        Name: execution.name,
        Input: execution.input,
        StartTime: execution.startedAt,
      },
      State: { Name: visit.name, EnteredTime: visit.enteredAt, RetryCount: retryCount },
      ...(token === undefined ? {} : { Task: { Token: token } }),
    };
    return { ...variables, states: { input: visit.input, context, ...shown } };
  };

  const enter = (run: Run, name: string, input: unknown): void =>
    enqueueStep(run, async () => {
      const state = definition.States[name];
      if (!state) throw new Error(`no state is called ${name}`);
      run.execution = { ...run.execution, states: [...run.execution.states, name] };
      await visitState({ run, name, input, enteredAt: timers.now().toString(), retries: [] }, state);
    });

  /** Goes on to the next state or to the end. Everything is evaluated first, so `Assign` and `Output` see old values. */
  const leave = async (visit: Visit, transition: Transition, unshaped: unknown, bindings: Bindings) => {
    const { run } = visit;
    const assigned = await evaluateFields(transition.Assign ?? {}, bindings);
    const output = withinQuota(
      transition.Output === undefined ? unshaped : await evaluate(transition.Output, bindings),
    );
    run.variables = { ...run.variables, ...assigned };
    if (transition.Next === undefined) stop(run, { status: 'SUCCEEDED', output });
    else enter(run, transition.Next, output);
  };

  const choose = async (visit: Visit, state: ChoiceState): Promise<void> => {
    const bindings = bindingsOf(visit);
    for (const rule of state.Choices) {
      const isChosen = await evaluate(rule.Condition, bindings);
      if (typeof isChosen !== 'boolean') {
        throw new QueryEvaluationError(`Condition must be true or false: ${rule.Condition}`);
      }
      if (isChosen) return leave(visit, rule, visit.input, bindings);
    }
    if (state.Default === undefined) throw new StateError({ Error: 'States.NoChoiceMatched' });
    return leave(visit, { Next: state.Default }, visit.input, bindings);
  };

  const wait = async (visit: Visit, state: WaitState): Promise<void> => {
    const bindings = bindingsOf(visit);
    const now = timers.now();
    const until =
      state.Timestamp === undefined
        ? now.add({ seconds: wholeSeconds(await evaluate(state.Seconds, bindings), 0, 'Seconds') })
        : instantOf(await evaluate(state.Timestamp, bindings), 'Timestamp');
    const goOn = () => leave(visit, { Next: state.Next }, visit.input, bindings);
    if (Temporal.Instant.compare(until, now) <= 0) return goOn();
    wakeAt(visit.run, until, `${visit.run.execution.name} ${visit.name}`, goOn);
  };

  /**
   * Runs the function of a task once, and for a task with a token leaves the token open. Of result, answer, error and
   * time-out, the first one counts. The time-out runs from before the function is called, anew for each retry.
   */
  const attempt = async (visit: Visit, state: TaskState): Promise<void> => {
    const { run } = visit;
    const startedAt = timers.now();
    const token = state.Resource.endsWith('.waitForTaskToken') ? `token-${++tokensGivenOut}` : undefined;
    const bindings = bindingsOf(visit, token === undefined ? {} : { token });
    const functionName = textOf(await evaluate(state.Arguments.FunctionName, bindings), 'FunctionName');
    const payload = withinQuota(await evaluate(state.Arguments.Payload ?? {}, bindings));
    const timeoutSeconds =
      state.TimeoutSeconds === undefined
        ? undefined
        : wholeSeconds(await evaluate(state.TimeoutSeconds, bindings), 1, 'TimeoutSeconds');

    if (run.execution.status !== 'RUNNING') return; // its deadline passed during the evaluation

    let isOpen = true;
    const givenUp = Promise.withResolvers<void>();
    const settle = (outcome: Outcome): void => {
      if (!isOpen) return;
      close();
      enqueueStep(run, () => afterAttempt(visit, state, outcome));
    };
    const giveUp = (): void => {
      close();
      givenUp.resolve(); // a function that never returns must not hold up the queue
    };
    const timer =
      timeoutSeconds === undefined
        ? undefined
        : timers.at(
            startedAt.add({ seconds: timeoutSeconds }),
            `${run.execution.name} ${visit.name} timeout`,
            async () => {
              settle({ kind: 'failed', errorOutput: { Error: 'States.Timeout' } });
              giveUp();
            },
          );
    const close = (): void => {
      isOpen = false;
      timer?.cancel();
      if (token !== undefined) openTokens.delete(token);
    };
    run.stopWaiting = giveUp;
    if (token !== undefined) openTokens.set(token, settle);

    const call = async () => options.invoke(functionName, payload);
    const invoked = call().then(
      (answer) => {
        const result = { ExecutedVersion: '$LATEST', Payload: copyOf(answer), StatusCode: 200 };
        if (token === undefined) settle({ kind: 'succeeded', result });
      },
      (thrown) => settle({ kind: 'failed', errorOutput: functionErrorOutput(thrown) }),
    );
    await Promise.race([invoked, givenUp.promise]);
  };

  const afterAttempt = async (visit: Visit, state: TaskState, outcome: Outcome): Promise<void> => {
    if (outcome.kind === 'failed') return afterFailure(visit, state, outcome.errorOutput);
    const result = outcome.result;
    return orAfterFailure(visit, state, () => {
      withinQuota(result);
      return leave(visit, state, result, bindingsOf(visit, { result }));
    });
  };

  /** An error in a task's own expressions is an error of the task, which it may retry and catch. */
  const orAfterFailure = async (visit: Visit, state: TaskState, step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (thrown) {
      await afterFailure(visit, state, errorOutputOf(thrown));
    }
  };

  const afterFailure = async (visit: Visit, state: TaskState, errorOutput: ErrorOutput): Promise<void> => {
    const { run } = visit;
    const matches = ({ ErrorEquals }: { readonly ErrorEquals: readonly string[] }) =>
      isMatch(ErrorEquals, errorOutput.Error);

    const retrierIndex = state.Retry.findIndex(matches);
    const retrier = state.Retry[retrierIndex];
    const used = visit.retries[retrierIndex] ?? 0;
    if (retrier && used < retrier.MaxAttempts) {
      const uncapped = retrier.IntervalSeconds * retrier.BackoffRate ** used;
      const delaySeconds = Math.min(uncapped, retrier.MaxDelaySeconds ?? uncapped);
      const retries = state.Retry.map(
        (_, index) => (visit.retries[index] ?? 0) + (index === retrierIndex ? 1 : 0),
      );
      const again = { ...visit, retries };
      const due = timers.now().add({ milliseconds: Math.round(delaySeconds * 1000) });
      wakeAt(run, due, `${run.execution.name} ${visit.name} retry`, () =>
        orAfterFailure(again, state, () => attempt(again, state)),
      );
      return;
    }

    const catcher = state.Catch.find(matches);
    if (catcher) await leave(visit, catcher, errorOutput, bindingsOf(visit, { errorOutput }));
    else fail(run, errorOutput);
  };

  const visitState = async (visit: Visit, state: State): Promise<void> => {
    const { run, input } = visit;
    switch (state.Type) {
      case 'Task':
        return orAfterFailure(visit, state, () => attempt(visit, state));
      case 'Choice':
        return choose(visit, state);
      case 'Wait':
        return wait(visit, state);
      case 'Pass':
      case 'Succeed':
        return leave(visit, state, input, bindingsOf(visit));
      case 'Fail': {
        const bindings = bindingsOf(visit);
        const error = textOf(await evaluate(state.Error, bindings), 'Error');
        if (state.Cause === undefined) return fail(run, { Error: error });
        return fail(run, { Error: error, Cause: textOf(await evaluate(state.Cause, bindings), 'Cause') });
      }
    }
  };

  const start = (name: string, input: unknown) => {
    const known = runs.get(name);
    if (known) {
      const isSame =
        known.execution.status === 'RUNNING' && isDeepStrictEqual(known.execution.input, copyOf(input));
      return isSame ? 'already_running' : 'name_taken';
    }
    const now = timers.now();
    const run: Run = {
      execution: {
        name,
        status: 'RUNNING',
        states: [],
        input: copyOf(input),
        output: undefined,
        startedAt: now.toString(),
        stoppedAt: null,
      },
      variables: {},
      stopWaiting: () => {},
      cancelDeadline: () => {},
    };
    runs.set(name, run);
    if (definition.TimeoutSeconds !== undefined) {
      const deadline = timers.at(
        now.add({ seconds: definition.TimeoutSeconds }),
        `${name} timeout`,
        async () =>
          stop(run, {
            status: 'TIMED_OUT',
            output: undefined,
            error: { error: 'States.Timeout', cause: undefined },
          }),
      );
      run.cancelDeadline = deadline.cancel;
    }
    enter(run, definition.StartAt, run.execution.input);
    return 'started';
  };

  const send = (token: string, outcome: Outcome) => {
    const settle = openTokens.get(token);
    settle?.(outcome);
    return settle ? 'sent' : 'unknown';
  };

  return {
    start,
    sendTaskSuccess: (token, output) => send(token, { kind: 'succeeded', result: copyOf(output) }),
    sendTaskFailure: (token, { error, cause }) =>
      send(token, {
        kind: 'failed',
        errorOutput: cause === undefined ? { Error: error } : { Error: error, Cause: cause },
      }),
    abort: (name) => {
      const run = runs.get(name);
      if (run !== undefined) stop(run, { status: 'ABORTED', output: undefined });
    },
    execution: (name) => runs.get(name)?.execution,
    executions: () => [...runs.values()].map((run) => run.execution),
  };
};
