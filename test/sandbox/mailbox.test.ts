import { beforeEach, describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Mail = { readonly template: string; readonly to: string; readonly portRequestId: string };

describe('The mailbox', () => {
  let client: SandboxClient;
  let ids: readonly string[];

  // Given two requests, one of which was approved and has its window open
  beforeEach(async () => {
    client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const first = await client.create(exampleBody());
    const second = await client.create(singleNumberBody('025805171'));
    ids = [first.json.id, second.json.id];
    await client.event(first.json.id, 'request.approved', { date: '2026-04-14' });
    await client.clock({ to: '2026-04-14T07:00:00Z' });
  });

  const found = async (query: string) => (await client.mails(query)).map(({ template }: Mail) => template);

  test('holds every mail, oldest first, as its reader sees it', async () => {
    const mails = await client.mails();
    expect(mails.map(({ at }: { at: string }) => at)).toEqual(
      mails.map(({ at }: { at: string }) => at).toSorted(),
    );
    expect(mails[0]).toEqual({
      id: expect.any(String),
      at: '2026-03-30T08:00:00Z',
      to: 'luc@reseller.example',
      subject: expect.stringMatching(/\S/),
      text: expect.stringMatching(/\S/),
      html: expect.stringContaining('<html'),
      template: 'request_received',
      language: 'nl',
      portRequestId: ids[0],
    });
    expect(new Set(mails.map(({ id }: { id: string }) => id)).size).toBe(mails.length);
  });

  test('is filtered by request, template and recipient, and by all of them together', async () => {
    expect(await found(`portRequestId=${ids[0]}`)).toEqual(['request_received', 'approved', 'window_opened']);
    expect(await found(`portRequestId=${ids[1]}&template=request_received`)).toEqual(['request_received']);
    expect(await found('template=request_received')).toEqual(['request_received', 'request_received']);
    expect(await found('to=marie@dupont.example')).toEqual(['window_opened']);
    expect(await found(`to=marie@dupont.example&template=approved&portRequestId=${ids[0]}`)).toEqual([]);
    expect(await found('to=')).toEqual(await found(''));
  });

  test('is emptied, and then fills again', async () => {
    const { status, text } = await client.call('DELETE', '/sandbox/mailbox', { token: null });
    expect([status, text]).toEqual([204, '']);
    expect(await client.mails()).toEqual([]);
    await client.post(`/v1/port-requests/${ids[1]}/cancellation`);
    expect(await found('')).toEqual(['cancelled']);
  });
});
