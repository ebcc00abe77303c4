import { describe, expect, test } from 'vitest';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import {
  awaitingRequest,
  correct,
  happenedTo,
  machinePath,
  mustBe,
  rejectedRequest,
  resubmit,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

describe('a refused request that is corrected and submitted again', () => {
  test('goes on under its id as attempt 2, with its dates counted anew', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    await client.clock({ to: '2026-04-07T09:00:00Z' });

    mustBe(await correct(client, id, { losingOperator: { accountNumber: '612345679' } }), 200);
    const submitted = mustBe(await resubmit(client, id), 200);

    expect(submitted.json).toMatchObject({
      id,
      status: 'submitted',
      attempt: 2,
      desiredDate: '2026-04-21',
      losingOperator: { name: 'Proximus', accountNumber: '612345679' },
      deadlines: { answerDue: { at: '2026-04-21T22:00:00Z' } },
      attempts: [
        { number: 1, outcome: 'rejected', rejections: [{ code: 'account_number_mismatch' }] },
        { number: 2, outcome: null, submittedAt: '2026-04-07T09:00:00Z', rejections: [] },
      ],
    });
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'rejected',
      'corrected',
      'submitted',
      'sent_to_operator',
    ]);
    expect((await client.history(id)).map(({ attempt }) => attempt)).toEqual([null, 1, 1, 1, 1, 2, 2]);
    expect(firstBrokenSequence(await client.history(id))).toBeUndefined();
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'request.submitted 2']);
    expect((await machinePath(client, id, 1)).at(-1)).toBe('RequestRejected');
    expect((await machinePath(client, id, 2)).at(-1)).toBe('AwaitOperatorAnswer');
  });

  test('is ported in its second attempt', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await resubmit(client, id), 200);
    mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }, { attempt: 2 }), 202);
    await client.clock({ to: '2026-04-14T07:00:00Z' });

    mustBe(await client.confirm(await client.startLink(id), '5050'), 200);
    mustBe(
      await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:00:00Z' }, { attempt: 2 }),
      202,
    );

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      attempts: [{ outcome: 'rejected' }, { outcome: 'completed' }],
    });
    expect((await machinePath(client, id, 2)).at(-1)).toBe('PortCompleted');
  });

  test('lets its old numbers go and holds its new ones', async () => {
    const client = await SandboxClient.start();
    const other = await client.tokenFor('other');
    const id = await rejectedRequest(client);
    mustBe(
      await correct(client, id, {
        numbers: ['02 580 50 71'],
        mainNumber: '025805071',
        contract: null,
      }),
      200,
    );
    mustBe(await resubmit(client, id), 200);

    const old = await client.create(singleNumberBody('025805070'), { token: other });
    const held = await client.create(singleNumberBody('025805071'), { token: other });

    expect(old.status).toBe(201);
    expect(held).toMatchObject({ status: 409, json: { code: 'numbers.already_porting' } });
  });

  test('may find its numbers taken meanwhile, and stays refused', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await client.create(singleNumberBody(), { token: await client.tokenFor('other') }), 201);

    const answer = await resubmit(client, id);

    expect(answer).toMatchObject({
      status: 409,
      json: { code: 'numbers.already_porting', errors: [{ pointer: '/numbers/0' }] },
    });
    expect(answer.json.errors[0]).not.toHaveProperty('portRequestId');
    expect((await client.read(id)).status).toBe('rejected');
  });

  test('carries the data of each attempt to the carrier as it was submitted', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '612345679' } }), 200);
    mustBe(await resubmit(client, id), 200);

    const { items } = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json;

    expect(
      items.map(
        (item: { body: { losingOperator: { accountNumber: string } } }) =>
          item.body.losingOperator.accountNumber,
      ),
    ).toEqual(['612345678', '612345679']);
  });
});

describe('what to change after a refusal (F26)', () => {
  const correctionsOf = async (client: SandboxClient, id: string) =>
    (await client.read(id)).corrections.map(({ pointer, value, code }: Record<string, unknown>) => ({
      pointer,
      value,
      code,
    }));

  test('is a list of places, each with what stands there now and how to correct it', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [
      { code: 'account_number_mismatch' },
      { code: 'number_not_in_service', numbers: ['025805070'] },
      { code: 'donor_no_response' },
    ]);

    expect(await correctionsOf(client, id)).toEqual([
      { pointer: '/losingOperator/accountNumber', value: '612345678', code: 'account_number_mismatch' },
      { pointer: '/numbers/0', value: '+3225805070', code: 'number_not_in_service' },
    ]);
    expect((await client.read(id)).corrections[0]?.advice).toBe(
      'Neem het klantnummer over van de laatste factuur van de huidige operator voor deze nummers.',
    );
    mustBe(await resubmit(client, id), 200);
    expect(await correctionsOf(client, id)).toEqual([]);
  });

  test.each(['technical_error', 'donor_no_response', 'installation_type_mismatch', 'other'])(
    'is nothing where only Fonzer or COLT can act: %s',
    async (code) => {
      const client = await SandboxClient.start();
      expect(await correctionsOf(client, await rejectedRequest(client, [{ code }]))).toEqual([]);
    },
  );
});

describe('a correction', () => {
  test('names the version it was made on', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    const patch = (headers: Record<string, string>) =>
      client.call('PATCH', `/v1/port-requests/${id}`, { body: { noteToOperator: 'New' }, headers });

    expect(await patch({})).toMatchObject({ status: 428, json: { code: 'precondition.missing' } });
    expect(await patch({ 'if-match': '"3"' })).toMatchObject({
      status: 412,
      json: { code: 'precondition.stale' },
    });
    expect(await patch({ 'if-match': '"4"' })).toMatchObject({ status: 200, headers: { etag: '"5"' } });
  });

  test('is refused while the operator judges the request', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await correct(client, id, { noteToOperator: 'New' })).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: 'awaiting_answer' },
    });
  });

  test('cannot bring back a number that was refused for good', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'number_in_quarantine', numbers: ['025805070'] }]);

    const withIt = await resubmit(client, id);
    mustBe(await correct(client, id, { numbers: [{ start: '025805050', size: 10 }], contract: null }), 200);
    const withoutIt = await resubmit(client, id);

    expect(withIt).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'number.final_rejection', pointer: '/numbers/0' }] },
    });
    expect(withoutIt.status).toBe(200);
  });

  test('of a date that has come too near asks for another one', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody({ desiredDate: '2026-04-14' }));
    mustBe(await client.event(id, 'request.rejected', { reasons: [{ code: 'date_not_accepted' }] }), 202);
    await client.clock({ to: '2026-03-31T08:00:00Z' });

    const tooEarly = await resubmit(client, id);
    mustBe(await correct(client, id, { desiredDate: null }), 200);

    expect(tooEarly).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'date.too_early', pointer: '/desiredDate', earliestDate: '2026-04-15' }] },
    });
    expect((await resubmit(client, id)).json.desiredDate).toBe('2026-04-15');
  });
});
