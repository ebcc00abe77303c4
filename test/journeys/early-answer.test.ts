import { expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  happenedTo,
  machinePath,
  mailed,
  postInAHurry,
  recipients,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact } = recipients;

/** A request that is still on its way to the carrier, and an operator that answers all the same. */
const answeredEarly = async (type: string, data: unknown) => {
  const client = await SandboxClient.start();
  const created = await postInAHurry(client, '/v1/port-requests', exampleBody());
  const portRequestId = String(created.json.id);
  const event = { type, portRequestId, attempt: 1, occurredAt: '2026-03-30T08:00:00Z', data };
  const answer = await client.sandbox.world().deliverEvent('colt', JSON.stringify(event), 'msg_early');
  return { client, id: portRequestId, created, answer };
};

test.each([
  { type: 'request.approved', data: { date: '2026-04-14' }, status: 'approved', entry: 'approved' },
  {
    type: 'request.rejected',
    data: { reasons: [{ code: 'address_mismatch' }] },
    status: 'rejected',
    entry: 'rejected',
  },
  {
    type: 'request.acknowledged',
    data: { operatorReference: 'C-99' },
    status: 'awaiting_answer',
    entry: 'acknowledged',
  },
])(
  '$type that overtakes the acceptance first records it as taken over',
  async ({ type, data, status, entry }) => {
    const { client, id, created, answer } = await answeredEarly(type, data);

    expect(created.json.status).toBe('submitted');
    expect(answer.status).toBe(202);
    expect(await client.read(id)).toMatchObject({ status });
    expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'sent_to_operator', entry]);
    expect((await client.history(id))[2]).toMatchObject({
      status: 'awaiting_answer',
      previousStatus: 'submitted',
      actor: { kind: 'carrier', id: 'colt' },
    });
  },
);

test('the machine finds its place by itself, and asks nobody a second time', async () => {
  const { client, id } = await answeredEarly('request.approved', { date: '2026-04-14' });

  await client.clock({ to: '2026-04-14T07:00:00Z' });

  expect(await machinePath(client, id)).toEqual(['BeginAttempt', 'AwaitPortingWindow', 'AwaitCustomerStart']);
  expect(await toldCarrier(client, id)).toEqual([]);
  expect((await mailed(client, id)).slice(0, 2)).toEqual([
    `request_received ${contact}`,
    `approved ${contact}`,
  ]);
});

test('a completion that comes before everything else is refused, and kept for the desk', async () => {
  const { client, id, answer } = await answeredEarly('port.completed', {
    completedAt: '2026-03-30T08:00:00Z',
  });

  expect(answer.status).toBe(409);
  expect(JSON.parse(answer.body)).toMatchObject({ requestStatus: 'submitted' });
  expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'operator_event_refused']);
  // The first answer let the world go on: by the second, the carrier has taken the request over.
  expect(await happenedTo(client, id)).toEqual([
    'created',
    'submitted',
    'operator_event_refused',
    'sent_to_operator',
  ]);
});
