import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createStateMachine } from '../../sandbox/state-machine.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const invokeWithToken = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const startedAt = '2026-03-16T08:00:00Z';

type Functions = Readonly<Record<string, (payload: unknown) => Promise<unknown> | unknown>>;

/** One machine with its own clock and queue; both move only when told. */
const sandboxOf = (definition: unknown, functions: Functions = {}) => {
  let now = Temporal.Instant.from(startedAt);
  let timers: readonly {
    readonly at: Temporal.Instant;
    readonly what: string;
    readonly fire: () => Promise<void>;
  }[] = [];
  const queue: (() => Promise<void>)[] = [];
  const calls: { readonly name: string; readonly payload: unknown; readonly afterSeconds: number }[] = [];
  const secondsSinceStart = () =>
    (now.epochMilliseconds - Temporal.Instant.from(startedAt).epochMilliseconds) / 1000;

  const machine = createStateMachine({
    definition,
    invoke: async (name, payload) => {
      calls.push({ name, payload, afterSeconds: secondsSinceStart() });
      return functions[name]?.(payload);
    },
    timers: {
      now: () => now,
      at: (at, what, fire) => {
        const timer = { at, what, fire };
        timers = [...timers, timer];
        return {
          cancel: () => {
            timers = timers.filter((other) => other !== timer);
          },
        };
      },
    },
    enqueue: (work) => queue.push(work),
  });

  const step = async () => queue.shift()?.();
  const settle = async () => {
    while (queue.length > 0) await step();
  };
  const advance = async (seconds: number) => {
    const end = now.add({ seconds });
    for (;;) {
      const [due] = timers
        .filter((timer) => Temporal.Instant.compare(timer.at, end) <= 0)
        .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
      if (!due) break;
      timers = timers.filter((other) => other !== due);
      now = due.at;
      await due.fire();
      await settle();
    }
    now = end;
  };
  return { machine, calls, step, settle, advance, waitingFor: () => timers.map((timer) => timer.what) };
};

const asl = (states: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...more,
});

const task = (more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName: 'work', Payload: {} },
  ...('Next' in more ? {} : { End: true }),
  ...more,
});

const tokenTask = (more: Readonly<Record<string, unknown>> = {}) =>
  task({
    Resource: invokeWithToken,
    Arguments: { FunctionName: 'work', Payload: { token: '{% $states.context.Task.Token %}' } },
    ...more,
  });

const done = { Type: 'Succeed' };
const output = (expression: unknown) => asl({ Only: { Type: 'Pass', Output: expression, End: true } });

const settled = async (definition: unknown, functions: Functions = {}, input: unknown = {}) => {
  const sandbox = sandboxOf(definition, functions);
  sandbox.machine.start('one', input);
  await sandbox.settle();
  return sandbox.machine.execution('one');
};

const raise = (name: string, message = 'it broke') => {
  throw Object.assign(new Error(message), { name });
};

describe('expressions', () => {
  test.each([
    ['an expression is a text that is {% … %} as a whole', '{% 1 + 1 %}', 2],
    ['any other text is a literal', 'so {% 1 %} is one', 'so {% 1 %} is one'],
    ['null is an output', null, null],
    [
      'objects and arrays are evaluated inside, at any depth',
      { a: ['{% $states.input.n %}', { b: '{% $states.input.n * 2 %}' }], c: true },
      { a: [7, { b: 14 }], c: true },
    ],
    [
      'an undefined member inside one expression is left out',
      '{% { "a": 1, "b": $states.input.b } %}',
      { a: 1 },
    ],
    ['the input is not the context of an expression', '{% $exists(n) or $exists($.n) %}', false],
  ])('%s', async (_, template, expected) => {
    expect(await settled(output(template), {}, { n: 7 })).toMatchObject({
      status: 'SUCCEEDED',
      output: expected,
    });
  });

  test.each([
    ['undefined', '{% $states.input.absent %}'],
    ['undefined deep inside', { a: [{ b: '{% $states.input.absent %}' }] }],
    ['a variable nobody assigned', '{% $absent %}'],
    ['a function', '{% $sum %}'],
    ['a lambda', '{% function($x) { $x } %}'],
    ['a function inside an object', '{% { "f": $sum } %}'],
    ['a type error', '{% 1 + "a" %}'],
    ['$eval', '{% $eval("1") %}'],
    ['the wall clock', '{% $now() %}'],
    ['the wall clock in milliseconds', '{% $millis() %}'],
    ['chance', '{% $random() %}'],
    ['a result in a state that has none', '{% $states.result %}'],
  ])('%s is a query evaluation error', async (_, template) => {
    expect(await settled(output(template))).toMatchObject({
      status: 'FAILED',
      error: { error: 'States.QueryEvaluationError', cause: expect.any(String) },
    });
  });

  test('the context tells about the execution and the state', async () => {
    const sandbox = sandboxOf(
      asl({
        Wait: { Type: 'Wait', Seconds: 60, Next: 'Look' },
        Look: { Type: 'Pass', Output: '{% $states.context %}', End: true },
      }),
    );
    sandbox.machine.start('one', { n: 1 });
    await sandbox.settle();
    await sandbox.advance(60);

    expect(sandbox.machine.execution('one')?.output).toEqual({
      Execution: {
        Id: expect.stringMatching(/^arn:.*:one$/),
        Name: 'one',
        Input: { n: 1 },
        StartTime: '2026-03-16T08:00:00Z',
      },
      State: { Name: 'Look', EnteredTime: '2026-03-16T08:01:00Z', RetryCount: 0 },
    });
  });
});

