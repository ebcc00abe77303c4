import { expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as newMailHandler } from '../../functions/correspondence/send-mail.queue.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { structuredLog } from '../../functions/runtime/log.ts';
import { hashOfStartToken } from '../../functions/window/start-tokens.ts';
import { createInMemoryFeed } from '../../sandbox/in-memory-event-feed.ts';
import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { createMailbox } from '../../sandbox/mailbox.ts';
import { confirmation, readyRequest, startLinks, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const tokenOf = (link: string | undefined): string => String(link?.replace('/start/', ''));

test('a start token stands in its mail and nowhere else', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  await client.post(`/v1/port-requests/${id}/start-link`);
  const tokens = (await startLinks(client, id)).map(tokenOf);
  await client.confirm(await client.startLink(id), confirmation);
  const world = client.sandbox.world();

  const stored = JSON.stringify([
    world.records.all(),
    world.happened(),
    world.lifecycle.executionsOf(id),
    world.deadLetters(),
    world.operator.outbox('colt'),
  ]);
  const answered = [
    (await client.get(`/v1/port-requests/${id}`)).text,
    (await client.get(`/v1/port-requests/${id}/history`)).text,
    (await client.get(`/v1/port-requests/${id}/mails`, { token: await client.deskToken() })).text,
    (await startNow(client, id)).text,
  ].join('\n');

  expect(tokens.map((token) => token.length)).toEqual([43, 43]);
  for (const token of tokens) {
    expect(stored).not.toContain(token);
    expect(answered).not.toContain(token);
  }
});

test('a kept world and the log hold the hash of a token, whatever is done with its link', async () => {
  const logged: unknown[] = [];
  const client = await SandboxClient.start(undefined, {
    openStores: inMemoryStores(),
    log: {
      info: (...line) => logged.push(line),
      error: (message, fields, error) => logged.push([message, fields, String(error)]),
    },
  });
  const id = await readyRequest(client);
  const [first = ''] = await startLinks(client, id);
  // A store that fails while a link is tried, a body that is refused, a method that is none, a lock and a new link.
  await client.post('/sandbox/faults', { target: 'records', mode: 'error', times: 1 }, { token: null });
  await client.confirm(first, '1111');
  await client.confirm(first, '1'.repeat(70_000));
  await client.call('PUT', first, { token: null });
  for (let tries = 0; tries < 5; tries += 1) await client.confirm(first, '1111');
  await client.call('POST', first, {
    token: null,
    rawBody: 'action=new-link',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  await client.confirm(await client.startLink(id), confirmation);

  const { mailbox, ...world } = client.sandbox.save()?.world ?? { mailbox: undefined };
  const kept = JSON.stringify(world);
  const lines = JSON.stringify(logged);
  const tokens = (await startLinks(client, id)).map(tokenOf);

  expect(tokens).toHaveLength(2);
  for (const token of tokens) {
    expect(JSON.stringify(mailbox)).toContain(token);
    expect(kept).toContain(hashOfStartToken(token));
    expect(kept).not.toContain(token);
    expect(lines).not.toContain(token);
    expect(lines).not.toContain(hashOfStartToken(token));
  }
  expect(lines).toContain('"resource":"/start/{token}","status":403');
  expect(lines).toContain('http.failed');
});

test('the store of links is given the hash of a token, never the token', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const given: unknown[] = [];
  const startTokens = createInMemoryStartTokens();
  const mailbox = createMailbox(() => '2026-04-14T07:00:00Z');
  const { records, clock } = client.sandbox.world();
  const sendMail = newMailHandler(() => ({
    log: structuredLog('test', 'ERROR'),
    metrics: noMetrics,
    now: clock.now,
    wallClock: clock.now,
    closedDays: async () => noClosedDays,
    requests: records,
    startTokens: {
      ...startTokens,
      keep: async (hash, token) => {
        given.push({ hash, token });
      },
    },
    endpoints: createInMemoryFeed(records.answers).endpoints,
    mailLedger: createInMemoryMailLedger(),
    mailer: mailbox,
    mailTurn: async () => {},
    mailSettings: {
      portalUrl: 'https://my.fonzer.example',
      startLinkBase: 'https://my.fonzer.example/start/',
      desk: { email: 'desk@fonzer.example', language: 'nl' },
      fonzerContact: { email: 'porting@fonzer.example', phone: null },
    },
  }));

  const job = {
    portRequestId: id,
    sequence: 5,
    template: 'window_opened',
    audience: 'starter',
  };
  await sendMail({ Records: [{ messageId: 'one', body: JSON.stringify(job) }] }, lambdaContext);

  const token = tokenOf(/\/start\/[\w-]+/.exec(mailbox.mails()[0]?.text ?? '')?.[0]);
  expect(given).toEqual([
    {
      hash: hashOfStartToken(token),
      token: { portRequestId: id, attempt: 1, generation: 1, tries: 0 },
    },
  ]);
});
