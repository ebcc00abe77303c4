import { describe, expect, test } from 'vitest';
import { awaitingRequest, correct, mustBe, rejectedRequest, resubmit } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const rejectionsOf = async (client: SandboxClient, id: string, attempt = 1) =>
  (await client.read(id)).attempts[attempt - 1]?.rejections ?? [];

describe('on refusal an update with the detailed reason is sent', () => {
  test('several reasons at once, of the request and of single numbers, each with where to correct it', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [
      { code: 'account_number_mismatch' },
      { code: 'number_not_in_service', numbers: ['025805070'] },
      { code: 'protected_line', numbers: ['025805055'], text: 'Alarm' },
      { code: 'main_number_mismatch' },
      { code: 'linked_service' },
    ]);

    expect(
      (await rejectionsOf(client, id)).map(({ code, field, numbers }) => ({
        code,
        field,
        numbers,
      })),
    ).toEqual([
      { code: 'account_number_mismatch', field: '/losingOperator/accountNumber', numbers: [] },
      { code: 'number_not_in_service', field: '/numbers/0', numbers: ['+3225805070'] },
      { code: 'protected_line', field: '/numbers/1', numbers: ['+3225805055'] },
      { code: 'main_number_mismatch', field: '/mainNumber', numbers: [] },
      { code: 'linked_service', field: '/numbers', numbers: [] },
    ]);
  });

  test('in the carrier’s own spelling or by a code of its own, which is kept as it was sent', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [
      { code: 'Account-Number Mismatch' },
      { code: 'LOA_MISSING', text: 'Geen volmacht' },
      { code: 'E17A' },
    ]);

    expect(await rejectionsOf(client, id)).toMatchObject([
      { code: 'account_number_mismatch', operatorCode: 'Account-Number Mismatch' },
      {
        code: 'authorisation_missing_or_invalid',
        operatorCode: 'LOA_MISSING',
        operatorText: 'Geen volmacht',
      },
      { code: 'other', operatorCode: 'E17A' },
    ]);
  });

  test('about numbers that were never asked for is refused, each where it stands', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const refused = await client.event(id, 'request.rejected', {
      reasons: [{ code: 'number_not_in_service', numbers: ['025805070', '025805098'] }],
    });

    expect(refused).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'number.not_in_request', pointer: '/data/reasons/0/numbers/1' }] },
    });
  });
});

describe('a refusal and its correction', () => {
  const refuse = async (client: SandboxClient, id: string, attempt: number, code: string) =>
    mustBe(await client.event(id, 'request.rejected', { reasons: [{ code }] }, { attempt }), 202);
  const escalated = async (client: SandboxClient, id: string) =>
    (await client.history(id))
      .filter(({ type }) => type === 'port_request.rejected')
      .map(({ data }) => data.escalate);

  test('the second one goes to the desk; every attempt keeps its own reasons', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '999' } }), 200);
    mustBe(await resubmit(client, id), 200);
    await refuse(client, id, 2, 'address_mismatch');

    expect(await escalated(client, id)).toEqual([false, true]);
    expect((await client.read(id)).attempts).toMatchObject([
      { number: 1, outcome: 'rejected', rejections: [{ code: 'account_number_mismatch' }] },
      { number: 2, outcome: 'rejected', rejections: [{ code: 'address_mismatch' }] },
    ]);
  });

  test.each(['donor_no_response', 'technical_error'])(
    '%s asks nothing of the reseller: nobody is told to correct the data, and it does not count',
    async (code) => {
      const client = await SandboxClient.start();
      const id = await rejectedRequest(client, [{ code }]);
      expect((await client.read(id)).nextStep).toMatchObject({ actor: 'desk', action: 'resend' });
      const [mail] = await client.mails(`portRequestId=${id}&template=rejected`);
      expect(mail.text).not.toMatch(/verbeter/i);
      expect(mail.text).toContain('Wij zijn ermee bezig');

      mustBe(await resubmit(client, id), 200);
      await refuse(client, id, 2, 'account_number_mismatch');

      // The first went to the desk for its own reason; the second is the first that counts.
      expect(await escalated(client, id)).toEqual([true, false]);
    },
  );
});