describe('variables', () => {
  test('Assign and Output of one state both see the old values', async () => {
    const machine = asl({
      First: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: {
        Type: 'Pass',
        Assign: { a: '{% $b %}', b: '{% $a %}' },
        Output: '{% [$a, $b] %}',
        Next: 'Look',
      },
      Look: { Type: 'Pass', Output: { before: '{% $states.input %}', after: '{% [$a, $b] %}' }, End: true },
    });
    expect((await settled(machine))?.output).toEqual({ before: [1, 2], after: [2, 1] });
  });

  test('executions do not share them', async () => {
    const sandbox = sandboxOf(
      asl({
        Keep: { Type: 'Pass', Assign: { id: '{% $states.input.id %}' }, Next: 'Look' },
        Look: { Type: 'Pass', Output: '{% $id %}', End: true },
      }),
    );
    sandbox.machine.start('one', { id: 1 });
    sandbox.machine.start('two', { id: 2 });
    await sandbox.settle();
    expect(sandbox.machine.executions().map((execution) => execution.output)).toEqual([1, 2]);
  });
});

describe('states without a task', () => {
  test.each([
    ['Pass hands its input on', { Only: { Type: 'Pass', End: true } }, { n: 1 }],
    ['Succeed ends with its input', { Only: done }, { n: 1 }],
    [
      'Succeed ends with its Output',
      { Only: { Type: 'Succeed', Output: { outcome: 'done' } } },
      { outcome: 'done' },
    ],
    [
      'Choice takes the first rule that is true, and its Assign and Output',
      {
        Which: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.n = 2 %}', Next: 'No' },
            { Condition: '{% $states.input.n = 1 %}', Assign: { x: 5 }, Output: { y: 6 }, Next: 'Yes' },
            { Condition: '{% true %}', Next: 'No' },
          ],
        },
        Yes: { Type: 'Succeed', Output: '{% [$x, $states.input.y] %}' },
        No: done,
      },
      [5, 6],
    ],
    [
      'Choice falls back on its default with its input',
      {
        Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'No' }], Default: 'Yes' },
        Yes: { Type: 'Succeed', Output: '{% ["default", $states.input.n] %}' },
        No: done,
      },
      ['default', 1],
    ],
  ])('%s', async (_, states, expected) => {
    expect(await settled(asl(states), {}, { n: 1 })).toMatchObject({ status: 'SUCCEEDED', output: expected });
  });

  test.each([
    [
      'Fail with its error and cause',
      { Only: { Type: 'Fail', Error: '{% "Own" & "Error" %}', Cause: 'because' } },
      { error: 'OwnError', cause: 'because' },
    ],
    [
      'Fail without a cause',
      { Only: { Type: 'Fail', Error: 'OwnError' } },
      { error: 'OwnError', cause: undefined },
    ],
    [
      'Fail with a cause that is no text',
      { Only: { Type: 'Fail', Error: 'OwnError', Cause: '{% 1 %}' } },
      { error: 'States.QueryEvaluationError', cause: expect.any(String) },
    ],
    [
      'a choice without match and default',
      { Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'No' }] }, No: done },
      { error: 'States.NoChoiceMatched', cause: undefined },
    ],
    [
      'a condition that is neither true nor false',
      { Which: { Type: 'Choice', Choices: [{ Condition: '{% "true" %}', Next: 'No' }] }, No: done },
      { error: 'States.QueryEvaluationError', cause: expect.stringContaining('true or false') },
    ],
    [
      'a wait until something that is no instant',
      { Only: { Type: 'Wait', Timestamp: '{% "tomorrow" %}', End: true } },
      { error: 'States.QueryEvaluationError', cause: expect.stringContaining('tomorrow') },
    ],
    [
      'a wait of half a second',
      { Only: { Type: 'Wait', Seconds: '{% 0.5 %}', End: true } },
      { error: 'States.QueryEvaluationError', cause: expect.stringContaining('0.5') },
    ],
  ])('fails: %s', async (_, states, error) => {
    expect(await settled(asl(states))).toMatchObject({ status: 'FAILED', output: undefined, error });
  });

  test.each([
    ['seconds', { Seconds: 90 }, 90],
    ['computed seconds', { Seconds: '{% $states.input.n * 90 %}' }, 90],
    ['an instant', { Timestamp: '{% "2026-03-16T09:01:30+01:00" %}' }, 90],
  ])('Wait goes on with its input after %s', async (_, length, seconds) => {
    const sandbox = sandboxOf(asl({ Wait: { Type: 'Wait', ...length, Next: 'Done' }, Done: done }));
    sandbox.machine.start('one', { n: 1 });
    await sandbox.settle();
    await sandbox.advance(seconds - 1);
    expect(sandbox.machine.execution('one')).toMatchObject({
      status: 'RUNNING',
      stoppedAt: null,
      states: ['Wait'],
    });
    await sandbox.advance(1);
    expect(sandbox.machine.execution('one')).toMatchObject({ status: 'SUCCEEDED', output: { n: 1 } });
  });

  test('Wait does not wait for an instant that has passed', async () => {
    const execution = await settled(asl({ Wait: { Type: 'Wait', Timestamp: startedAt, End: true } }));
    expect(execution?.status).toBe('SUCCEEDED');
  });
});

