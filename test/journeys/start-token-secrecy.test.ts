import { expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as newMailHandler } from '../../functions/correspondence/send-mail.queue.ts';
import { structuredLog } from '../../functions/runtime/log.ts';
import { hashOfStartToken } from '../../functions/window/start-tokens.ts';
import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
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

test('the store of links is given the hash of a token, never the token', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const given: unknown[] = [];
  const startTokens = createInMemoryStartTokens();
  const mailbox = createMailbox(() => '2026-04-14T07:00:00Z');
  const { records, clock } = client.sandbox.world();
  const sendMail = newMailHandler(() => ({
    log: structuredLog('test', 'ERROR'),
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
