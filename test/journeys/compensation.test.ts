import { describe, expect, test } from 'vitest';
import { singleNumberBody } from '../support/example-body.ts';
import { mustBe, readyRequest, startedRequest, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

// Eleven numbers, approved for Tuesday 14 April 2026 and started on that day.
const completedAt = async (client: SandboxClient, id: string, at: string, numbers?: readonly string[]) => {
  await client.clock({ to: at });
  mustBe(
    await client.event(id, 'port.completed', {
      completedAt: at,
      ...(numbers === undefined ? {} : { numbers }),
    }),
    202,
  );
};

const waiting = async (client: SandboxClient): Promise<string[]> =>
  (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json.items.map(
    ({ what }: { readonly what: string }) => what,
  );

describe('a port that is more than one working day late', () => {
  test('has what it may cost noted, with the day the claim lapses, for the desk to look at', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);

    await completedAt(client, id, '2026-04-16T08:00:00Z');

    expect((await client.read(id)).compensation).toEqual({
      amount: 66,
      currency: 'EUR',
      daysLate: 2,
      numbers: 11,
      agreedDate: '2026-04-14',
      claimUntil: '2026-09-30',
      rulesVersion: 'fonzer-2026-01',
    });
    expect(
      (await client.history(id)).find(({ type }) => type === 'port_request.compensation_due'),
    ).toMatchObject({
      data: { amount: 66, daysLate: 2, numbers: 11, claimUntil: '2026-09-30' },
    });
    expect(await waiting(client)).toEqual(['compensation_due']);
  });

  test('is promised to nobody: no mail speaks of it', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await completedAt(client, id, '2026-04-16T08:00:00Z');
    await client.clock({ to: '2026-04-20T08:00:00Z' });

    for (const { subject, text } of await client.mails(`portRequestId=${id}`))
      expect(`${subject} ${text}`).not.toMatch(/vergoeding|indemni|compensation|Entschädigung|€|\bEUR\b/i);
  });

  test('counts every calendar day, a weekend too, for the numbers that were late', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    // The range is a day late, which is not counted; the single number six.
    await completedAt(client, id, '2026-04-15T08:00:00Z', ['025805050-059']);

    await completedAt(client, id, '2026-04-20T08:00:00Z', ['025805070']);

    expect((await client.read(id)).compensation).toMatchObject({ amount: 18, daysLate: 6, numbers: 1 });
  });
});

describe('nothing is noted', () => {
  test.each([
    ['on the agreed day', '2026-04-14T21:59:59Z'],
    ['one working day later', '2026-04-15T21:59:59Z'],
  ])('of a port that is completed %s', async (_, at) => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);

    await completedAt(client, id, at);

    expect((await client.read(id)).compensation).toBeNull();
    expect(await waiting(client)).toEqual([]);
  });

  test('of a port that the customer chose to start later', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client, singleNumberBody());
    await client.clock({ to: '2026-04-20T08:00:00Z' });
    mustBe(await startNow(client, id), 200);

    await completedAt(client, id, '2026-04-20T08:30:00Z');

    expect((await client.read(id)).compensation).toBeNull();
  });
});

test('a port that failed was agreed for its first start, however often it is started again', async () => {
  const client = await SandboxClient.start();
  const id = await startedRequest(client);
  await client.clock({ to: '2026-04-14T12:00:00Z' });
  mustBe(await client.event(id, 'port.failed', { reason: 'The switch did not answer.' }), 202);
  await client.clock({ to: '2026-04-17T07:00:00Z' });
  mustBe(await startNow(client, id), 200);

  await completedAt(client, id, '2026-04-17T08:00:00Z');

  expect((await client.read(id)).compensation).toMatchObject({
    agreedDate: '2026-04-14',
    daysLate: 3,
    amount: 99,
  });
});