describe('tasks', () => {
  test('the function gets the evaluated payload, and its answer is the Payload of the result', async () => {
    const sandbox = sandboxOf(
      asl({
        Work: task({
          Arguments: { FunctionName: '{% "wo" & "rk" %}', Payload: { id: '{% $states.input.id %}' } },
          Assign: { seen: '{% $states.result.StatusCode %}' },
          Output: { answer: '{% $states.result.Payload.answer %}', input: '{% $states.input.id %}' },
          Next: 'Look',
        }),
        Look: { Type: 'Pass', Output: '{% [$seen, $states.input] %}', End: true },
      }),
      { work: () => ({ answer: 42 }) },
    );
    sandbox.machine.start('one', { id: 7 });
    await sandbox.settle();
    expect(sandbox.calls).toEqual([{ name: 'work', payload: { id: 7 }, afterSeconds: 0 }]);
    expect(sandbox.machine.execution('one')?.output).toEqual([200, { answer: 42, input: 7 }]);
  });

  test('without Output the whole result goes on, and a function that returns nothing answers null', async () => {
    expect((await settled(asl({ Work: task() })))?.output).toMatchObject({ Payload: null, StatusCode: 200 });
  });

  test('a function cannot change the data of the machine', async () => {
    const machine = asl({
      Keep: { Type: 'Pass', Assign: { list: [1] }, Next: 'Work' },
      Work: task({ Arguments: { FunctionName: 'work', Payload: '{% $list %}' }, Next: 'Look' }),
      Look: { Type: 'Pass', Output: '{% $list %}', End: true },
    });
    const work = (payload: unknown) => (Array.isArray(payload) ? payload.push(2) : undefined);
    expect((await settled(machine, { work }))?.output).toEqual([1]);
  });

  test('a thrown error fails the execution with its name, and with a JSON text as cause', async () => {
    const execution = await settled(asl({ Work: task() }), { work: () => raise('OwnError', 'no luck') });
    expect(execution?.error).toEqual({
      error: 'OwnError',
      cause: '{"errorType":"OwnError","errorMessage":"no luck","trace":[]}',
    });
  });

  test('a time-out has no cause, so an expression that reads it fails', async () => {
    const machine = (caught: unknown) =>
      asl({
        Work: tokenTask({
          TimeoutSeconds: '{% $states.input.seconds %}',
          Catch: [{ ErrorEquals: ['States.ALL'], Output: caught, Next: 'Caught' }],
        }),
        Caught: done,
      });
    const outcomes = ['{% $states.errorOutput %}', '{% $states.errorOutput.Cause %}'].map(async (caught) => {
      const sandbox = sandboxOf(machine(caught));
      sandbox.machine.start('one', { seconds: 60 });
      await sandbox.settle();
      await sandbox.advance(60);
      return sandbox.machine.execution('one');
    });
    const [whole, cause] = await Promise.all(outcomes);
    expect(whole).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } });
    expect(whole?.output).not.toHaveProperty('Cause');
    expect(cause).toMatchObject({ status: 'FAILED', error: { error: 'States.QueryEvaluationError' } });
  });

  test('a function that never returns times out, and does not hold up the queue', async () => {
    const called = Promise.withResolvers<void>();
    const sandbox = sandboxOf(asl({ Work: task({ TimeoutSeconds: 30 }) }), {
      work: () => {
        called.resolve();
        return new Promise(() => {});
      },
    });
    sandbox.machine.start('one', {});
    const held = sandbox.step();
    await called.promise;
    await sandbox.advance(30);
    await held;
    expect(sandbox.machine.execution('one')?.error).toEqual({ error: 'States.Timeout', cause: undefined });
  });

  test.each([0, -1, 1.5, 'soon', 100_000_000])(
    'a time-out of %j seconds is a query evaluation error',
    async (seconds) => {
      const machine = asl({ Work: task({ TimeoutSeconds: '{% $states.input.seconds %}' }) });
      expect(await settled(machine, {}, { seconds })).toMatchObject({
        error: { error: 'States.QueryEvaluationError' },
      });
    },
  );

  test('no timer is left behind when the function has answered', async () => {
    const sandbox = sandboxOf(asl({ Work: task({ TimeoutSeconds: 30 }) }, { TimeoutSeconds: 1000 }));
    sandbox.machine.start('one', {});
    await sandbox.settle();
    expect(sandbox.waitingFor()).toEqual([]);
  });
});

