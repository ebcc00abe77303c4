import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  completedRequest,
  confirmation,
  eraseSubscriber,
  mustBe,
  readyRequest,
  writeNote,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** What the example request says about persons: none of it may be found anywhere once it was erased. */
const personal = [
  'Boulangerie Dupont',
  'Marie Dupont',
  'Luc Peeters',
  'dupont.example',
  'reseller.example',
  'Rue Neuve',
  '612345678',
  '0999999922',
  'ACME-42',
  'The fax line',
  'a note about Marie',
  'Mrs Dupont hears nothing',
];

const everythingKept = async (client: SandboxClient, id: string, token: string): Promise<string> => {
  const paths = ['', '/history', '/mails', '/notes', '/incidents', '/refused-events'];
  const answers = await Promise.all(
    paths.map((path) => client.get(`/v1/port-requests/${id}${path}`, { token })),
  );
  return answers.map((answer) => mustBe(answer, 200).text).join('\n');
};

/** A completed port with everything in it that may name somebody. */
const completedPort = async (client: SandboxClient): Promise<string> => {
  const id = await readyRequest(client, exampleBody({ noteToOperator: 'The fax line stays.' }));
  mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
  const { now } = await client.clock({ by: 'PT20M' });
  mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
  const path = `/v1/port-requests/${id}`;
  mustBe(await writeNote(client, id, { text: 'a note about Marie' }), 201);
  const incident = { kind: 'other', description: 'Mrs Dupont hears nothing' };
  mustBe(await client.post(`${path}/incidents`, incident), 201);
  mustBe(await client.event(id, 'request.rejected', { reasons: [{ code: 'x', text: 'Marie Dupont' }] }), 409);
  const file = Buffer.from('signed by Marie Dupont');
  const place = await client.post(`${path}/authorisation/uploads`, {
    mediaType: 'application/pdf',
    sizeBytes: file.byteLength,
    sha256: createHash('sha256').update(file).digest('hex'),
  });
  // Of a completed port nobody checks a mandate any more.
  mustBe(place, 409);
  return id;
};

describe('a subscriber who asks to be forgotten', () => {
  test('leaves numbers, dates and a whole chain of history, and no name anywhere', async () => {
    const client = await SandboxClient.start();
    const desk = await client.deskToken();
    const id = await completedPort(client);
    const before = await everythingKept(client, id, desk);
    for (const text of personal) expect(before).toContain(text);
    const historyBefore = await client.history(id);

    mustBe(await eraseSubscriber(client, id), 200);

    const after = await everythingKept(client, id, desk);
    for (const text of personal) expect(after).not.toContain(text);
    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      erasedAt: '2026-04-14T07:20:00Z',
      numbers: [{ number: '+3225805070' }, { start: '+3225805050' }],
      approvedDate: '2026-04-14',
      losingOperator: { name: 'Proximus', accountNumber: null },
      subscriber: { name: '[erased]', address: null },
    });
    expect((await client.history(id)).slice(0, historyBefore.length)).toEqual(historyBefore);
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.noted',
      actor: { kind: 'desk' },
      data: { code: 'erased' },
    });
    const found = await client.get('/v1/port-requests?number=025805055');
    expect(found.json.items).toMatchObject([{ id }]);
  });

  test('is asked for by the desk, once, and only when the port is over', async () => {
    const client = await SandboxClient.start();
    const open = await readyRequest(client);
    expect((await eraseSubscriber(client, open, client.token)).status).toBe(403);
    expect(await eraseSubscriber(client, open)).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: 'ready_to_start' },
    });
    expect((await client.read(open)).subscriber.name).toBe('Boulangerie Dupont SRL');

    mustBe(await client.post(`/v1/port-requests/${open}/cancellation`), 200);
    mustBe(await eraseSubscriber(client, open), 200);
    const { version } = await client.read(open);
    mustBe(await eraseSubscriber(client, open), 200);
    expect((await client.read(open)).version).toBe(version);
  });

  test('is forgotten without asking, two years after the end', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    await client.clock({ to: '2028-04-13T22:00:00Z' });
    expect((await client.read(id)).erasedAt).toBeNull();
    await client.clock({ to: '2028-04-14T08:00:00Z' });
    expect(await client.read(id)).toMatchObject({
      erasedAt: '2028-04-14T07:00:00Z',
      subscriber: { name: '[erased]' },
    });
    expect((await client.history(id)).at(-1)).toMatchObject({ actor: { kind: 'clock' } });
  });
});
