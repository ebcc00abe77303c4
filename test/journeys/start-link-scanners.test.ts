import { beforeEach, describe, expect, test } from 'vitest';
import { confirmation, openLink, readyRequest, startLinks } from '../support/journey.ts';
import type { Answer } from '../support/sandbox-client.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' } as const;

type Sent = { readonly rawBody?: string | Buffer; readonly headers?: Readonly<Record<string, string>> };

let client: SandboxClient;
let id: string;
let link: string;

beforeEach(async () => {
  client = await SandboxClient.start();
  id = await readyRequest(client);
  link = await client.startLink(id);
});

const call = (method: string, target = link, sent: Sent = {}): Promise<Answer> =>
  client.call(method, target, { token: null, ...sent });

const statusesOf = (answers: readonly Answer[]): readonly number[] => [
  ...new Set(answers.map(({ status }) => status)),
];

/** What can be told of the links from outside: that nothing happened, no try is used up, and the person can still start. */
const expectNothingDone = async (before: unknown, mailsBefore: number) => {
  expect(await client.read(id)).toEqual(before);
  expect(await client.mails(`portRequestId=${id}`)).toHaveLength(mailsBefore);
  for (let tries = 0; tries < 4; tries += 1) expect((await client.confirm(link, '1111')).status).toBe(422);
  expect((await client.confirm(link, confirmation)).status).toBe(200);
};

/** Whatever a scanner does, done with `work`, leaves the link and the request as they were. */
const leavesAllAsItWas = async (work: () => Promise<readonly Answer[]>): Promise<readonly Answer[]> => {
  const before = await client.read(id);
  const mails = await client.mails(`portRequestId=${id}`);
  const answers = await work();
  await expectNothingDone(before, mails.length);
  return answers;
};

/** The name of a field or button with its value; nothing where it has no name and so is not sent. */
const fieldOf = (tag: string, filledIn?: string): [string, string][] => {
  const name = / name="([^"]*)"/.exec(tag)?.[1];
  const value = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
  return name === undefined ? [] : [[name, filledIn ?? value]];
};

const tagsOf = (text: string, name: string): readonly string[] =>
  text.match(new RegExp(`<${name} [^>]*>`, 'g')) ?? [];

/** What a browser sends for each button of a page, with every field as it is or as filled in. */
const formsOf = (page: string, filledIn?: string): readonly string[] =>
  (page.match(/<form method="post">.*?<\/form>/gs) ?? []).flatMap((form) =>
    tagsOf(form, 'button').map((button) => {
      const fields = tagsOf(form, 'input').flatMap((input) => fieldOf(input, filledIn));
      return String(new URLSearchParams([...fields, ...fieldOf(button)]));
    }),
  );

const pressAll = async (target: string, filledIn?: string): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (const rawBody of formsOf((await openLink(client, target)).text, filledIn))
    answers.push(await call('POST', target, { rawBody, headers: formHeaders }));
  return answers;
};

const lock = async (target: string) => {
  for (let tries = 0; tries < 5; tries += 1) await client.confirm(target, '1111');
};