describe('task tokens', () => {
  const machine = asl({
    Await: tokenTask({
      TimeoutSeconds: 60,
      Output: '{% $states.result %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      Next: 'Answered',
    }),
    Answered: { Type: 'Pass', Next: 'Done' },
    Done: done,
    Caught: done,
  });

  const waiting = async (work: (payload: unknown) => unknown = () => ({ ignored: true })) => {
    const sandbox = sandboxOf(machine, { work });
    sandbox.machine.start('one', {});
    await sandbox.settle();
    return sandbox;
  };

  test('the function runs first and its answer is ignored; the output sent is the result', async () => {
    const sandbox = await waiting();
    expect(sandbox.calls).toEqual([{ name: 'work', payload: { token: 'token-1' }, afterSeconds: 0 }]);
    expect(sandbox.machine.execution('one')).toMatchObject({ status: 'RUNNING', states: ['Await'] });

    expect(sandbox.machine.sendTaskSuccess('token-1', { decision: 'approved' })).toBe('sent');
    await sandbox.settle();
    expect(sandbox.machine.execution('one')).toMatchObject({
      states: ['Await', 'Answered', 'Done'],
      output: { decision: 'approved' },
    });
    expect(sandbox.waitingFor()).toEqual([]);
  });

  test.each([
    ['with a cause', 'because', { Error: 'OwnError', Cause: 'because' }],
    ['without a cause', undefined, { Error: 'OwnError' }],
  ])('a failure sent %s is an error of the task', async (_, cause, expected) => {
    const sandbox = await waiting();
    expect(sandbox.machine.sendTaskFailure('token-1', { error: 'OwnError', cause })).toBe('sent');
    await sandbox.settle();
    expect(sandbox.machine.execution('one')?.output).toEqual(expected);
  });

  test('the token may be answered while the function still runs, and a later failure of it does not count', async () => {
    const sandbox = sandboxOf(machine, {
      work: () => {
        expect(sandbox.machine.sendTaskSuccess('token-1', 'early')).toBe('sent');
        raise('OwnError');
      },
    });
    sandbox.machine.start('one', {});
    await sandbox.settle();
    expect(sandbox.machine.execution('one')).toMatchObject({
      states: ['Await', 'Answered', 'Done'],
      output: 'early',
    });
  });

  test('a function that throws fails the task at once and closes the token', async () => {
    const sandbox = await waiting(() => raise('OwnError'));
    expect(sandbox.machine.execution('one')?.states).toEqual(['Await', 'Caught']);
    expect(sandbox.machine.sendTaskSuccess('token-1', {})).toBe('unknown');
  });

  test('a token is unknown when it was never given out, was answered before, or has timed out', async () => {
    const sandbox = await waiting();
    expect(sandbox.machine.sendTaskSuccess('token-2', {})).toBe('unknown');
    sandbox.machine.sendTaskSuccess('token-1', {});
    expect(sandbox.machine.sendTaskSuccess('token-1', {})).toBe('unknown');
    expect(sandbox.machine.sendTaskFailure('token-1', { error: 'OwnError', cause: undefined })).toBe(
      'unknown',
    );

    const late = await waiting();
    await late.advance(60);
    expect(late.machine.execution('one')?.states).toEqual(['Await', 'Caught']);
    expect(late.machine.sendTaskSuccess('token-1', {})).toBe('unknown');
  });

  test('the time-out counts from before the function is called', async () => {
    const sandbox = await waiting();
    await sandbox.advance(59);
    expect(sandbox.machine.execution('one')?.status).toBe('RUNNING');
    await sandbox.advance(1);
    expect(sandbox.machine.execution('one')?.stoppedAt).toBe('2026-03-16T08:01:00Z');
  });
});

