import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { awaitingRequest, happenedTo, machinePath, mailed, mustBe, recipients } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, desk } = recipients;

describe('an operator that does not answer', () => {
  test('has until the end of the tenth working day', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const overdue = async () => (await client.read(id)).deadlines.answerDue?.overdue;

    await client.clock({ to: '2026-04-14T21:59:59Z' });
    expect(await overdue()).toBe(false);
    await client.clock({ by: 'PT1S' });
    expect(await overdue()).toBe(true);

    // Recorded only in the morning: nobody works on it at midnight.
    expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'sent_to_operator']);
  });

  test('is overdue from nine of the next working day on, and the desk hears of it every working day', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    await client.clock({ to: '2026-04-21T06:59:59Z' });
    const recorded = (await client.history(id)).slice(3);
    const mails = (await client.mails(`portRequestId=${id}`)).slice(1);

    expect(recorded.map(({ type, occurredAt, data }) => [type, occurredAt, data.workingDaysLate])).toEqual([
      ['port_request.answer_overdue', '2026-04-15T07:00:00Z', 1],
      ['port_request.answer_overdue', '2026-04-16T07:00:00Z', 2],
      ['port_request.answer_overdue', '2026-04-17T07:00:00Z', 3],
      ['port_request.answer_overdue', '2026-04-20T07:00:00Z', 4],
    ]);
    expect(mails.map(({ at, template, to, language }) => `${at} ${template} ${to} ${language}`)).toEqual([
      `2026-04-15T07:00:00Z desk_answer_overdue ${desk}`,
      `2026-04-15T07:00:00Z answer_overdue ${contact}`,
      `2026-04-16T07:00:00Z desk_answer_overdue ${desk}`,
      `2026-04-17T07:00:00Z desk_answer_overdue ${desk}`,
      `2026-04-20T07:00:00Z desk_answer_overdue ${desk}`,
    ]);
    expect(await client.read(id)).toMatchObject({
      status: 'awaiting_answer',
      deadlines: { answerDue: { at: '2026-04-14T22:00:00Z', overdue: true } },
      nextStep: { actor: 'losing_operator', action: 'answer' },
    });
  });

  test('is chased after a holiday weekend on the first working day only', async () => {
    const client = await SandboxClient.start('2026-03-19T08:00:00Z');
    const id = await awaitingRequest(
      client,
      exampleBody({ authorisation: { signedBy: 'Marie Dupont', signedOn: '2026-03-18' } }),
    );

    // Due on Thursday 2 April; recorded on Good Friday, then on the Tuesday after Easter.
    await client.clock({ to: '2026-04-08T06:00:00Z' });

    expect((await client.history(id)).slice(3).map(({ occurredAt }) => occurredAt)).toEqual([
      '2026-04-03T07:00:00Z',
      '2026-04-07T07:00:00Z',
    ]);
  });

  test('may still approve: the answer counts and the chasing ends', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-16T10:00:00Z' });

    const answered = await client.event(id, 'request.approved', { date: '2026-04-20' });
    await client.clock({ to: '2026-04-20T07:00:00Z' });

    expect(answered).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await client.read(id)).toMatchObject({
      status: 'ready_to_start',
      deadlines: { answerDue: { overdue: false } },
    });
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'answer_overdue',
      'answer_overdue',
      'approved',
      'window_opened',
    ]);
    expect((await mailed(client, id)).filter((mail) => mail.includes('overdue'))).toHaveLength(3);
    expect((await machinePath(client, id)).slice(-2)).toEqual(['AwaitPortingWindow', 'AwaitCustomerStart']);
  });

  test('may still refuse', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-16T10:00:00Z' });

    mustBe(await client.event(id, 'request.rejected', { reasons: [{ code: 'address_mismatch' }] }), 202);
    await client.clock({ by: 'P7D' });

    expect((await happenedTo(client, id)).slice(-2)).toEqual(['answer_overdue', 'rejected']);
    expect((await client.read(id)).deadlines.answerDue).toBeNull();
  });

  test('is chased by the desk: its mails are for the desk to see', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-15T07:00:00Z' });
    const ledger = async (token: string) =>
      (await client.get(`/v1/port-requests/${id}/mails`, { token })).json.items;
    const overdueEntry = (await client.history(id)).at(-1);

    const seen = await ledger(client.token);
    const seenByDesk = await ledger(await client.deskToken());

    expect(seen.map(({ template }: { template: string }) => template)).toEqual([
      'request_received',
      'answer_overdue',
    ]);
    expect(seenByDesk.map(({ template }: { template: string }) => template)).toEqual([
      'request_received',
      'answer_overdue',
      'desk_answer_overdue',
    ]);
    expect(seen.at(-1)).toEqual({
      template: 'answer_overdue',
      to: 'luc@reseller.example',
      language: 'nl',
      causedBy: overdueEntry?.id,
      status: 'sent',
      at: '2026-04-15T07:00:00Z',
    });
  });
});
