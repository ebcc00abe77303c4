import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { askBack, awaitingRequest, happenedTo, mustBe, resubmit, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const at = (accountNumber: string) => ({ losingOperator: { name: 'Sandbox', accountNumber } });

const startedAt = async (accountNumber: string, body = exampleBody) => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(client, body(at(accountNumber)));
  await client.clock({ to: '2026-04-14T07:00:00Z' });
  mustBe(await startNow(client, id), 200);
  return { client, id };
};

describe('the operator Sandbox, by account number', () => {
  test('approve: approves after three working days for the desired date, completes after 40 minutes', async () => {
    const { client, id } = await startedAt('approve');

    await client.clock({ by: 'PT39M59S' });
    expect((await client.read(id)).status).toBe('in_progress');
    await client.clock({ by: 'PT1S' });

    expect(await client.read(id)).toMatchObject({ status: 'completed', approvedDate: '2026-04-14' });
    expect(
      (await client.history(id))
        .map(({ type, occurredAt, actor }) => `${type} ${occurredAt} ${actor.kind}`)
        .slice(3),
    ).toEqual([
      'port_request.approved 2026-04-02T08:00:00Z carrier',
      'port_request.window_opened 2026-04-14T07:00:00Z clock',
      'port_request.started 2026-04-14T07:00:00Z reseller',
      'port_request.completed 2026-04-14T07:40:00Z carrier',
    ]);
  });

  test.each(['account_number_mismatch', 'number_in_quarantine', 'withdrawn_by_subscriber'])(
    'reject-%s: refuses with that code after three working days',
    async (code) => {
      const client = await SandboxClient.start();
      const id = await awaitingRequest(client, exampleBody(at(`reject-${code}`)));

      await client.clock({ to: '2026-04-02T08:00:00Z' });

      expect(await client.read(id)).toMatchObject({
        status: 'rejected',
        attempts: [{ rejections: [{ code, operatorCode: code }] }],
      });
    },
  );

  test('reject-E17A: a code nobody knows becomes other', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody(at('reject-E17A')));

    await client.clock({ by: 'P7D' });

    expect((await client.read(id)).attempts[0]?.rejections).toMatchObject([
      { code: 'other', operatorCode: 'E17A' },
    ]);
  });

  test('silent: never answers', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody(at('silent')));

    await client.clock({ to: '2026-04-16T07:00:00Z' });

    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'answer_overdue',
      'answer_overdue',
    ]);
  });

  test('slow: completes after three hours, too late for a single number', async () => {
    const { client, id } = await startedAt('slow', (overrides) => singleNumberBody('025805070', overrides));

    await client.clock({ by: 'PT2H59M59S' });
    expect(await client.read(id)).toMatchObject({
      status: 'in_progress',
      deadlines: { completionDue: { at: '2026-04-14T09:00:00Z', overdue: true } },
    });
    await client.clock({ by: 'PT1S' });

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      deadlines: { completionDue: { overdue: true } },
    });
  });

  test('stuck: never completes', async () => {
    const { client, id } = await startedAt('stuck');

    await client.clock({ by: 'P30D' });

    expect((await client.read(id)).status).toBe('in_progress');
    expect((await client.statesOf(id)).at(-1)).toBe('AwaitPortCompletion');
  });

  test('delay: says that it needs two working days more, then approves', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody(at('delay')));

    await client.clock({ to: '2026-04-02T08:00:00Z' });
    expect(await client.read(id)).toMatchObject({
      status: 'awaiting_answer',
      // Two working days after Tuesday 14 April.
      deadlines: { answerDue: { at: '2026-04-16T22:00:00Z', explanation: { rule: 'answer-delayed' } } },
    });
    await client.clock({ to: '2026-04-07T08:00:00Z' });

    expect(await client.read(id)).toMatchObject({ status: 'approved', approvedDate: '2026-04-14' });
  });

  test('fail: the first start is rolled back, the second completes', async () => {
    const { client, id } = await startedAt('fail');

    await client.clock({ by: 'PT40M' });
    expect(await client.read(id)).toMatchObject({ status: 'ready_to_start' });
    mustBe(await startNow(client, id), 200);
    await client.clock({ by: 'PT40M' });

    expect((await client.read(id)).status).toBe('completed');
    expect((await happenedTo(client, id)).slice(-5)).toEqual([
      'started',
      'failed',
      'incident.opened',
      'started',
      'completed',
    ]);
  });

  test('gives numbers back within two hours, where it completes ports', async () => {
    const { client, id } = await startedAt('approve');
    await client.clock({ by: 'PT40M' });
    mustBe(await askBack(client, id, 'No calls'), 200);

    await client.clock({ by: 'PT1H59M' });
    expect((await client.read(id)).emergencyReturn?.status).toBe('requested');
    await client.clock({ by: 'PT1M' });

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      emergencyReturn: { status: 'completed' },
    });
  });

  test('clears reported trouble by the next working day', async () => {
    const { client, id } = await startedAt('approve');
    await client.clock({ to: '2026-04-17T10:00:00Z' });
    const examples = ['08:00', '08:10', '08:20'].map((time) => ({
      callingNumber: '0475123456',
      callingOperator: 'Orange',
      calledNumber: '025805070',
      calledAt: `2026-04-17T${time}:00Z`,
      heard: 'silence',
    }));
    const path = `/v1/port-requests/${id}/incidents`;
    mustBe(await client.post(path, { kind: 'partly_unreachable', description: '', examples }), 201);
    const statusOfIncident = async () => (await client.get(path)).json.items[0].status;
    expect(await statusOfIncident()).toBe('with_carrier');

    await client.clock({ to: '2026-04-20T10:00:00Z' });

    expect(await statusOfIncident()).toBe('resolved');
  });

  test('answers each attempt by what it says then', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody(at('reject-address_mismatch')));
    await client.clock({ to: '2026-04-02T08:00:00Z' });
    mustBe(
      await client.call('PATCH', `/v1/port-requests/${id}`, {
        body: at('approve'),
        headers: { 'if-match': '*' },
      }),
      200,
    );
    mustBe(await resubmit(client, id), 200);

    await client.clock({ by: 'P7D' });

    expect(await client.read(id)).toMatchObject({ status: 'approved', attempt: 2 });
  });
});

test('an operator of another name is silent, whatever the account number says', async () => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(
    client,
    exampleBody({ losingOperator: { name: 'Proximus', accountNumber: 'approve' } }),
  );

  await client.clock({ by: 'P7D' });

  expect((await client.read(id)).status).toBe('awaiting_answer');
});
