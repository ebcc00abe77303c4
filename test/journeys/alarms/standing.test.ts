import { standingAlarms } from '../../../operations/alarms/standing.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { type AlarmWorld, callsOf } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import { approvedRequest, awaitingRequest, deskQueue, moments, mustBe } from '../../support/journey.ts';
import { draftOf } from '../../support/webhook-world.ts';

/** The single number with this index: 02 580 00 00 and on. */
const numberAt = (index: number): string => `02580${String(index).padStart(4, '0')}`;

/** A run that is gone, while for some time no other can be started. */
const runIsGone = async ({ client, world, isBroken, failingFor }: AlarmWorld): Promise<void> => {
  const id = await awaitingRequest(client);
  await client.clock({ by: 'PT1H' });
  if (isBroken) world().lifecycle.abort(`${id}-1-1`);
  await failingFor('PT45M', callsOf('lifecycle', 'start'));
  await client.clock({ by: 'PT1H' });
};

testAlarms('what stands about', standingAlarms, {
  NothingSampled: {
    options: { samplesEveryMinutes: 5 },
    live: async ({ client, failingFor }) => {
      await awaitingRequest(client);
      await client.clock({ by: 'PT30M' });
      await failingFor('PT30M', callsOf('records'));
      await client.clock({ by: 'PT10M' });
    },
  },
  SweepFailed: {
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('records', 'unhandled'));
      await awaitingRequest(client);
      await failingFor('PT15M', callsOf('records', 'unhandled'));
    },
  },
  EntriesNotFollowedUp: {
    isRelayDead: true,
    live: async ({ client, failing, failingFor }) => {
      failing(callsOf('lifecycle', 'start'));
      await awaitingRequest(client);
      await failingFor('PT45M', callsOf('lifecycle', 'start'));
      await client.clock({ by: 'PT1H' });
    },
  },
  RunsGone: { live: runIsGone },
  WaitsBehindRecord: {
    live: async ({ client, failing, failingFor }) => {
      const id = await awaitingRequest(client);
      await client.clock({ to: moments.approved });
      failing(callsOf('lifecycle', 'wake'));
      mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      await failingFor('PT45M', callsOf('lifecycle', 'wake'));
      await client.clock({ by: 'PT1H' });
    },
  },
  LocksWithoutRequest: {
    live: async ({ client, world, isBroken, failingFor }) => {
      const id = await awaitingRequest(client, singleNumberBody(numberAt(7)));
      mustBe(
        await client.post(`/v1/port-requests/${id}/cancellation`, { reason: 'The customer stays' }),
        200,
      );
      await client.clock({ by: 'PT1H' });
      if (isBroken)
        await world().records.leaveLocks('3225800', [
          { from: 3_225_800_007, to: 3_225_800_007, portRequestId: id, tenant: 'acme' },
        ]);
      await failingFor('PT45M', callsOf('records', 'releaseLocks'));
      await client.clock({ by: 'PT1H' });
    },
  },
  RepairsFailed: { live: runIsGone },
  ManyRepairs: {
    isRelayDead: true,
    live: async ({ client }) => {
      for (let index = 0; index < 20; index += 1) await draftOf(client, numberAt(index));
      await client.clock({ by: 'PT30M' });
    },
  },
  AnswersOverdue: {
    live: async ({ client, often }) => {
      await often(50, (index) => awaitingRequest(client, singleNumberBody(numberAt(index))));
      // The morning after the tenth working day.
      await client.clock({ to: '2026-04-15T08:00:00Z' });
    },
  },
  DeskTasksOld: {
    // Nothing happens for days, and it grows with time alone.
    options: { samplesEveryMinutes: 60 },
    live: async ({ client, isBroken }) => {
      await awaitingRequest(client);
      // Found overdue on Wednesday 15 April at nine.
      await client.clock({ to: '2026-04-15T08:00:00Z' });
      const desk = { token: await client.deskToken() };
      if (!isBroken)
        for (const { id } of await deskQueue(client))
          mustBe(await client.post(`/v1/desk/queue/${encodeURIComponent(id)}/done`, undefined, desk), 200);
      await client.clock({ to: '2026-04-18T12:00:00Z' });
    },
  },
  OperatorEventsRefused: {
    live: async ({ client, often }) => {
      const id = await approvedRequest(client);
      await often(10, async (index) => {
        const completedAt = moments.approved;
        mustBe(
          await client.event(id, 'port.completed', { completedAt }, { webhookId: `early-${index}` }),
          409,
        );
      });
    },
  },
});
