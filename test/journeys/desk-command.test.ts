import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LogLine, logTo } from '../../functions/runtime/log.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { onDesk } from '../support/desk.ts';
import { singleNumberBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  completedRequest,
  eraseSubscriber,
  mailed,
  mustBe,
  readyRequest,
  recipients,
  startedRequest,
  startLinks,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const draftRequest = async (client: SandboxClient): Promise<string> =>
  String(mustBe(await client.create(singleNumberBody('025805090', { submit: false })), 201).json.id);

const start = async () => SandboxClient.start();

/** A request whose run was stopped a while ago, before any sweep has found it. */
const brokenOff = async (client: SandboxClient, id: string): Promise<void> => {
  client.sandbox.world().lifecycle.abort(`${id}-1-1`);
  await client.clock({ by: 'PT2M' });
};

const runsOf = async (client: SandboxClient, id: string): Promise<readonly string[]> =>
  (await client.get(`/sandbox/port-requests/${id}/executions`, { token: null })).json.items.map(
    ({ name, status }: { readonly name: string; readonly status: string }) =>
      `${name.slice(id.length + 1)} ${status}`,
  );

describe('inspecting a request', () => {
  test('shows where it stands, and finds nothing amiss where nothing is', async () => {
    const client = await start();
    const id = await approvedRequest(client);
    const { code, said } = await onDesk(client, `inspect ${id}`);
    expect([code, said.split('\n').at(-1)]).toEqual([0, 'healthy']);
    for (const line of [
      `${id}: approved, version 4 of 2026-04-02T09:12:00Z`,
      '  next        its run waits for the start window',
      '  run         1, running',
      '  window      2026-04-14 - 2026-04-27',
      '  numbers     holds 0258050** (10 numbers), 0258050**',
      '  mails       2#request_received to the contact: sent 2026-03-30T08:00:00Z',
      '              4#approved to the contact: sent 2026-04-02T09:12:00Z',
      '  feed        4 of 4 published',
      '  history     4 entries, whole',
    ])
      expect(said.split('\n')).toContain(line);
  });

  test.each([
    ['a draft', draftRequest],
    ['one that awaits its answer', awaitingRequest],
    ['one that may be started', readyRequest],
    ['one that is under way', startedRequest],
    ['one that is done', completedRequest],
  ] as const)('finds nothing amiss with %s, now and an hour later', async (_, bringAbout) => {
    const client = await start();
    const id = await bringAbout(client);
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
    await client.clock({ by: 'PT1H' });
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
  });

  test('shows whole numbers only to whoever asks for them, and never a name, an address or a token', async () => {
    const client = await start();
    const id = await startedRequest(client);
    const [masked, whole] = [
      await onDesk(client, `inspect ${id} --json`),
      await onDesk(client, `inspect ${id} --json --numbers`),
    ];
    expect(JSON.parse(masked.said).numbers.held).toEqual(['0258050** (10 numbers)', '0258050**']);
    expect(JSON.parse(whole.said).numbers.held).toEqual(['025805050 - 025805059', '025805070']);
    const [link = ''] = await startLinks(client, id);
    expect(link.length).toBeGreaterThan(20);
    for (const secret of [
      'Dupont',
      'Peeters',
      'dupont.example',
      'Rue Neuve',
      '612345678',
      'token-',
      link.slice(7),
    ])
      expect(`${masked.said}${whole.said}`).not.toContain(secret);
  });

  test('says that there is no such request', async () => {
    expect(await onDesk(await start(), 'inspect prt_01NOBODY')).toMatchObject({
      code: 1,
      said: 'There is no such request.',
    });
  });

  test('names what the relay lost, with the commands that mend it', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z', {
      doubles: { isStreamed: ({ type }) => type !== 'port_request.approved' },
    });
    const id = await approvedRequest(client);
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
    await client.clock({ by: 'PT3M' });

    const { code, said } = await onDesk(client, `inspect ${id} --json`);
    expect([code, JSON.parse(said).findings]).toEqual([
      1,
      [
        { code: 'wait_behind', what: null, mend: null },
        { code: 'entry_not_followed_up', what: '4 port_request.approved', mend: null },
        { code: 'mail_missing', what: '4#approved', mend: `resend ${id} 4#approved` },
        { code: 'feed_behind', what: null, mend: 'redrive publications' },
      ],
    ]);
    expect((await onDesk(client, `inspect ${id}`)).said).toContain(`npm run desk -- resend ${id} 4#approved`);
    expect((await onDesk(client, `missing-mails ${id}`)).said).toMatch(/^4#approved to the contact: unsent/);

    // What the sweeper does meanwhile comes to the same, once.
    expect(await onDesk(client, `resend ${id} approved`)).toMatchObject({ code: 0 });
    expect(await mailed(client, id)).toEqual([
      `request_received ${recipients.contact}`,
      `approved ${recipients.contact}`,
    ]);
    await client.clock({ by: 'PT10M' });
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
    expect(await mailed(client, id)).toHaveLength(2);
  });
});

