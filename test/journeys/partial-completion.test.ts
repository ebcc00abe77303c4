import { describe, expect, test } from 'vitest';
import { happenedTo, machinePath, mustBe, startedRequest } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const complete = (client: SandboxClient, id: string, completedAt: string, numbers?: readonly unknown[]) =>
  client.event(id, 'port.completed', { completedAt, ...(numbers === undefined ? {} : { numbers }) });

const completedAtOf = async (client: SandboxClient, id: string) =>
  (await client.read(id)).numbers.map((item) => (item.kind === 'unreadable' ? null : item.completedAt));

const running = async () => {
  const client = await SandboxClient.start();
  const id = await startedRequest(client);
  await client.clock({ to: '2026-04-14T08:00:00Z' });
  return { client, id };
};

describe('a port that is completed number by number', () => {
  test('is in progress until the last number is done', async () => {
    const { client, id } = await running();

    const first = await complete(client, id, '2026-04-14T07:20:00Z', ['025805070']);
    expect(first).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await client.read(id)).toMatchObject({ status: 'in_progress', attempts: [{ completedAt: null }] });
    expect(await completedAtOf(client, id)).toEqual(['2026-04-14T07:20:00Z', null]);
    expect((await machinePath(client, id)).at(-1)).toBe('AwaitPortCompletion');

    const second = await complete(client, id, '2026-04-14T07:50:00Z', [{ start: '025805050', size: 10 }]);
    expect(second).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      attempts: [{ outcome: 'completed', completedAt: '2026-04-14T07:50:00Z' }],
    });
    expect(await completedAtOf(client, id)).toEqual(['2026-04-14T07:20:00Z', '2026-04-14T07:50:00Z']);
    expect((await happenedTo(client, id)).slice(-3)).toEqual(['started', 'partly_completed', 'completed']);
    expect(await client.templates(id)).toEqual([
      'request_received',
      'approved',
      'window_opened',
      'started',
      'partly_completed',
      'completed',
    ]);
    expect((await machinePath(client, id)).at(-1)).toBe('PortCompleted');
  });

  test('mails the contact once what is done and what is not, and writes no phone number into the history', async () => {
    const { client, id } = await running();

    mustBe(await complete(client, id, '2026-04-14T07:20:00Z', ['025805070']), 202);
    mustBe(await complete(client, id, '2026-04-14T07:20:00Z', ['025805070']), 202);

    const entry = (await client.history(id)).at(-1);
    expect(entry?.data).toEqual({ completed: 1, of: 2, itemIndexes: [0] });
    const mails = await client.mails(`portRequestId=${id}&template=partly_completed`);
    expect(mails).toMatchObject([{ to: 'luc@reseller.example', language: 'nl' }]);
    expect(mails[0].text.match(/^- .*$/gm)).toEqual([
      '- 02 580 50 70: dinsdag 14 april 2026 om 09:20',
      '- 02 580 50 50 - 02 580 50 59',
    ]);
    expect(mails[0].text).toContain('uiterlijk woensdag 15 april 2026 om 09:00');
    expect(mails[0].text).toContain('Zeg het oude contract bij Proximus nog niet op');
    expect((await client.get(`/v1/port-requests/${id}/mails`)).json.items.at(-1)).toMatchObject({
      template: 'partly_completed',
      causedBy: entry?.id,
      status: 'sent',
    });
  });

  test('keeps the time of a number that was done when the rest follows', async () => {
    const { client, id } = await running();
    mustBe(await complete(client, id, '2026-04-14T07:20:00Z', ['025805070']), 202);

    mustBe(await complete(client, id, '2026-04-14T07:50:00Z'), 202);

    expect(await completedAtOf(client, id)).toEqual(['2026-04-14T07:20:00Z', '2026-04-14T07:50:00Z']);
    expect((await client.read(id)).status).toBe('completed');
  });

  test('was completed with its last number, also when that one is reported first', async () => {
    const { client, id } = await running();
    mustBe(await complete(client, id, '2026-04-14T07:50:00Z', [{ start: '025805050', size: 10 }]), 202);

    mustBe(await complete(client, id, '2026-04-14T07:20:00Z', ['025805070']), 202);

    expect((await client.read(id)).attempts).toMatchObject([{ completedAt: '2026-04-14T07:50:00Z' }]);
    expect((await client.history(id)).at(-1)?.data).toEqual({ completedAt: '2026-04-14T07:50:00Z' });
  });

  test('notes a number that is reported again, before and after the end', async () => {
    const { client, id } = await running();
    const single = () => complete(client, id, '2026-04-14T07:20:00Z', ['025805070']);
    const range = () => complete(client, id, '2026-04-14T07:50:00Z', [{ start: '025805050', size: 10 }]);
    mustBe(await single(), 202);

    const before = await single();
    mustBe(await range(), 202);
    const after = [await single(), await range()];

    expect([before, ...after]).toMatchObject([
      { status: 202, json: { outcome: 'recorded' } },
      { status: 202, json: { outcome: 'recorded' } },
      { status: 202, json: { outcome: 'recorded' } },
    ]);
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['partly_completed', 'completed']);
  });

  test('takes a range only whole, since none can be divided', async () => {
    const { client, id } = await running();

    expect(await complete(client, id, '2026-04-14T07:20:00Z', ['025805053'])).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'number.not_in_request', pointer: '/data/numbers/0' }] },
    });
    mustBe(await complete(client, id, '2026-04-14T07:20:00Z', ['025805050-059']), 202);

    expect(await completedAtOf(client, id)).toEqual([null, '2026-04-14T07:20:00Z']);
  });

  test('refuses a number that is not in the request, and does nothing for the others named', async () => {
    const { client, id } = await running();

    const refused = await complete(client, id, '2026-04-14T07:20:00Z', ['025805070', '025805099']);

    expect(refused).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'number.not_in_request', pointer: '/data/numbers/1' }] },
    });
    expect(await completedAtOf(client, id)).toEqual([null, null]);
  });
});
