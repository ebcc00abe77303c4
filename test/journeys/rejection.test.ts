import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  correct,
  happenedTo,
  machinePath,
  mailed,
  mustBe,
  openLink,
  readyRequest,
  recipients,
  rejectedRequest,
  resubmit,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, desk } = recipients;

const rejectionMail = async (client: SandboxClient, id: string) =>
  (await client.mails(`portRequestId=${id}&template=rejected`)).at(-1);

describe('a request that the operator refuses', () => {
  test('is closed with its reasons, which go to the contact by mail', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [
      { code: 'account_number_mismatch', text: 'Client number unknown' },
      { code: 'linked_service', numbers: ['025805070'] },
    ]);

    const rejected = await client.read(id);

    expect(rejected).toMatchObject({
      status: 'rejected',
      allowedActions: ['edit', 'submit', 'cancel', 'report_incident'],
      nextStep: { actor: 'reseller', action: 'correct', by: null },
      attempts: [{ number: 1, outcome: 'rejected', closedAt: '2026-03-30T08:00:00Z' }],
    });
    expect(rejected.attempts[0]?.rejections).toMatchObject([
      {
        code: 'account_number_mismatch',
        class: 'correct_data',
        actors: ['subscriber', 'reseller'],
        field: '/losingOperator/accountNumber',
        numbers: [],
        operatorCode: 'account_number_mismatch',
        operatorText: 'Client number unknown',
      },
      {
        code: 'linked_service',
        class: 'act_at_operator',
        actors: ['subscriber'],
        field: '/numbers/0',
        numbers: ['+3225805070'],
        operatorText: null,
      },
    ]);
    expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'sent_to_operator', 'rejected']);
    expect(await mailed(client, id)).toEqual([`request_received ${contact}`, `rejected ${contact}`]);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1']);
    expect((await machinePath(client, id)).at(-1)).toBe('RequestRejected');
  });

  test('keeps what the operator said, also under a code that nobody knows', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'E17A', text: 'Klant onbekend, dossier X' }]);

    const rejection = (await client.read(id)).attempts[0]?.rejections[0];

    expect(rejection).toMatchObject({
      code: 'other',
      class: 'nothing_to_do',
      field: null,
      operatorCode: 'E17A',
      operatorText: 'Klant onbekend, dossier X',
    });
    expect((await rejectionMail(client, id)).text).toContain('E17A: Klant onbekend, dossier X');
  });

  test('for a range names it by its first number, in the mail as a range, and refuses it for good', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'number_not_portable', numbers: ['025805050-059'] }]);

    const rejection = (await client.read(id)).attempts[0]?.rejections[0];
    const resubmitted = await resubmit(client, id);

    expect(rejection?.numbers).toEqual(['+3225805050']);
    expect((await rejectionMail(client, id)).text).toContain(
      'Betrokken nummers: 02 580 50 50 - 02 580 50 59\n',
    );
    expect(resubmitted).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'number.final_rejection', pointer: '/numbers/1' }] },
    });
  });

  test('explains itself in the language of the contact, and in another one when asked', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    const meaningIn = async (headers: Record<string, string>) =>
      (await client.get(`/v1/port-requests/${id}`, { headers })).json.attempts[0]?.rejections[0].meaning;
    const listed = async (language: string) =>
      (await client.get(`/v1/rejection-reasons?language=${language}`)).json.items.find(
        ({ code }: { code: string }) => code === 'account_number_mismatch',
      );

    const dutch = await listed('nl');
    const german = await listed('de');

    expect(await meaningIn({})).toBe(dutch.meaning);
    expect(await meaningIn({ 'accept-language': 'de' })).toBe(german.meaning);
    expect(german.meaning).not.toBe(dutch.meaning);
    expect((await rejectionMail(client, id)).text).toContain(dutch.advice);
  });

  test('gives its numbers free at once', async () => {
    const client = await SandboxClient.start();
    await rejectedRequest(client);

    const other = await client.create(exampleBody(), { token: await client.tokenFor('other') });

    expect(other.status).toBe(201);
  });

  test('can be refused after its approval too: the start link is void and nothing starts', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const [link = ''] = await startLinks(client, id);

    mustBe(await client.event(id, 'request.rejected', { reasons: [{ code: 'date_expired' }] }), 202);

    expect((await openLink(client, link)).status).toBe(404);
    expect((await client.confirm(link, '5050')).status).toBe(404);
    expect((await startNow(client, id)).json.code).toBe('port_request.move_not_allowed');
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['window_opened', 'rejected']);
    expect((await machinePath(client, id)).at(-1)).toBe('RequestRejected');
  });

  test('ends when the holder said no: nothing can be corrected or submitted', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'withdrawn_by_subscriber' }]);

    expect(await client.read(id)).toMatchObject({
      status: 'rejected',
      allowedActions: ['cancel', 'report_incident'],
      nextStep: null,
    });
    expect((await resubmit(client, id)).status).toBe(409);
    expect((await correct(client, id, { noteToOperator: 'Please' })).status).toBe(409);
  });
});

describe('the desk is called in', () => {
  const refuseAgain = async (client: SandboxClient, id: string) => {
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '999' } }), 200);
    mustBe(await resubmit(client, id), 200);
    mustBe(
      await client.event(
        id,
        'request.rejected',
        { reasons: [{ code: 'account_number_mismatch' }] },
        { attempt: 2 },
      ),
      202,
    );
  };

  test('at the second refusal, not at the first', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    expect(await client.templates(id)).not.toContain('desk_escalation');

    await refuseAgain(client, id);

    expect(await mailed(client, id)).toEqual([
      `request_received ${contact}`,
      `rejected ${contact}`,
      `request_received ${contact}`,
      `rejected ${contact}`,
      `desk_escalation ${desk}`,
    ]);
    expect(await client.read(id)).toMatchObject({
      status: 'rejected',
      attempts: [{ outcome: 'rejected' }, { outcome: 'rejected' }],
      allowedActions: ['edit', 'submit', 'cancel', 'report_incident'],
    });
  });

  test('at the next refusal that asks something of the reseller, when the first asked nothing', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'technical_error' }]);

    await refuseAgain(client, id);

    // The first went to the desk at once and does not count: the second is the first that counts.
    expect((await client.templates(id)).filter((template) => template === 'desk_escalation')).toHaveLength(1);
  });

  test.each(['installation_type_mismatch', 'donor_no_response', 'technical_error', 'other'])(
    'at once for %s, and nobody is told to correct the data',
    async (code) => {
      const client = await SandboxClient.start();
      const id = await rejectedRequest(client, [{ code }]);

      const { text } = await rejectionMail(client, id);

      expect(await mailed(client, id)).toEqual([
        `request_received ${contact}`,
        `rejected ${contact}`,
        `desk_escalation ${desk}`,
      ]);
      expect(text).toContain('Wij zijn ermee bezig');
      expect(text).not.toContain('De aanvraag verbeteren');
      expect((await client.read(id)).nextStep).toMatchObject({ actor: 'desk', action: 'resend' });
    },
  );

  test('and the reseller too, when only one of two reasons is for the desk', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'technical_error' }, { code: 'address_mismatch' }]);

    expect((await rejectionMail(client, id)).text).toContain('De aanvraag verbeteren');
    expect(await client.templates(id)).toContain('desk_escalation');
    expect((await client.read(id)).nextStep).toMatchObject({ actor: 'reseller', action: 'correct' });
  });
});
