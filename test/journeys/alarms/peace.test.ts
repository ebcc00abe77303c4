import { expect, test } from 'vitest';
import { alarms } from '../../../operations/alarms.ts';
import { everAlarmed } from '../../../sandbox/alarms.ts';
import { type AlarmWorld, liveScenario } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import { incidentCalls } from '../../support/incident-calls.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  completedRequest,
  correct,
  expiredRequest,
  mustBe,
  readyRequest,
  rejectedRequest,
  resubmit,
  startNow,
} from '../../support/journey.ts';
import { addEndpoint } from '../../support/webhook-world.ts';

type Journey = (client: AlarmWorld['client']) => Promise<unknown>;

/** What happens every day, also what nobody wishes for. */
const everyDay: Readonly<Record<string, Journey>> = {
  'a completed port': completedRequest,
  'a refused request that is corrected and sent again': async (client) => {
    const id = await rejectedRequest(client);
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '998877' } }), 200);
    mustBe(await resubmit(client, id), 200);
    await client.clock({ by: 'P2D' });
    mustBe(await client.event(id, 'request.approved', { date: '2026-04-20' }, { attempt: 2 }), 202);
  },
  'a window that closes without a start': expiredRequest,
  'a request that is given up': async (client) =>
    mustBe(await cancel(client, await approvedRequest(client)), 200),
  'a start that is rolled back and made again': async (client) => {
    const id = await readyRequest(client);
    mustBe(await startNow(client, id), 200);
    await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.failed', { reason: 'The donor refused the order' }), 202);
    mustBe(await startNow(client, id), 200);
    const { now } = await client.clock({ by: 'PT30M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
  },
  'an answer that comes a day late': async (client) => {
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-15T09:00:00Z' });
    mustBe(await client.event(id, 'request.approved', {}), 202);
  },
  'trouble after a port': async (client) => {
    const id = await completedRequest(client);
    const incidents = incidentCalls(client, id);
    const incident = await incidents.opened({ kind: 'other', description: 'No sound' });
    await client.clock({ by: 'PT4H' });
    mustBe(await incidents.resolve(incident.id), 200);
  },
  'a call that is refused, one with a wrong number and an event that comes too early': async (client) => {
    mustBe(await client.sendCreation({}), 400);
    const id = await awaitingRequest(client, singleNumberBody());
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-03-30T08:00:00Z' }), 409);
    mustBe(await client.get('/start/no-link-of-ours', { token: null }), 404);
  },
};

test.each(Object.entries(everyDay))('nobody is called for %s', async (_, journey) => {
  const { metrics, clock } = await liveScenario(
    {
      live: async ({ client }) => {
        await addEndpoint(client, 'https://portal.example/hooks');
        await journey(client);
        await client.clock({ by: 'P1D' });
      },
    },
    true,
  );
  const minute = Math.floor(clock.now().epochMilliseconds / 60_000);
  const fired = alarms.filter((alarm) => everAlarmed(alarm, metrics.all(), minute));
  expect(fired.map(({ id }) => id)).toEqual([]);
  // Something was measured at all.
  expect(metrics.all().length).toBeGreaterThan(5);
});