describe('retries', () => {
  const failing = async (retry: readonly unknown[], error = 'OwnError', more = {}) => {
    const sandbox = sandboxOf(
      asl({
        Work: task({
          Arguments: { FunctionName: 'work', Payload: '{% $states.context.State.RetryCount %}' },
          Retry: retry,
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          ...more,
        }),
        Caught: done,
      }),
      { work: () => raise(error) },
    );
    sandbox.machine.start('one', {});
    await sandbox.settle();
    await sandbox.advance(3600);
    return sandbox;
  };

  test.each([
    ['one second and doubling, three times, unless said otherwise', {}, [0, 1, 3, 7]],
    [
      'the interval grows by the backoff rate',
      { IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 3 },
      [0, 2, 8, 26, 80],
    ],
    [
      'never above the greatest delay',
      { IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 3, MaxDelaySeconds: 10 },
      [0, 2, 8, 18, 28],
    ],
    ['full jitter is left out', { IntervalSeconds: 2, MaxAttempts: 2, JitterStrategy: 'FULL' }, [0, 2, 6]],
    ['no attempts at all', { MaxAttempts: 0 }, [0]],
  ])('%s', async (_, timing, moments) => {
    const sandbox = await failing([{ ErrorEquals: ['OwnError'], ...timing }]);
    expect(sandbox.calls.map((call) => call.afterSeconds)).toEqual(moments);
    expect(sandbox.calls.map((call) => call.payload)).toEqual(moments.map((_moment, index) => index));
    expect(sandbox.machine.execution('one')?.states).toEqual(['Work', 'Caught']);
  });

  test('each retrier counts its own attempts', async () => {
    const errors = ['First', 'Second', 'First', 'Second'];
    const execution = asl({
      Work: task({
        Retry: [
          { ErrorEquals: ['First'], MaxAttempts: 2, BackoffRate: 1 },
          { ErrorEquals: ['Second'], MaxAttempts: 1, BackoffRate: 1 },
        ],
      }),
    });
    const sandbox = sandboxOf(execution, { work: () => raise(errors.shift() ?? 'None') });
    sandbox.machine.start('one', {});
    await sandbox.settle();
    await sandbox.advance(60);
    expect(sandbox.calls).toHaveLength(4);
    expect(sandbox.machine.execution('one')?.error?.error).toBe('Second');
  });

  test('an expression that fails in a retry is an error of the task too', async () => {
    const payload = '{% $states.context.State.RetryCount = 0 ? 1 : $absent %}';
    const sandbox = await failing([{ ErrorEquals: ['OwnError'] }], 'OwnError', {
      Arguments: { FunctionName: 'work', Payload: payload },
    });
    expect(sandbox.calls).toHaveLength(1);
    expect(sandbox.machine.execution('one')).toMatchObject({
      states: ['Work', 'Caught'],
      output: { Error: 'States.QueryEvaluationError' },
    });
  });

  test('a retried wait starts its time-out anew and gives out another token', async () => {
    const sandbox = sandboxOf(
      asl({
        Await: tokenTask({
          TimeoutSeconds: 10,
          Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }],
        }),
      }),
    );
    sandbox.machine.start('one', {});
    await sandbox.settle();
    await sandbox.advance(15);
    expect(sandbox.calls.map((call) => call.payload)).toEqual([{ token: 'token-1' }, { token: 'token-2' }]);
    expect(sandbox.machine.sendTaskSuccess('token-1', {})).toBe('unknown');
    await sandbox.advance(6);
    expect(sandbox.machine.execution('one')).toMatchObject({ error: { error: 'States.Timeout' } });
    expect(sandbox.machine.execution('one')?.stoppedAt).toBe('2026-03-16T08:00:21Z');
  });
});

