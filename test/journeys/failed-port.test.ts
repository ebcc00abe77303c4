import { describe, expect, test } from 'vitest';
import {
  confirmation,
  happenedTo,
  machinePath,
  mustBe,
  openLink,
  readyRequest,
  startedRequest,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const failed = (client: SandboxClient, id: string, webhookId?: string) =>
  client.event(id, 'port.failed', { reason: 'The switch did not answer' }, { webhookId });

describe('a port that fails', () => {
  test('can be started again by a new link, and is completed', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const [old = ''] = await startLinks(client, id);
    await client.clock({ by: 'PT30M' });

    mustBe(await failed(client, id), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'ready_to_start',
      attempts: [{ startedAt: null, outcome: null }],
      deadlines: { completionDue: null },
    });
    const link = await client.startLink(id);
    expect(link).not.toBe(old);
    expect((await openLink(client, old)).status).toBe(404);
    await client.clock({ by: 'PT1H' });
    mustBe(await client.confirm(link, confirmation), 200);
    const { now } = await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);

    expect((await client.read(id)).status).toBe('completed');
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'approved',
      'window_opened',
      'started',
      'failed',
      'incident.opened',
      'started',
      'completed',
    ]);
    expect(await toldCarrier(client, id)).toEqual([
      'request.submitted 1',
      'port.started 1',
      'port.started 1',
    ]);
    expect((await machinePath(client, id)).filter((state) => state === 'ExecutePort')).toHaveLength(2);
  });

  test('is an incident for the desk, with the operator’s words, and no word of them in the history', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    mustBe(await failed(client, id), 202);

    const { items } = (await client.get(`/v1/port-requests/${id}/incidents`)).json;

    expect(items).toMatchObject([
      { status: 'open', diagnosis: 'unknown', actor: 'desk', description: 'The switch did not answer' },
    ]);
    expect(JSON.stringify(await client.history(id))).not.toContain('switch');
  });

  test('and is said to have failed again changes nothing, not even the next start', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await client.clock({ by: 'PT30M' });
    const occurredAt = '2026-04-14T07:30:00Z';
    mustBe(await failed(client, id, 'msg_1'), 202);
    expect((await failed(client, id, 'msg_1')).json.outcome).toBe('duplicate');
    expect((await failed(client, id, 'msg_2')).json.outcome).toBe('recorded');
    await client.clock({ by: 'PT30M' });
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);

    const late = await client.event(id, 'port.failed', { reason: 'Again' }, { occurredAt });

    expect(late.json.outcome).toBe('recorded');
    expect((await client.read(id)).status).toBe('in_progress');
  });

  test('after its last day needs a new date and a new approval', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-27T12:59:00Z' });
    mustBe(await startNow(client, id), 200);
    await client.clock({ to: '2026-04-27T13:30:00Z' });

    mustBe(await failed(client, id), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'expired',
      nextStep: { actor: 'reseller', action: 'ask_new_date' },
    });
    expect((await machinePath(client, id)).at(-1)).toBe('WindowExpired');
  });

  test('after some numbers were done is for the desk to judge', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    mustBe(
      await client.event(id, 'port.completed', {
        completedAt: '2026-04-14T07:00:00Z',
        numbers: ['025805070'],
      }),
      202,
    );

    const refused = await failed(client, id);

    expect(refused).toMatchObject({
      status: 409,
      json: { requestStatus: 'in_progress', allowedEvents: ['port.completed'] },
    });
    const kept = await client.get(`/v1/port-requests/${id}/refused-events`, {
      token: await client.deskToken(),
    });
    expect(kept.json.items).toMatchObject([{ type: 'port.failed' }]);
  });
});