describe('a scanner that opens a start link', () => {
  test('starts nothing, however often and however it looks', async () => {
    const answers = await leavesAllAsItWas(() =>
      Promise.all([
        ...Array.from({ length: 100 }, () => call('GET')),
        ...Array.from({ length: 100 }, () => call('HEAD')),
      ]),
    );
    expect(statusesOf(answers)).toEqual([200]);
    expect(new Set(answers.slice(100).map(({ text }) => text))).toEqual(new Set(['']));
  });

  test.each([
    { purpose: 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-mode': 'navigate' },
    { 'x-moz': 'prefetch' },
    { 'x-http-method-override': 'POST', ...formHeaders },
    { range: 'bytes=0-10', 'if-none-match': '*' },
    { origin: 'https://elsewhere.example', referer: 'https://elsewhere.example/' },
  ])('starts nothing, nor with the headers %j and the digits in body and address', async (headers) => {
    const sent = { rawBody: `confirmation=${confirmation}&action=new-link`, headers };
    const answers = await leavesAllAsItWas(() =>
      Promise.all(['GET', 'HEAD'].map((method) => call(method, `${link}?${sent.rawBody}`, sent))),
    );
    expect(statusesOf(answers)).toEqual([200]);
  });

  test('tries other methods in vain', async () => {
    const answers = await leavesAllAsItWas(() =>
      Promise.all(
        ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map((method) =>
          call(method, link, { rawBody: `confirmation=${confirmation}`, headers: formHeaders }),
        ),
      ),
    );
    expect(statusesOf(answers)).toEqual([405]);
    expect(answers[0]?.headers['allow']).toBe('GET, HEAD, POST');
  });
});

const utf16 = Buffer.from(`confirmation=${confirmation}`, 'utf16le');
const inJson = JSON.stringify({ confirmation, action: 'new-link' });
const inParts = `--x\r\nContent-Disposition: form-data; name="confirmation"\r\n\r\n${confirmation}\r\n--x--\r\n`;

describe('a scanner that posts to a start link', () => {
  test.each<readonly [string, Sent]>([
    ['nothing at all', {}],
    ['an empty form', { rawBody: '', headers: formHeaders }],
    ['an empty confirmation', { rawBody: 'confirmation=', headers: formHeaders }],
    ['blanks only', { rawBody: 'confirmation=+%C2%A0+', headers: formHeaders }],
    ['another field', { rawBody: 'submit=Start&confirmation%5B%5D=1111', headers: formHeaders }],
    ['the button of another page', { rawBody: 'action=new-link', headers: formHeaders }],
    ['a confirmation twice', { rawBody: 'confirmation=1111&confirmation=2222', headers: formHeaders }],
    [
      'an empty confirmation before the right one',
      { rawBody: `confirmation=&confirmation=${confirmation}`, headers: formHeaders },
    ],
    [
      'the right confirmation twice',
      { rawBody: `confirmation=${confirmation}&confirmation=${confirmation}`, headers: formHeaders },
    ],
    ['JSON under the type of a form', { rawBody: inJson, headers: formHeaders }],
    ['JSON', { rawBody: inJson, headers: { 'content-type': 'application/json' } }],
    ['parts', { rawBody: inParts, headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['a form without its type', { rawBody: `confirmation=${confirmation}` }],
    [
      'a form as text',
      { rawBody: `confirmation=${confirmation}`, headers: { 'content-type': 'text/plain' } },
    ],
    [
      'another character set',
      { rawBody: utf16, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16le' } },
    ],
    [
      'bytes that are no text',
      { rawBody: Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0xc3]), headers: formHeaders },
    ],
  ])('with %s starts nothing, uses up no try and voids no link', async (_, sent) => {
    const answers = await leavesAllAsItWas(() =>
      Promise.all(Array.from({ length: 6 }, () => call('POST', link, sent))),
    );
    expect(statusesOf(answers)).toEqual([422]);
  });

  test('a body beyond every measure is refused unread', async () => {
    const rawBody = `confirmation=${confirmation}&filler=${'x'.repeat(64 * 1024)}`;
    const answers = await leavesAllAsItWas(async () => [
      await call('POST', link, { rawBody, headers: formHeaders }),
    ]);
    expect(statusesOf(answers)).toEqual([413]);
  });

  test('a hundred at once press every button of the page as it is, and do nothing', async () => {
    const answers = await leavesAllAsItWas(async () =>
      (await Promise.all(Array.from({ length: 100 }, () => pressAll(link)))).flat(),
    );
    expect(answers).toHaveLength(100);
    expect(statusesOf(answers)).toEqual([422]);
  });
});

describe('a scanner that presses the button of a locked link', () => {
  const renewals = async () =>
    (await client.templates(id)).filter((template) => template === 'start_link_renewed').length;

  test('has one mail sent, however often and from however many places it presses', async () => {
    await lock(link);
    const answers = (await Promise.all(Array.from({ length: 100 }, () => pressAll(link)))).flat();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(statusesOf(await pressAll(link))).toEqual([]);
    expect(await renewals()).toBe(1);
    expect((await client.confirm(await client.startLink(id), confirmation)).status).toBe(200);
  });

  test('does not void the good link of a newer mail', async () => {
    await lock(link);
    await client.clock({ to: '2026-04-21T07:00:00Z' });
    const reminder = await client.startLink(id);
    expect(statusesOf(await pressAll(link))).toEqual([200]);
    expect(await client.startLink(id)).not.toBe(reminder);
    expect((await client.confirm(reminder, confirmation)).status).toBe(200);
  });

  test('and fills in every field of every mail has three mails sent, then none', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 10; round += 1)
      for (const target of await startLinks(client, id)) {
        if (seen.has(target)) continue;
        seen.add(target);
        for (let press = 0; press < 6; press += 1) await pressAll(target, '1234');
      }
    expect(await renewals()).toBe(3);
    const last = await openLink(client, await client.startLink(id));
    expect(last.status).toBe(403);
    expect(last.text).toContain('Demandez le suivant à votre partenaire Fonzer.');
    expect(formsOf(last.text)).toEqual([]);
    // The reseller can still have one mailed, which is good.
    await client.post(`/v1/port-requests/${id}/start-link`);
    expect((await client.confirm(await client.startLink(id), confirmation)).status).toBe(200);
  });
});
