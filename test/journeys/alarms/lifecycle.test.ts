import { expect, test } from 'vitest';
import { lifecycleAlarms } from '../../../operations/alarms/lifecycle.ts';
import { judge } from '../../../sandbox/alarms.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { callsOf, liveScenario } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import { awaitingRequest } from '../../support/journey.ts';

testAlarms('the lifecycle', lifecycleAlarms, {
  LifecycleFailing: {
    live: async ({ client, world, isBroken }) => {
      const id = await awaitingRequest(client);
      if (isBroken) world().lifecycle.abort(`${id}-1-1`);
      await client.clock({ by: 'PT1H' });
    },
  },
  LifecycleStepFailing: {
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('operator'));
      await awaitingRequest(client);
      await failingFor('PT5M', callsOf('operator'));
      await client.clock({ by: 'PT1H' });
    },
  },
  CarrierCallsFailing: {
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('operator'));
      await awaitingRequest(client);
      await failingFor('PT40M', callsOf('operator'));
      await client.clock({ by: 'PT1H' });
    },
  },
  RelayLate: {
    why: 'the relay of one machine is never behind, and gives an entry up after five minutes',
    metric: 'RelayAgeSeconds',
    dimensions: {},
    byMinute: [120, 300, 360, 420],
    inPeace: [120, 300, 360, 20],
  },
  RelayGaveUp: {
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('lifecycle', 'start'));
      await awaitingRequest(client);
      await failingFor('PT5M', callsOf('lifecycle', 'start'));
    },
  },
  WorkFailing: {
    // Each is tried once a minute for five: in both of two periods.
    start: '2026-03-30T08:02:30Z',
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('lifecycle', 'start'));
      for (const number of ['025805070', '025805080', '025805090'])
        await awaitingRequest(client, singleNumberBody(number));
      await failingFor('PT10M', callsOf('lifecycle', 'start'));
    },
  },
  WorkersFailing: {
    live: async ({ client, failingFor }) => {
      await awaitingRequest(client);
      await client.clock({ to: '2026-03-31T06:59:00Z' });
      await failingFor('PT5M', callsOf('records', 'due'));
    },
  },
});

test('the alarm on a step that keeps failing stays on until the step succeeds', async () => {
  const { metrics, clock } = await liveScenario(
    {
      live: async ({ client, failing, failingFor }) => {
        failing(callsOf('operator'));
        await awaitingRequest(client);
        await failingFor('PT20H', callsOf('operator'));
      },
    },
    true,
  );
  const alarm = lifecycleAlarms.find(({ id }) => id === 'LifecycleStepFailing');
  const minute = Math.floor(clock.now().epochMilliseconds / 60_000);
  expect(alarm && judge(alarm, metrics.all(), minute)).toMatchObject({
    state: 'alarm',
    episodes: [{ from: expect.any(Number) }],
  });
});
