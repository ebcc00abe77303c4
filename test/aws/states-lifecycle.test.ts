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
