import { describe, expect, test } from 'vitest';
import {
  approvedRequest,
  confirmation,
  happenedTo,
  mailed,
  mustBe,
  openLink,
  readyRequest,
  recipients,
  startedRequest,
  startLinks,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { starter } = recipients;

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' } as const;

const sendForm = (client: SandboxClient, link: string, rawBody: string) =>
  client.call('POST', link, { token: null, rawBody, headers: formHeaders });

const lockedRequest = async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const link = await client.startLink(id);
  for (let tries = 0; tries < 5; tries += 1) await client.confirm(link, '1111');
  return { client, id, link };
};

describe('wrong digits', () => {
  test.each(['0505', '5070', '505', '55050', '05050', 'abcd', '٥٠٥٠'])(
    '(%s) start nothing',
    async (digits) => {
      const client = await SandboxClient.start();
      const id = await readyRequest(client);

      const refused = await client.confirm(await client.startLink(id), digits);

      expect(refused.status).toBe(422);
      expect((await client.read(id)).status).toBe('ready_to_start');
    },
  );

  test('may come four times: then the right ones still start the port', async () => {
    const client = await SandboxClient.start();
    const link = await client.startLink(await readyRequest(client));

    const answers = [];
    for (let tries = 0; tries < 4; tries += 1) answers.push(await client.confirm(link, '1111'));
    answers.push(await client.confirm(link, confirmation));

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 200]);
  });

  test('lock the link the fifth time, for the right ones too', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const link = await client.startLink(id);

    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await client.confirm(link, '1111'));
    answers.push(await client.confirm(link, confirmation), await openLink(client, link));

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 403, 403, 403]);
    expect(answers.at(-1)?.text).toContain('Ce lien est bloqué');
    expect((await client.read(id)).status).toBe('ready_to_start');
  });

  test('sent fifty at once get five tries together, and a right one among the rest starts nothing', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const link = await client.startLink(id);
    const guesses = Array.from({ length: 50 }, (_, index) =>
      index === 40 ? confirmation : String(4000 + index),
    );

    const answers = await Promise.all(guesses.map((guess) => client.confirm(link, guess)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual(
      [...Array(46).fill(403), ...Array(4).fill(422)].toSorted(),
    );
    expect(answers[40]?.status).toBe(403);
    expect((await client.read(id)).status).toBe('ready_to_start');
  });

  test('are counted for each link: five for every mail, and no more', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-27T08:00:00Z' });
    const links = await startLinks(client, id);
    const guesses = Array.from({ length: 20 }, (_, index) => String(4000 + index));

    const judged = await Promise.all(
      links.map(async (link) => {
        const answers = await Promise.all(guesses.map((guess) => client.confirm(link, guess)));
        return answers.filter(({ status }) => status === 422).length + 1;
      }),
    );

    // The mails of the first, the fifth and the last day: fifteen tries at ten thousand values.
    expect(judged).toEqual([5, 5, 5]);
    const last = await Promise.all(links.map((link) => client.confirm(link, confirmation)));
    expect(last.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await client.read(id)).status).toBe('ready_to_start');
  });

  test.each(['50 50', '50.50', ' 5050', '5 0\u00a05 0'])(
    '(%j) are the right ones, as people write them',
    async (digits) => {
      const client = await SandboxClient.start();
      const link = await client.startLink(await readyRequest(client));

      expect((await client.confirm(link, digits)).status).toBe(200);
    },
  );

  test('sent a hundred at once get five tries together', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const link = await client.startLink(id);
    const guesses = Array.from({ length: 100 }, (_, index) => String(5000 + index));

    const answers = await Promise.all(guesses.map((guess) => client.confirm(link, guess)));

    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(96);
    expect((await client.read(id)).status).toBe('ready_to_start');
  });
});

