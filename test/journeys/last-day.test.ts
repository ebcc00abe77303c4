import { describe, expect, test } from 'vitest';
import {
  confirmation,
  happenedTo,
  mailed,
  moments,
  openLink,
  readyRequest,
  recipients,
  startLinks,
  startNow,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, starter } = recipients;

describe('a port that is started on the last day', () => {
  test('is reminded of on the fifth and the ninth working day, at nine, by a mail to the starter', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);

    await client.clock({ to: '2026-04-27T12:59:59Z' });
    const mails = await client.mails(`portRequestId=${id}`);

    expect(
      mails.slice(2).map(({ at, template, to, language }) => [at, template, `${to} ${language}`]),
    ).toEqual([
      ['2026-04-14T07:00:00Z', 'window_opened', starter],
      ['2026-04-21T07:00:00Z', 'start_reminder', starter],
      ['2026-04-27T07:00:00Z', 'last_day', starter],
    ]);
    expect(new Set(await startLinks(client, id)).size).toBe(3);
  });

  test.each([0, 1, 2])('may be started at 14:59:59 with the link of mail %i', async (index) => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-27T12:59:59Z' });
    const links = await startLinks(client, id);

    const opened = await Promise.all(links.map((link) => openLink(client, link)));
    const started = await client.confirm(links[index] ?? '', confirmation);
    await client.clock({ to: moments.windowCloses });

    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(started.status).toBe(200);
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'approved',
      'window_opened',
      'reminded',
      'reminded',
      'started',
    ]);
    expect((await mailed(client, id)).at(-1)).toBe(`started ${contact}`);
    const afterwards = await Promise.all(links.map((link) => openLink(client, link)));
    expect(afterwards.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('may be started by the API too, and then runs past three', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-27T12:59:59Z' });

    const started = await startNow(client, id);
    await client.clock({ by: 'PT1H' });

    expect(started.status).toBe(200);
    expect(await client.read(id)).toMatchObject({
      status: 'in_progress',
      deadlines: { completionDue: { at: '2026-04-28T12:59:59Z' } },
    });
  });
});

test('nobody is reminded of a port that was started before', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  await startNow(client, id);

  await client.clock({ to: '2026-04-28T07:00:00Z' });

  expect(await happenedTo(client, id)).not.toContain('reminded');
  const templates = await client.templates(id);
  expect(templates).toContain('started');
  expect(templates).not.toContain('start_reminder');
  expect(templates).not.toContain('last_day');
});
