import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  awaitingRequest,
  cancel,
  correct,
  eraseSubscriber,
  mustBe,
  rejectedRequest,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const scan = Buffer.from('%PDF-1.7 signed by Marie Dupont');

const announcementOf = (file: Buffer, mediaType = 'application/pdf') => ({
  mediaType,
  sizeBytes: file.byteLength,
  sha256: createHash('sha256').update(file).digest('hex'),
});

const askForPlace = (client: SandboxClient, id: string, file: Buffer, token = client.token) =>
  client.post(`/v1/port-requests/${id}/authorisation/uploads`, announcementOf(file), { token });

const send = (client: SandboxClient, url: string, file: Buffer, mediaType = 'application/pdf') =>
  client.call('PUT', new URL(url).pathname, {
    token: null,
    rawBody: file,
    headers: { 'content-type': mediaType },
  });

/** Uploads a signed mandate; its id. */
const upload = async (client: SandboxClient, id: string, file = scan): Promise<string> => {
  const { documentId, url } = mustBe(await askForPlace(client, id, file), 201).json;
  mustBe(await send(client, url, file), 200);
  return documentId;
};

const documentPath = (id: string, documentId: string) =>
  `/v1/port-requests/${id}/authorisation/documents/${documentId}`;

describe('the signed mandate', () => {
  test('is sent to a place that takes this file and no other, and shows with its hash and the scanner’s word', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const { url } = mustBe(await askForPlace(client, id, scan), 201).json;

    expect((await send(client, url, Buffer.from('%PDF-1.7 signed by somebody els'))).status).toBe(400);
    expect((await send(client, url, Buffer.concat([scan, scan]))).status).toBe(400);
    expect((await send(client, url, scan, 'image/png')).status).toBe(403);
    expect((await client.read(id)).signedMandates).toEqual([]);

    mustBe(await send(client, url, scan), 200);
    const { sha256, sizeBytes } = announcementOf(scan);
    const { signedMandates, version } = await client.read(id);
    expect(signedMandates).toMatchObject([
      { mediaType: 'application/pdf', sizeBytes, sha256, scanStatus: 'clean' },
    ]);
    expect((await client.history(id)).slice(-2).map(({ type, data }) => [type, data])).toEqual([
      ['port_request.noted', { code: 'mandate_uploaded', documentId: signedMandates[0]?.id, sha256 }],
      [
        'port_request.noted',
        { code: 'mandate_scanned', documentId: signedMandates[0]?.id, scanStatus: 'clean' },
      ],
    ]);

    mustBe(await send(client, url, scan), 200);
    expect((await client.read(id)).version).toBe(version);
  });

  test('can be read while the address is good, by its own reseller and the desk', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const documentId = await upload(client, id);

    for (const token of [client.token, await client.deskToken()]) {
      const { url } = mustBe(await client.get(documentPath(id, documentId), { token }), 200).json;
      expect((await client.get(new URL(url).pathname, { token: null })).bytes).toEqual(scan);
    }
    const other = await client.tokenFor('other');
    expect((await client.get(documentPath(id, documentId), { token: other })).status).toBe(404);
    expect(await client.get(documentPath(id, 'doc_none'))).toMatchObject({
      status: 404,
      json: { code: 'document.not_found' },
    });
  });

  test('with a virus in it is never given out, does not count, and waits for the desk', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const documentId = await upload(client, id, Buffer.from('%PDF EICAR-STANDARD-ANTIVIRUS-TEST-FILE'));

    expect((await client.read(id)).signedMandates).toMatchObject([{ scanStatus: 'infected' }]);
    expect(await client.get(documentPath(id, documentId))).toMatchObject({
      status: 409,
      json: { code: 'document.not_clean', scanStatus: 'infected' },
    });
    const { items } = (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json;
    expect(items).toMatchObject([{ portRequestId: id, what: 'mandate_not_clean' }]);
  });

  test('is refused in the wrong type or size, after a quarter of an hour, and of a request that is over', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const path = `/v1/port-requests/${id}/authorisation/uploads`;
    const announced = announcementOf(scan);
    for (const change of [
      { mediaType: 'text/html' },
      { sizeBytes: 0 },
      { sizeBytes: 10 * 1024 * 1024 + 1 },
      { sha256: 'no hash' },
    ])
      expect((await client.post(path, { ...announced, ...change })).status).toBe(400);

    const { url, expiresAt } = mustBe(await askForPlace(client, id, scan), 201).json;
    expect(expiresAt).toBe('2026-03-30T08:15:00Z');
    await client.clock({ by: 'PT15M1S' });
    expect((await send(client, url, scan)).status).toBe(403);

    mustBe(await cancel(client, id), 200);
    expect(await askForPlace(client, id, scan)).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: 'cancelled' },
    });
  });

  test('that arrives after its request was erased is not kept', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const { url } = mustBe(await askForPlace(client, id, scan), 201).json;
    mustBe(await cancel(client, id), 200);
    mustBe(await eraseSubscriber(client, id), 200);
    mustBe(await send(client, url, scan), 200);
    expect((await client.read(id)).signedMandates).toEqual([]);
    expect((await client.get(new URL(url).pathname, { token: null })).status).toBe(404);
  });

  test('asked for twice under one key has one place', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const ask = (file: Buffer) =>
      client.post(`/v1/port-requests/${id}/authorisation/uploads`, announcementOf(file), {
        headers: { 'idempotency-key': 'upload-1' },
      });
    const first = mustBe(await ask(scan), 201);
    const again = await ask(scan);
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    expect((await ask(Buffer.from('another'))).json.code).toBe('idempotency.key_reused');
  });

  test('is one of twenty at most, and an older one never comes back', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const first = mustBe(await askForPlace(client, id, scan), 201).json;
    mustBe(await send(client, first.url, scan), 200);
    for (let count = 2; count <= 21; count += 1) await upload(client, id, Buffer.from(`scan ${count}`));
    const { signedMandates, version } = await client.read(id);
    expect(signedMandates).toHaveLength(20);
    mustBe(await send(client, first.url, scan), 200);
    expect((await client.read(id)).version).toBe(version);
    expect(client.sandbox.world().deadLetters()).toEqual([]);
  });

  test('lists every number: one that is added later needs a new mandate before the request is sent again', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    await upload(client, id);
    mustBe(
      await correct(client, id, {
        numbers: ['025805070', { start: '025805050', size: 10 }, '025805071'],
        desiredDate: null,
      }),
      200,
    );

    expect((await client.read(id)).submissionBlockers).toMatchObject([
      { code: 'authorisation.number_missing', pointer: '/numbers/2' },
    ]);
    expect(await client.post(`/v1/port-requests/${id}/submission`)).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'authorisation.number_missing' }] },
    });

    await upload(client, id, Buffer.from('%PDF-1.7 signed again'));
    mustBe(await client.post(`/v1/port-requests/${id}/submission`), 200);
    expect((await toldCarrier(client, id)).at(-1)).toBe('request.submitted 2');
  });
});
