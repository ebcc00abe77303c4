import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { awaitingRequest, cancel, completedRequest, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const rangeBody = exampleBody({
  numbers: [{ start: '025805050', size: 10 }],
  contract: { linkedServices: [] },
});

describe('two requests for one number at once', () => {
  test('of two resellers: one gets it, the other is not told who has it', async () => {
    const client = await SandboxClient.start();
    const other = await client.tokenFor('other');

    const answers = await Promise.all([
      client.create(singleNumberBody()),
      client.create(singleNumberBody(), { token: other }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const created = answers.find(({ status }) => status === 201);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.json).toMatchObject({
      code: 'numbers.already_porting',
      errors: [{ code: 'numbers.already_porting', pointer: '/numbers/0', numbers: ['+3225805070'] }],
    });
    expect(refused?.text).not.toContain(created?.json.id);
    expect(refused?.json.errors[0]).not.toHaveProperty('portRequestId');
    expect(client.sandbox.world().records.all()).toHaveLength(1);
  });

  test('of one reseller: the other request is named', async () => {
    const client = await SandboxClient.start();

    const answers = await Promise.all([client.create(singleNumberBody()), client.create(singleNumberBody())]);

    const created = answers.find(({ status }) => status === 201);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.json.errors).toMatchObject([{ portRequestId: created?.json.id }]);
  });

  test('of twenty, one gets it', async () => {
    const client = await SandboxClient.start();

    const answers = await Promise.all(Array.from({ length: 20 }, () => client.create(singleNumberBody())));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });
});

describe('a range and a number inside it', () => {
  test.each([
    { first: 'range', second: 'number', bodies: [rangeBody, singleNumberBody('025805053')] as const },
    { first: 'number', second: 'range', bodies: [singleNumberBody('025805053'), rangeBody] as const },
  ])('cannot be ported by two requests, the $first first', async ({ bodies: [first, second] }) => {
    const client = await SandboxClient.start();
    await awaitingRequest(client, first);

    const refused = await client.create(second);

    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'numbers.already_porting', errors: [{ pointer: '/numbers/0' }] },
    });
  });

  test('beside each other are two requests', async () => {
    const client = await SandboxClient.start();
    await awaitingRequest(client, rangeBody);

    const before = await client.create(singleNumberBody('025805049'));
    const after = await client.create(singleNumberBody('025805060'));

    expect([before.status, after.status]).toEqual([201, 201]);
  });

  test('are refused item by item: only what is taken is named', async () => {
    const client = await SandboxClient.start();
    await awaitingRequest(client, rangeBody);

    const refused = await client.create(exampleBody());

    expect(refused.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/numbers/1']);
  });
});

describe('a number is free', () => {
  test('while another request is a draft, which finds it taken when it is submitted later', async () => {
    const client = await SandboxClient.start();
    const draft = await awaitingRequest(client, singleNumberBody('025805070', { submit: false }));
    const id = await awaitingRequest(client, singleNumberBody());

    const refused = await client.post(`/v1/port-requests/${draft}/submission`);

    expect(refused).toMatchObject({ status: 409, json: { errors: [{ portRequestId: id }] } });
    expect((await client.read(draft)).status).toBe('draft');
  });

  test('after the cancellation of the request that held it', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, singleNumberBody());
    mustBe(await cancel(client, id), 200);

    expect((await client.create(singleNumberBody())).status).toBe(201);
  });

  test('after its port was completed, to be ported again', async () => {
    const client = await SandboxClient.start();
    await completedRequest(client);

    expect((await client.create(exampleBody())).status).toBe(201);
  });
});
