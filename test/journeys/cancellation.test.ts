import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  completedRequest,
  expiredRequest,
  happenedTo,
  machinePath,
  mailed,
  mustBe,
  openLink,
  postInAHurry,
  readyRequest,
  recipients,
  rejectedRequest,
  startedRequest,
  startLinks,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact } = recipients;

const draft = async (client: SandboxClient): Promise<string> =>
  awaitingRequest(client, exampleBody({ submit: false }));

const cancellable = [
  { status: 'draft', make: draft, told: [], end: undefined, outcome: undefined },
  {
    status: 'awaiting_answer',
    make: (client: SandboxClient) => awaitingRequest(client),
    told: ['request.submitted 1', 'request.cancelled 1'],
    end: 'RequestCancelled',
    outcome: 'cancelled',
  },
  {
    status: 'rejected',
    make: (client: SandboxClient) => rejectedRequest(client),
    told: ['request.submitted 1'],
    end: 'RequestRejected',
    outcome: 'rejected',
  },
  {
    status: 'approved',
    make: (client: SandboxClient) => approvedRequest(client),
    told: ['request.submitted 1', 'request.cancelled 1'],
    end: 'RequestCancelled',
    outcome: 'cancelled',
  },
  {
    status: 'ready_to_start',
    make: (client: SandboxClient) => readyRequest(client),
    told: ['request.submitted 1', 'request.cancelled 1'],
    end: 'RequestCancelled',
    outcome: 'cancelled',
  },
  {
    status: 'expired',
    make: expiredRequest,
    told: ['request.submitted 1', 'request.expired 1'],
    end: 'WindowExpired',
    outcome: 'expired',
  },
] as const;

describe.each(cancellable)('a request that is $status', ({ status, make, told, end, outcome }) => {
  test('can be cancelled, for good', async () => {
    const client = await SandboxClient.start();
    const id = await make(client);
    expect(await client.read(id)).toMatchObject({ status });

    const cancelled = await cancel(client, id);

    expect(cancelled).toMatchObject({
      status: 200,
      json: {
        status: 'cancelled',
        nextStep: null,
        allowedActions: [],
        cancellation: { by: 'reseller', reason: 'The customer stays' },
      },
    });
    expect(cancelled.json.attempts.at(-1)?.outcome).toBe(outcome);
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.cancelled',
      previousStatus: status,
      data: { fromStatus: status },
    });
  });

  test('is cancelled at the carrier only where the carrier still had it', async () => {
    const client = await SandboxClient.start();
    const id = await make(client);

    mustBe(await cancel(client, id), 200);

    expect(await toldCarrier(client, id)).toEqual(told);
    expect((await machinePath(client, id)).at(-1)).toBe(end);
  });

  test('mails its contact, unless nobody had heard of it', async () => {
    const client = await SandboxClient.start();
    const id = await make(client);
    const before = await mailed(client, id);

    mustBe(await cancel(client, id), 200);

    expect((await mailed(client, id)).slice(before.length)).toEqual([`cancelled ${contact}`]);
  });

  test('leaves its numbers free and its links void', async () => {
    const client = await SandboxClient.start();
    const id = await make(client);
    mustBe(await cancel(client, id), 200);

    const other = await client.create(exampleBody(), { token: await client.tokenFor('other') });
    const links = await startLinks(client, id);
    const opened = await Promise.all(links.map((link) => openLink(client, link)));

    expect(other.status).toBe(201);
    expect(opened.map((page) => page.status)).toEqual(links.map(() => 404));
    expect(links).toHaveLength({ ready_to_start: 1, expired: 3 }[String(status)] ?? 0);
  });

  test('does nothing more by itself once it is cancelled', async () => {
    const client = await SandboxClient.start();
    const id = await make(client);
    mustBe(await cancel(client, id), 200);

    const { happened } = await client.clock({ by: 'P60D' });

    expect(happened).toEqual([]);
    expect((await client.templates(id)).at(-1)).not.toBe('expired');
  });
});

test('a request that was not sent to the carrier yet is cancelled without a word to it', async () => {
  const client = await SandboxClient.start();
  const created = await postInAHurry(client, '/v1/port-requests', exampleBody());
  const { id } = created.json;

  const cancelled = await postInAHurry(client, `/v1/port-requests/${id}/cancellation`, {});

  expect([created.json.status, cancelled.json.status]).toEqual(['submitted', 'cancelled']);
  expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'cancelled']);
  expect(await toldCarrier(client, id)).toEqual([]);
  expect(await machinePath(client, id)).toEqual([
    'BeginAttempt',
    'WithdrawCancelledRequest',
    'RequestCancelled',
  ]);
  expect(await mailed(client, id)).toEqual([`request_received ${contact}`, `cancelled ${contact}`]);
});

test.each([
  { status: 'in_progress', make: startedRequest, allowedActions: ['report_incident'] },
  { status: 'completed', make: completedRequest, allowedActions: ['report_incident'] },
  {
    status: 'cancelled',
    make: async (client: SandboxClient) => {
      const id = await awaitingRequest(client);
      mustBe(await cancel(client, id), 200);
      return id;
    },
    allowedActions: [],
  },
])('a request that is $status cannot be cancelled', async ({ status, make, allowedActions }) => {
  const client = await SandboxClient.start();
  const id = await make(client);
  const before = await happenedTo(client, id);

  const refused = await cancel(client, id);

  expect(refused).toMatchObject({
    status: 409,
    json: { code: 'port_request.move_not_allowed', requestStatus: status, allowedActions },
  });
  expect(await happenedTo(client, id)).toEqual(before);
});

test('the desk cancels for a reseller, and is named', async () => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(client);

  mustBe(await cancel(client, id, await client.deskToken()), 200);

  expect((await client.read(id)).cancellation?.by).toBe('desk');
});

test('another reseller cannot cancel it, and is not told that it exists', async () => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(client);

  const refused = await cancel(client, id, await client.tokenFor('other'));

  expect(refused).toMatchObject({ status: 404, json: { code: 'port_request.not_found' } });
  expect((await client.read(id)).status).toBe('awaiting_answer');
});