describe('catchers', () => {
  const caughtBy = async (names: readonly string[], error: string) => {
    const machine = asl({
      Work: task({ Catch: [{ ErrorEquals: names, Next: 'Caught' }] }),
      Caught: done,
    });
    return (await settled(machine, { work: () => raise(error) }))?.status === 'SUCCEEDED';
  };

  test.each([
    [['OwnError'], 'OwnError', true],
    [['OwnError', 'OtherError'], 'OtherError', true],
    [['OwnError'], 'OtherError', false],
    [['States.ALL'], 'OwnError', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.TaskFailed'], 'OwnError', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.ALL'], 'States.Runtime', false],
    [['States.TaskFailed'], 'States.Runtime', false],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.TaskFailed'], 'States.DataLimitExceeded', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
  ])('%j and the error %s: %s', async (names, error, isCaught) => {
    expect(await caughtBy(names, error)).toBe(isCaught);
  });

  test('the first that matches counts; its Assign and Output count, not those of the state', async () => {
    const machine = asl({
      First: { Type: 'Pass', Assign: { x: 'old' }, Next: 'Work' },
      Work: task({
        Assign: { x: 'state' },
        Output: 'state',
        Catch: [
          { ErrorEquals: ['OtherError'], Next: 'Wrong' },
          {
            ErrorEquals: ['OwnError'],
            Assign: { x: '{% $states.errorOutput.Error %}' },
            Output: '{% $x & " " & $states.errorOutput.Error %}',
            Next: 'Look',
          },
          { ErrorEquals: ['States.ALL'], Next: 'Wrong' },
        ],
      }),
      Look: { Type: 'Pass', Output: '{% [$x, $states.input] %}', End: true },
      Wrong: { Type: 'Fail', Error: 'Wrong' },
    });
    const work = () => raise('OwnError');
    expect((await settled(machine, { work }))?.output).toEqual(['OwnError', 'old OwnError']);
  });

  test('without Output the error goes on', async () => {
    const machine = asl({
      Work: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }),
      Caught: done,
    });
    expect((await settled(machine, { work: () => raise('OwnError', 'no luck') }))?.output).toEqual({
      Error: 'OwnError',
      Cause: '{"errorType":"OwnError","errorMessage":"no luck","trace":[]}',
    });
  });

  test.each([
    ['Arguments', { Arguments: { FunctionName: 'work', Payload: '{% $absent %}' } }],
    ['TimeoutSeconds', { TimeoutSeconds: '{% $absent %}' }],
    ['Assign', { Assign: { x: '{% $absent %}' } }],
    ['Output', { Output: '{% $absent %}' }],
  ])('an expression that fails in the %s of a task can be caught', async (_, broken) => {
    const machine = asl({
      Work: task({ Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }], ...broken }),
      Caught: done,
    });
    expect(await settled(machine)).toMatchObject({ status: 'SUCCEEDED', states: ['Work', 'Caught'] });
  });

  test('an expression that fails in a catcher fails the execution', async () => {
    const machine = asl({
      Work: task({
        Catch: [{ ErrorEquals: ['OwnError'], Output: '{% $absent %}', Next: 'Caught' }],
      }),
      Caught: done,
    });
    expect(await settled(machine, { work: () => raise('OwnError') })).toMatchObject({
      status: 'FAILED',
      error: { error: 'States.QueryEvaluationError' },
    });
  });

  test.each([
    ['a result', () => 'x'.repeat(262_144), {}],
    ['a result, even if the output is small', () => 'x'.repeat(262_144), { Output: 'small' }],
    [
      'an output',
      () => 'x'.repeat(200_000),
      { Output: '{% $states.result.Payload & $states.result.Payload %}' },
    ],
    ['a payload', () => null, { Arguments: { FunctionName: 'work', Payload: 'x'.repeat(262_144) } }],
  ])('%s over 256 KiB is refused, and States.ALL does not catch it', async (_, work, more) => {
    const machine = asl({
      Work: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], ...more }),
      Caught: done,
    });
    expect(await settled(machine, { work })).toMatchObject({
      status: 'FAILED',
      error: { error: 'States.DataLimitExceeded' },
    });
  });

  test('data just below 256 KiB passes', async () => {
    const execution = await settled(asl({ Work: task() }), { work: () => 'x'.repeat(262_000) });
    expect(execution?.status).toBe('SUCCEEDED');
  });
});