describe('verifying a history', () => {
  test('finds it whole, and finds the first entry that was changed', async () => {
    const client = await start();
    const id = await approvedRequest(client);
    expect(await onDesk(client, `verify ${id}`)).toMatchObject({ code: 0, said: '4 entries, whole' });
    client.sandbox.world().records.tamper(id, 3, { occurredAt: '2026-03-30T08:00:01Z' });
    const broken = await onDesk(client, `verify ${id}`);
    expect([broken.code, broken.said]).toEqual([
      1,
      '4 entries; entry 3 is the first that is not what was written',
    ]);
    expect((await onDesk(client, `inspect ${id} --json`)).said).toContain('history_broken');
  });
});

describe('restarting a run', () => {
  test.each([
    ['awaiting its answer', awaitingRequest, "it waits for the operator's answer."],
    ['approved', approvedRequest, 'it waits for the start window.'],
    ['open to be started', readyRequest, 'it waits for the start.'],
    ['under way', startedRequest, 'it tells the carrier to bring the numbers in.'],
  ] as const)('lets a request that is %s go on where it stands', async (_, bringAbout, phase) => {
    const client = await start();
    const id = await bringAbout(client);
    await brokenOff(client, id);
    const found = JSON.parse((await onDesk(client, `inspect ${id} --json`)).said).findings;
    expect(found).toEqual([{ code: 'run_gone', what: null, mend: `restart ${id}` }]);

    const restarted = await onDesk(client, `restart ${id}`);
    expect([restarted.code, restarted.said]).toEqual([0, `Started run 2 of attempt 1; ${phase}`]);
    expect(await runsOf(client, id)).toEqual(['1-1 ABORTED', '1-2 RUNNING']);
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
  });

  test('starts none beside one that runs, and none for nothing', async () => {
    const client = await start();
    const running = await approvedRequest(client);
    const draft = await draftRequest(client);
    expect((await onDesk(client, `restart ${running}`)).said).toContain('its run is running');
    expect((await onDesk(client, `restart ${draft}`)).said).toContain('never submitted');
    expect((await onDesk(client, `restart ${running} --attempt 2`)).said).toContain('no such attempt');
    expect(await runsOf(client, running)).toEqual(['1-1 RUNNING']);
  });

  test('asks first, and does nothing where nobody agrees', async () => {
    const client = await start();
    const id = await approvedRequest(client);
    await brokenOff(client, id);
    const declined = await onDesk(client, `restart ${id}`, 'declines');
    expect([declined.code, declined.questions]).toEqual([1, ['Do it, on http://localhost:4010?']]);
    expect(declined.complaint).toBe(
      'Would start run 2 of attempt 1; it waits for the start window.\nNothing was changed.',
    );
    const absent = await onDesk(client, `restart ${id}`, 'absent');
    expect([absent.code, absent.questions]).toEqual([1, []]);
    expect(absent.complaint).toContain('Nothing was changed');
    expect(await runsOf(client, id)).toEqual(['1-1 ABORTED']);
    expect(await onDesk(client, `restart ${id} --yes`, 'absent')).toMatchObject({ code: 0, questions: [] });
    expect(await runsOf(client, id)).toEqual(['1-1 ABORTED', '1-2 RUNNING']);
  });
});

