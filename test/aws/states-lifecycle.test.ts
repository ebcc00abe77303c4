import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { statesClient, statesLifecycle } from '../../functions/aws/states-lifecycle.ts';
import { json, jsonError, startEndpoint, type WireAnswer } from './aws-endpoint.ts';

const stateMachineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:port-lifecycle:live';

const lifecycleOn = async (answer: WireAnswer) => {
  const { calls, config } = await startEndpoint(() => answer);
  return { calls, lifecycle: statesLifecycle({ client: statesClient(config), stateMachineArn }) };
};

const run = { portRequestId: 'prt_01', attempt: 2, run: 1 };
const started = json({ executionArn: 'arn:e', startDate: 1_774_857_600 });

describe('Starting a run', () => {
  test('starts an execution of the alias under the name of the run, with ids only', async () => {
    const { calls, lifecycle } = await lifecycleOn(started);
    await lifecycle.start(run);
    expect(calls.map(({ operation }) => operation)).toEqual(['StartExecution']);
    const { input, ...sent } = JSON.parse(calls[0]?.text ?? '');
    expect(sent).toEqual({ stateMachineArn, name: 'prt_01-2-1' });
    expect(JSON.parse(input)).toEqual({ schemaVersion: 1, portRequestId: 'prt_01', attempt: 2, run: 1 });
  });

  test('again, once the execution of that name has ended, changes nothing', async () => {
    const { calls, lifecycle } = await lifecycleOn(jsonError('ExecutionAlreadyExists'));
    await expect(lifecycle.start(run)).resolves.toBeUndefined();
    expect(calls).toHaveLength(1);
  });

  test.each(['StateMachineDoesNotExist', 'ExecutionLimitExceeded', 'InvalidName', 'AccessDeniedException'])(
    'that fails with %s fails',
    async (name) => {
      const { lifecycle } = await lifecycleOn(jsonError(name));
      await expect(lifecycle.start(run)).rejects.toMatchObject({ name });
    },
  );

  test('is tried again by the client after a broken connection', async () => {
    let broken = false;
    const { calls, config } = await startEndpoint(() => {
      if (broken) return started;
      broken = true;
      return 'break the connection';
    });
    await statesLifecycle({ client: statesClient(config), stateMachineArn }).start(run);
    expect(calls).toHaveLength(2);
  });
});

describe('Ending a wait', () => {
  test('sends a success that carries nothing', async () => {
    const { calls, lifecycle } = await lifecycleOn(json({}));
    expect(await lifecycle.wake('token-1')).toBe('woken');
    expect(calls.map(({ operation, text }) => [operation, JSON.parse(text)])).toEqual([
      ['SendTaskSuccess', { taskToken: 'token-1', output: '{}' }],
    ]);
  });

  test.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('with %s finds it gone', async (name) => {
    const { lifecycle } = await lifecycleOn(jsonError(name));
    expect(await lifecycle.wake('token-1')).toBe('gone');
  });

  test.each(['InvalidOutput', 'AccessDeniedException', 'KmsAccessDeniedException'])(
    'that fails with %s fails: nobody was woken',
    async (name) => {
      const { lifecycle } = await lifecycleOn(jsonError(name));
      await expect(lifecycle.wake('token-1')).rejects.toMatchObject({ name });
    },
  );
});

/** Executions by name, as Step Functions describes them; of any other name it knows none. */
const describing = (statuses: Readonly<Record<string, string>>) =>
  startEndpoint(({ text }) => {
    const { executionArn } = JSON.parse(text);
    const status = statuses[String(executionArn).replace(executionPrefix, '')];
    return status === undefined ? jsonError('ExecutionDoesNotExist') : json({ executionArn, status });
  });

const executionPrefix = 'arn:aws:states:eu-west-1:000000000000:execution:port-lifecycle:';

describe('The newest run of an attempt', () => {
  const newestOf = async (statuses: Readonly<Record<string, string>>, from?: number) => {
    const { calls, config } = await describing(statuses);
    const lifecycle = statesLifecycle({ client: statesClient(config), stateMachineArn });
    return { newest: await lifecycle.newestRun('prt_01', 2, from), calls: calls.length };
  };

  test('is asked for by the name of its execution, which is that of the machine and not of its alias', async () => {
    expect(await newestOf({ 'prt_01-2-1': 'RUNNING' })).toEqual({
      newest: { run: 1, isRunning: true, hasEnded: false },
      calls: 1,
    });
  });

  test.each([
    ['FAILED', false],
    ['TIMED_OUT', false],
    ['ABORTED', false],
    ['SUCCEEDED', true],
  ])('that is %s runs no more', async (status, hasEnded) => {
    const { newest } = await newestOf({ 'prt_01-2-1': 'ABORTED', 'prt_01-2-2': status });
    expect(newest).toEqual({ run: 2, isRunning: false, hasEnded });
  });

  test('is found where the ones before it are forgotten', async () => {
    const { newest } = await newestOf({ 'prt_01-2-3': 'RUNNING' });
    expect(newest).toEqual({ run: 3, isRunning: true, hasEnded: false });
  });

  test('is looked for from a run that is known to have been', async () => {
    const { newest, calls } = await newestOf({ 'prt_01-2-7': 'FAILED' }, 7);
    expect([newest?.run, calls]).toEqual([7, 2]);
  });

  test('is none where none is known, and not where asking fails', async () => {
    expect((await newestOf({})).newest).toBeUndefined();
    const { lifecycle } = await lifecycleOn(jsonError('AccessDeniedException'));
    await expect(lifecycle.newestRun('prt_01', 1)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('The runs that broke', () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const execution = (name: string, stopDate: string) => ({
    executionArn: `${executionPrefix}${name}`,
    stateMachineArn: 'arn:m',
    name,
    status: 'FAILED',
    startDate: at('2026-03-01T00:00:00Z'),
    stopDate: at(stopDate),
  });

  test('are listed of the whole machine, to the last page, by when they broke', async () => {
    const { calls, config } = await startEndpoint(({ text }) => {
      const { statusFilter, nextToken } = JSON.parse(text);
      if (statusFilter === 'ABORTED')
        return json({ executions: [execution('prt_03-1-1', '2026-04-02T00:00:00Z')] });
      if (statusFilter !== 'FAILED') return json({ executions: [] });
      return nextToken === undefined
        ? json({ executions: [execution('prt_01-1-1', '2026-04-01T09:59:59Z')], nextToken: 'more' })
        : json({
            executions: [
              execution('prt-x-02-2-13', '2026-04-01T10:00:00Z'),
              execution('by-hand', '2026-04-03T00:00:00Z'),
            ],
          });
    });
    const lifecycle = statesLifecycle({ client: statesClient(config), stateMachineArn });
    const broken = await lifecycle.brokenRuns(Temporal.Instant.from('2026-04-01T10:00:00Z'));
    expect(broken.map(({ brokenAt, ...named }) => ({ ...named, brokenAt: `${brokenAt}` }))).toEqual([
      { portRequestId: 'prt-x-02', attempt: 2, run: 13, brokenAt: '2026-04-01T10:00:00Z' },
      { portRequestId: 'prt_03', attempt: 1, run: 1, brokenAt: '2026-04-02T00:00:00Z' },
    ]);
    expect(new Set(calls.map(({ text }) => JSON.parse(text).stateMachineArn))).toEqual(
      new Set(['arn:aws:states:eu-west-1:000000000000:stateMachine:port-lifecycle']),
    );
  });
});