describe('executions', () => {
  const waitAMinute = asl({ Wait: { Type: 'Wait', Seconds: 60, End: true } });

  test('a name is good for one start; the same start again while it runs changes nothing', async () => {
    const { machine, settle, advance } = sandboxOf(waitAMinute);
    expect(machine.start('one', { n: 1 })).toBe('started');
    await settle();
    expect(machine.start('one', { n: 1 })).toBe('already_running');
    expect(machine.start('one', { n: 2 })).toBe('name_taken');
    await advance(60);
    expect(machine.start('one', { n: 1 })).toBe('name_taken');
    expect(machine.start('two', { n: 1 })).toBe('started');
    expect(machine.executions().map(({ name, status }) => [name, status])).toEqual([
      ['one', 'SUCCEEDED'],
      ['two', 'RUNNING'],
    ]);
    expect(machine.execution('three')).toBeUndefined();
  });

  test('an execution tells when it started and stopped', async () => {
    const { machine, settle, advance } = sandboxOf(waitAMinute);
    machine.start('one', { n: 1 });
    expect(machine.execution('one')).toEqual({
      name: 'one',
      status: 'RUNNING',
      states: [],
      input: { n: 1 },
      output: undefined,
      startedAt: '2026-03-16T08:00:00Z',
      stoppedAt: null,
    });
    await settle();
    await advance(60);
    expect(machine.execution('one')).toMatchObject({ stoppedAt: '2026-03-16T08:01:00Z', output: { n: 1 } });
  });

  test('two executions take turns, one state at a time', async () => {
    const { machine, step } = sandboxOf(
      asl({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'C' }, C: done }),
    );
    machine.start('one', {});
    machine.start('two', {});
    const progress: number[][] = [];
    for (let turn = 0; turn < 4; turn++) {
      await step();
      progress.push(machine.executions().map((execution) => execution.states.length));
    }
    expect(progress).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
  });

  test('the time-out of the whole machine ends it; nothing catches that and its token closes', async () => {
    const { machine, settle, advance, waitingFor } = sandboxOf(
      asl(
        {
          Await: tokenTask({ TimeoutSeconds: 600, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }),
          Caught: done,
        },
        { TimeoutSeconds: 60 },
      ),
    );
    machine.start('one', {});
    await settle();
    await advance(60);
    expect(machine.execution('one')).toMatchObject({
      status: 'TIMED_OUT',
      states: ['Await'],
      error: { error: 'States.Timeout', cause: undefined },
      stoppedAt: '2026-03-16T08:01:00Z',
    });
    expect(machine.sendTaskSuccess('token-1', {})).toBe('unknown');
    expect(waitingFor()).toEqual([]);
  });

  test('work that was queued when the whole machine timed out does nothing', async () => {
    const { machine, advance } = sandboxOf(asl({ A: { Type: 'Pass', End: true } }, { TimeoutSeconds: 60 }));
    machine.start('one', {});
    await advance(60);
    expect(machine.execution('one')).toMatchObject({ status: 'TIMED_OUT', states: [] });
  });

  test.each([
    ['an output', { Type: 'Pass', Output: '{% 1 %}', End: true }],
    ['a payload', task({ TimeoutSeconds: 600 })],
  ])('%s still being evaluated when the whole machine times out comes to nothing', async (_, state) => {
    const { machine, calls, step, settle, advance, waitingFor } = sandboxOf(
      asl({ A: state }, { TimeoutSeconds: 60 }),
    );
    machine.start('one', {});
    const evaluation = step();
    await advance(60);
    await evaluation;
    await settle();
    expect(machine.execution('one')).toMatchObject({ status: 'TIMED_OUT', output: undefined, states: ['A'] });
    expect(calls).toEqual([]);
    expect(waitingFor()).toEqual([]);
  });
});

