import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  changeDate,
  correct,
  deskQueue,
  happenedTo,
  mustBe,
  notesOf,
  rejectedRequest,
  resubmit,
  startedRequest,
  writeNote,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const waiting = async (client: SandboxClient) =>
  (await deskQueue(client)).map(({ since, what }) => `${since} ${what}`);

const finish = async (client: SandboxClient, { id }: { readonly id: string }) =>
  mustBe(await client.post(`/v1/desk/queue/${id}/done`, undefined, { token: await client.deskToken() }), 200);

const refusedEvents = async (client: SandboxClient, id: string) =>
  (await client.get(`/v1/port-requests/${id}/refused-events`, { token: await client.deskToken() })).json
    .items;

describe('a provider that does not answer within its ten working days (F18)', () => {
  test('waits for the desk from the next morning on, and no longer once it answers', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-17T08:00:00Z' });
    expect(await waiting(client)).toEqual(['2026-04-15T07:00:00Z answer_overdue']);

    mustBe(await client.event(id, 'request.approved', { date: '2026-05-04' }), 202);

    expect(await waiting(client)).toEqual([]);
  });

  test('comes back the next working day when the desk called and still has no answer', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-17T08:00:00Z' });
    const [entry] = await deskQueue(client);
    if (entry !== undefined) await finish(client, entry);
    expect(await waiting(client)).toEqual([]);

    await client.clock({ to: '2026-04-20T08:00:00Z' });

    expect(await waiting(client)).toEqual(['2026-04-20T07:00:00Z answer_overdue']);
    expect((await happenedTo(client, id)).filter((type) => type === 'answer_overdue')).toHaveLength(4);
  });
});

describe('a refusal (F25)', () => {
  test('waits for the desk from the second one on, until the reseller has corrected it', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    expect(await waiting(client)).toEqual([]);
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '612345679' } }), 200);
    mustBe(await resubmit(client, id), 200);
    mustBe(
      await client.event(id, 'request.rejected', { reasons: [{ code: 'address_mismatch' }] }, { attempt: 2 }),
      202,
    );
    expect((await deskQueue(client)).map(({ what }) => what)).toEqual(['rejection']);

    mustBe(await correct(client, id, { losingOperator: { accountNumber: '612345680' } }), 200);
    mustBe(await resubmit(client, id), 200);

    expect(await waiting(client)).toEqual([]);
  });

  test('that only Fonzer can cure waits for the desk at once', async () => {
    const client = await SandboxClient.start();
    await rejectedRequest(client, [{ code: 'technical_error' }]);

    expect((await deskQueue(client)).map(({ what }) => what)).toEqual(['rejection']);
  });
});

describe("an operator's event that does not fit", () => {
  test('is kept for the desk as it came, and waits for it until somebody has read it', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);
    const reasons = [{ code: 'other', text: 'Mrs Dupont called us.' }];
    mustBe(await cancel(client, id), 200);

    const refused = await client.event(id, 'request.rejected', { reasons }, { webhookId: 'late-1' });

    expect([refused.status, refused.json.code]).toEqual([409, 'operator_event.not_expected']);
    expect(await refusedEvents(client, id)).toEqual([
      {
        at: '2026-04-02T09:12:00Z',
        webhookId: 'late-1',
        type: 'request.rejected',
        attempt: 1,
        code: 'operator_event.not_expected',
        body: expect.objectContaining({ type: 'request.rejected', portRequestId: id, data: { reasons } }),
      },
    ]);
    expect(JSON.stringify(await client.history(id))).not.toContain('Mrs Dupont');
    const [entry] = await deskQueue(client);
    expect(entry).toMatchObject({ portRequestId: id, what: 'refused_event' });
    if (entry !== undefined) await finish(client, entry);
    expect(await deskQueue(client)).toEqual([]);
    expect(await refusedEvents(client, id)).toHaveLength(1);
  });
});

describe('a provider that approves a day so early that the one asked for is out of reach', () => {
  test('keeps its day, and the desk is told until the port has started', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody({ desiredDate: '2026-05-20' }));
    mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
    expect((await deskQueue(client)).map(({ what }) => what)).toEqual(['approval_misses_desired_date']);

    mustBe(await changeDate(client, id, '2026-05-20'), 200);

    expect(await deskQueue(client)).toEqual([]);
  });
});

describe('the desk and a reseller', () => {
  test('leave each other notes, of which the desk keeps some to itself', async () => {
    const client = await SandboxClient.start();
    const desk = await client.deskToken();
    const id = await awaitingRequest(client);
    mustBe(await writeNote(client, id, { text: 'Can it be done before May?' }), 201);
    mustBe(await writeNote(client, id, { text: 'We ask COLT.' }, desk), 201);
    mustBe(await writeNote(client, id, { text: 'Third time they ask.', visibility: 'desk' }, desk), 201);

    const seen = async (token: string) =>
      (await notesOf(client, id, token)).map(({ by, text }) => `${by.kind}: ${text}`);

    expect(await seen(client.token)).toEqual(['reseller: Can it be done before May?', 'desk: We ask COLT.']);
    expect(await seen(desk)).toHaveLength(3);
    expect((await deskQueue(client)).map(({ what }) => what)).toEqual(['note']);
    expect(JSON.stringify(await client.history(id))).not.toMatch(/before May|We ask COLT|Third time/);
  });

  test("see the queue and its texts only where they are the desk's", async () => {
    const client = await SandboxClient.start();
    expect((await client.get('/v1/desk/queue')).json).toMatchObject({
      code: 'auth.scope_missing',
      requiredScope: 'desk',
    });
  });
});

test('what waits for the desk is listed oldest first, whoever it is about', async () => {
  const client = await SandboxClient.start();
  const started = await startedRequest(client);
  await client.clock({ to: '2026-04-14T12:00:00Z' });
  mustBe(await client.event(started, 'port.failed', { reason: 'No answer.' }), 202);
  await client.clock({ to: '2026-04-14T13:00:00Z' });
  const draft = mustBe(await client.create({ submit: false, subscriber: { name: 'Dupont' } }), 201).json.id;
  mustBe(await writeNote(client, draft, { text: 'Help.' }), 201);

  expect((await deskQueue(client)).map(({ what, portRequestId }) => [what, portRequestId])).toEqual([
    ['incident', started],
    ['note', draft],
  ]);
});