describe('sending a mail again', () => {
  test('lets one that went out go out once more, only where that is what was asked for', async () => {
    const client = await start();
    const id = await approvedRequest(client);
    const refused = await onDesk(client, `resend ${id} approved`);
    expect([refused.code, refused.questions]).toEqual([1, []]);
    expect(refused.said).toContain('it went out; --again sends it once more');
    expect(await onDesk(client, `resend ${id} approved --again`)).toMatchObject({ code: 0 });
    expect((await mailed(client, id)).slice(1)).toEqual(Array(2).fill(`approved ${recipients.contact}`));
    const { items } = (await client.get(`/v1/port-requests/${id}/mails`)).json;
    expect(items).toMatchObject([
      { template: 'request_received', status: 'sent' },
      { template: 'approved', status: 'sent' },
    ]);
  });

  test('brings a new start link, as long as it would open something', async () => {
    const client = await start();
    const id = await readyRequest(client);
    expect(await onDesk(client, `resend ${id} window_opened --again`)).toMatchObject({ code: 0 });
    const [first, second = ''] = await startLinks(client, id);
    expect(second).not.toBe(first);
    expect(await client.confirm(second, '5050')).toMatchObject({ status: 200 });
    expect((await onDesk(client, `resend ${id} window_opened --again`)).said).toContain(
      'its start link would open nothing any more',
    );
  });

  test('sends nothing that nothing asks for', async () => {
    const client = await start();
    const id = await awaitingRequest(client);
    const { code, said } = await onDesk(client, `resend ${id} approved`);
    expect([code, said.split('\n').slice(1)]).toEqual([
      1,
      ['Mails:', '  2#request_received to the contact: sent 2026-03-30T08:00:00Z'],
    ]);
  });
});

describe('what was put aside', () => {
  test('is counted, put back, and done once', async () => {
    let isOut = true;
    let erasures = 0;
    const client = await SandboxClient.start('2026-03-30T08:00:00Z', {
      log: logTo(() => {}),
      doubles: {
        around: async ({ method }, perform) => {
          if (method !== 'eraseBeside') return perform();
          if (isOut) throw new Error('Out of reach');
          erasures += 1;
          return perform();
        },
      },
    });
    const id = await completedRequest(client);
    mustBe(await eraseSubscriber(client, id), 200);
    await client.clock({ by: 'PT10M' });
    expect((await onDesk(client, 'queues')).said).toMatch(/^erasures +0 waiting +1 put aside$/m);

    isOut = false;
    const declined = await onDesk(client, 'redrive erasures', 'declines');
    expect([declined.code, declined.complaint]).toEqual([
      1,
      'Would put 1 of erasures back on their queue.\nNothing was changed.',
    ]);
    expect(await onDesk(client, 'redrive erasures')).toMatchObject({ code: 0, said: '1 put back, 0 left.' });
    expect([erasures, client.sandbox.world().deadLetters()]).toEqual([1, []]);
    expect(await onDesk(client, 'redrive erasures')).toMatchObject({ code: 0, said: '0 put back, 0 left.' });
    expect(await onDesk(client, `inspect ${id}`)).toMatchObject({ code: 0 });
  });
});

describe('the desk', () => {
  test('says in the log who asked for what', async () => {
    const lines: LogLine[] = [];
    const client = await SandboxClient.start('2026-03-30T08:00:00Z', {
      log: logTo((line) => lines.push(line)),
    });
    const id = await approvedRequest(client);
    await onDesk(client, `resend ${id} approved --again --as bob`);
    await onDesk(client, 'queues');
    const asked = lines.filter(({ message }) => message === 'desk.asked').map(({ fields }) => fields);
    const who = { command: 'resend', askedBy: 'bob', portRequestId: id };
    expect(asked).toMatchObject([
      { ...who, step: 'ask' },
      { ...who, step: 'do' },
      { command: 'queues', askedBy: 'ann.operations' },
    ]);
  });

  test('is a command that asks a sandbox over the network, and changes nothing unasked', async () => {
    const client = await start();
    const id = await approvedRequest(client);
    await brokenOff(client, id);
    const server = createHttpServer(client.sandbox.handle, (error) => {
      throw error;
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const program = fileURLToPath(new URL('../../bin/desk.ts', import.meta.url));
    const ended = await new Promise<{
      readonly code: number;
      readonly out: string;
      readonly complaint: string;
    }>((resolve) => {
      execFile(process.execPath, [program, 'restart', id, '--url', url], (error, out, complaint) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, complaint }),
      );
    });
    expect(ended).toEqual({ code: 1, out: '', complaint: expect.stringContaining('Would start run 2') });
    expect(await runsOf(client, id)).toEqual(['1-1 ABORTED']);
  });
});