describe('a definition is refused', () => {
  const pass = { Type: 'Pass', End: true };
  test.each([
    ['a top-level field it does not know', asl({ A: pass }, { Version: '1.0' })],
    ['another query language', asl({ A: pass }, { QueryLanguage: 'JSONPath' })],
    ['no query language', { StartAt: 'A', States: { A: pass } }],
    ['a state type it does not know', asl({ A: { Type: 'Parallel', Branches: [], End: true } })],
    ['a field of a task', asl({ A: task({ HeartbeatSeconds: 5 }) })],
    ['a JSONPath field', asl({ A: task({ ResultPath: '$.x' }) })],
    ['a field of a pass', asl({ A: { ...pass, Result: 1 } })],
    [
      'a field of a choice rule',
      asl({ A: { Type: 'Choice', Choices: [{ Variable: '$.x', Next: 'B' }] }, B: done }),
    ],
    ['a field of a retrier', asl({ A: task({ Retry: [{ ErrorEquals: ['E'], Comment: 'x' }] }) })],
    [
      'a field of a catcher',
      asl({ A: task({ Catch: [{ ErrorEquals: ['E'], Next: 'A', ResultPath: '$' }] }) }),
    ],
    ['a field of the arguments', asl({ A: task({ Arguments: { FunctionName: 'f', Qualifier: '1' } }) })],
    ['another resource', asl({ A: task({ Resource: 'arn:aws:states:::sqs:sendMessage' }) })],
    ['another jitter', asl({ A: task({ Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'HALF' }] }) })],
    ['a start that does not exist', asl({ A: pass }, { StartAt: 'B' })],
    ['a next state that does not exist', asl({ A: { Type: 'Pass', Next: 'B' } })],
    [
      'a default that does not exist',
      asl({ A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'A' }], Default: 'B' } }),
    ],
    [
      'a catcher to a state that does not exist',
      asl({ A: task({ Catch: [{ ErrorEquals: ['E'], Next: 'B' }] }) }),
    ],
    ['both Next and End', asl({ A: { Type: 'Pass', Next: 'A', End: true } })],
    ['neither Next nor End', asl({ A: { Type: 'Pass' } })],
    ['a wait for two things', asl({ A: { Type: 'Wait', Seconds: 1, Timestamp: startedAt, End: true } })],
    ['a wait for nothing', asl({ A: { Type: 'Wait', End: true } })],
    ['a time-out below a second', asl({ A: task({ TimeoutSeconds: 0 }) })],
    [
      'a condition that is no expression',
      asl({ A: { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'A' }] } }),
    ],
    ['an expression that does not parse', asl({ A: { ...pass, Output: { x: ['{% 1 + %}'] } } })],
    ['half an expression', asl({ A: { ...pass, Output: '{% 1' } })],
    ['a variable called states', asl({ A: { ...pass, Assign: { states: 1 } } })],
    ['States.ALL in company', asl({ A: task({ Catch: [{ ErrorEquals: ['States.ALL', 'E'], Next: 'A' }] }) })],
    [
      'States.ALL before another',
      asl({ A: task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }) }),
    ],
  ])('for %s', (_, definition) => {
    expect(() => sandboxOf(definition)).toThrow();
  });

  test('with every problem at once', () => {
    const broken = asl({ A: { Type: 'Pass', Next: 'B', Output: '{% 1 + %}' } });
    expect(() => sandboxOf(broken)).toThrow(/no state is called B[\s\S]*A: .*\{% 1 \+ %\}/);
  });
});
