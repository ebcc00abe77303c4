import { createHash, randomUUID } from 'node:crypto';
import { singleNumberBody } from '../support/example-body.ts';
import { moments, mustBe } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import { awaitingRequest, cancel, type Trip, untilMailed } from './trip.ts';

const scan = Buffer.from('%PDF-1.7 signed by Marie Dupont');

/** What the scanner would tell the event bus; the emulator has none. */
const verdictOn = (bucketName: string, objectKey: string) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  account: '000000000000',
  time: '2026-03-30T08:00:05Z',
  region: 'eu-west-1',
  resources: [],
  detail: {
    schemaVersion: '1.0',
    scanStatus: 'COMPLETED',
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: { bucketName, objectKey, eTag: '', versionId: '', s3Throttled: false },
    scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND', threats: null },
  },
});

/**
 * Its signed mandate goes from the sender to the bucket, the event bus, the queue and the record; then its subscriber wants to be
 * forgotten, and nothing that names anybody is left anywhere.
 */
export const isForgotten = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  await clock.until(moments.submitted);
  const body = singleNumberBody('025806014', { noteToOperator: 'Ask for Marie Dupont.' });
  const id = await awaitingRequest(trip, '025806014', { body });
  const path = `/v1/port-requests/${id}`;
  const token = await service.deskToken();
  const mandates = async () => (await service.read(id)).signedMandates;

  const announced = {
    mediaType: 'application/pdf',
    sizeBytes: scan.byteLength,
    sha256: createHash('sha256').update(scan).digest('hex'),
  };
  const place = mustBe(await service.post(`${path}/authorisation/uploads`, announced), 201).json;
  // The sender's own client counts the bytes.
  const { 'content-length': _, ...headers } = place.headers;
  const send = async (file: Buffer) =>
    (await fetch(place.url, { method: 'PUT', headers, body: file })).status;
  expect([await send(Buffer.concat([scan, scan])), await send(scan)]).toEqual([403, 200]);
  const arrived = await eventually(`a mandate of ${id}`, mandates, ({ length }) => length > 0);
  expect(arrived).toMatchObject([{ id: place.documentId, ...announced, scanStatus: 'pending' }]);

  const document = `${path}/authorisation/documents/${place.documentId}`;
  expect((await service.get(document)).json.code).toBe('document.not_clean');
  const [, bucket = '', ...key] = new URL(place.url).pathname.split('/');
  const verdict = verdictOn(bucket, key.join('/'));
  expect(await parts.isTakenByRule('SignedMandatesScanned', verdict)).toBe(true);
  await parts.putOnQueue('SignedMandatesUploadsQueue', verdict);
  await eventually(`${place.documentId} found clean`, mandates, ([{ scanStatus }]) => scanStatus === 'clean');
  const { url } = mustBe(await service.get(document), 200).json;
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(scan);

  mustBe(await service.post(`${path}/notes`, { text: 'Marie Dupont called.' }), 201);
  mustBe(await cancel(trip, id), 200);
  await untilMailed(trip, id, 2);
  const reasons = [{ code: 'other', text: 'Mrs Dupont does not want it.' }];
  expect((await service.event(id, 'request.rejected', { reasons })).status).toBe(409);
  expect((await service.get(`${path}/refused-events`, { token })).json.items).toHaveLength(1);
  const names = /Dupont|dupont\.example|Peeters|reseller\.example|Rue Neuve|612345678/g;
  const named = async () => [...new Set((await service.everythingKept(id)).match(names))].toSorted();
  expect(await named()).toEqual([
    '612345678',
    'Dupont',
    'Peeters',
    'Rue Neuve',
    'dupont.example',
    'reseller.example',
  ]);

  mustBe(await service.post(`${path}/erasure`, undefined, { token }), 200);

  await eventually(`nobody named in what is kept of ${id}`, named, ({ length }) => length === 0);
  const untilDeleted = () =>
    eventually(
      'the mandate deleted',
      async () => (await fetch(url)).status,
      (status) => status === 404,
    );
  await untilDeleted();
  // An address is good for a quarter of an hour, whatever happens meanwhile.
  expect(await send(scan)).toBe(200);
  await untilDeleted();
  expect(
    (await service.get(`${path}/mails`)).json.items.map(({ to }: { readonly to: string }) => to),
  ).toEqual(['[erased]', '[erased]']);
  expect(await service.read(id)).toMatchObject({
    status: 'cancelled',
    erasedAt: moments.submitted,
    subscriber: { name: '[erased]' },
    numbers: [{ number: '+3225806014' }],
  });
};