describe('a locked link', () => {
  test('has a button that mails a new link to the same person, and is void then', async () => {
    const { client, id, link } = await lockedRequest();

    const pressed = await sendForm(client, link, 'action=new-link');
    const newLink = await client.startLink(id);

    expect(pressed.status).toBe(200);
    expect((await mailed(client, id)).slice(2)).toEqual([
      `window_opened ${starter}`,
      `start_link_renewed ${starter}`,
    ]);
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.start_link_renewed',
      actor: { kind: 'subscriber', id: null },
    });
    expect(newLink).not.toBe(link);
    expect((await openLink(client, link)).status).toBe(404);
    expect((await client.confirm(link, confirmation)).status).toBe(404);
    expect((await client.confirm(newLink, confirmation)).status).toBe(200);
  });

  test('can be pressed once: afterwards it is void and mails nothing more', async () => {
    const { client, id, link } = await lockedRequest();

    const presses = [
      await sendForm(client, link, 'action=new-link'),
      await sendForm(client, link, 'action=new-link'),
    ];

    expect(presses.map(({ status }) => status)).toEqual([200, 404]);
    expect((await client.templates(id)).filter((template) => template === 'start_link_renewed')).toHaveLength(
      1,
    );
  });

  test('leaves the reminder of a later day its own, good link', async () => {
    const { client, id } = await lockedRequest();
    await client.clock({ to: '2026-04-21T07:00:00Z' });

    expect(await client.templates(id)).toContain('start_reminder');
    expect((await client.confirm(await client.startLink(id), confirmation)).status).toBe(200);
  });
});

test('a link that is not locked has no such button', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const link = await client.startLink(id);

  expect((await sendForm(client, link, 'action=new-link')).status).toBe(422);
  expect(await happenedTo(client, id)).not.toContain('start_link_renewed');
});

describe('a new link that the reseller asks for', () => {
  test('is mailed to the starter and voids every earlier one', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-21T08:00:00Z' });

    const renewed = mustBe(await client.post(`/v1/port-requests/${id}/start-link`), 200);
    const links = await startLinks(client, id);
    const pages = await Promise.all(links.map((link) => openLink(client, link)));

    expect(renewed.json).toMatchObject({ status: 'ready_to_start' });
    expect(renewed.text).not.toMatch(/\/start\/|token/i);
    expect((await mailed(client, id)).at(-1)).toBe(`start_link_renewed ${starter}`);
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 200]);
  });

  test.each([
    ['approved', approvedRequest],
    ['in_progress', startedRequest],
  ] as const)('is refused in %s', async (status, make) => {
    const client = await SandboxClient.start();
    const id = await make(client);

    expect(await client.post(`/v1/port-requests/${id}/start-link`)).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: status },
    });
  });
});

describe('the link of a port that was started', () => {
  test('says that it was started, to everybody who holds one, and later that it is done', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const link = await client.startLink(id);

    const running = await openLink(client, link);
    await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' }), 202);
    const done = await openLink(client, link);

    expect([running.status, done.status]).toEqual([200, 200]);
    expect(running.text).toContain('Le portage a déjà démarré');
    expect(done.text).toContain('Le portage est terminé');
  });
});

test('links that nobody gave out are answered alike, however they are called, and leave nothing behind', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const good = await client.startLink(id);
  const before = JSON.stringify(client.sandbox.world().records.all());
  const unknown = [
    `${good.slice(0, -1)}_`,
    `${good}A`,
    '/start/x',
    `/start/${'A'.repeat(43)}`,
    `/start/${'9'.repeat(4000)}`,
  ];

  const answers = await Promise.all(
    unknown.flatMap((link) => [
      openLink(client, link),
      client.confirm(link, confirmation),
      sendForm(client, link, 'action=new-link'),
    ]),
  );

  const seen = answers.map(({ status, headers, text }) =>
    JSON.stringify([status, { ...headers, 'x-request-id': '' }, text]),
  );
  expect(new Set(seen).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
  expect(JSON.stringify(client.sandbox.world().records.all())).toBe(before);
  expect((await client.confirm(good, confirmation)).status).toBe(200);
});

test.each(['/start/unknown', `/start/${'A'.repeat(43)}`, '/start/%00', '/start/..%2f..%2fetc'])(
  'nobody gave out %s',
  async (link) => {
    const client = await SandboxClient.start();
    await readyRequest(client);

    const opened = await openLink(client, link);

    expect(opened.status).toBe(404);
    expect(opened.headers['content-type']).toContain('text/html');
  },
);

test('a page tells nobody the number it asks for, the token or more than its reader needs', async () => {
  const client = await SandboxClient.start();
  const link = await client.startLink(await readyRequest(client));

  const page = await openLink(client, link);

  expect(page.text).toContain('02 580 •• ••');
  expect(page.text).not.toMatch(/50 ?50|5050|<script/);
  expect(page.text).not.toContain(link.replace('/start/', ''));
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
});
