import { dueWorkAlarms } from '../../../operations/alarms/due-work.ts';
import type { AdapterCall } from '../../../sandbox/adapter-calls.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { callsOf } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  confirmation,
  moments,
  mustBe,
  readyRequest,
  startNow,
} from '../../support/journey.ts';

/** Puts requests that are due on their queue: nothing else puts bare ids. */
const queuesDueWork = ({ target, method, given: [first] }: AdapterCall): boolean =>
  target === 'queues' && method === 'put' && Array.isArray(first) && typeof first[0] === 'string';

testAlarms('due work and dead lines', dueWorkAlarms, {
  WindowsNotOpened: {
    live: async ({ client, failing }) => {
      await approvedRequest(client);
      failing((call) => queuesDueWork(call) || (call.target === 'records' && call.method === 'commit'));
      await client.clock({ to: '2026-04-14T07:30:00Z' });
    },
  },
  DueFailed: {
    live: async ({ client, failingFor }) => {
      await approvedRequest(client);
      await client.clock({ to: '2026-04-14T06:59:00Z' });
      await failingFor('PT6M', callsOf('records', 'commit'));
    },
  },
  DueLate: {
    why: 'one machine has room for all due work at once, and puts what fails aside after five minutes',
    metric: 'QueueOldestSeconds',
    dimensions: { Queue: 'due work' },
    byMinute: [600, 840, 900],
    inPeace: [60, 240, 300],
  },
  LookFailed: {
    live: async ({ client, failingFor }) => {
      await approvedRequest(client);
      await client.clock({ to: '2026-04-14T06:59:00Z' });
      await failingFor('PT5M', callsOf('records', 'due'));
    },
  },
  LinesDeadTooLong: {
    live: async ({ client, isBroken }) => {
      const id = await readyRequest(client);
      mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
      const { now } = await client.clock({ by: 'PT20M' });
      if (!isBroken) mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
      await client.clock({ by: 'PT25H' });
    },
  },
  PortsFailing: {
    live: async ({ client, often }) => {
      const ids: string[] = [];
      await often(5, async (index) => {
        ids.push(await awaitingRequest(client, singleNumberBody(`0258050${70 + index}`)));
      });
      await client.clock({ to: moments.approved });
      for (const id of ids) mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      await client.clock({ to: moments.windowOpens });
      for (const id of ids) mustBe(await startNow(client, id), 200);
      await client.clock({ by: 'PT20M' });
      for (const id of ids)
        mustBe(await client.event(id, 'port.failed', { reason: 'The donor refused the order' }), 202);
    },
  },
});
