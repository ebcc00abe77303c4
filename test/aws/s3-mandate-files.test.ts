import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { mandateFilesClient, s3MandateFiles } from '../../functions/aws/s3-mandate-files.ts';
import { startEndpoint, type WireAnswer } from './aws-endpoint.ts';

const config = {
  endpoint: 'http://127.0.0.1:9',
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

const now = Temporal.Instant.from('2026-04-02T09:12:00Z');

const filesOn = (endpointConfig: typeof config) =>
  s3MandateFiles({
    client: mandateFilesClient({ ...endpointConfig, forcePathStyle: true }),
    bucket: 'mandates',
    wallClock: () => now,
  });

const scan = Buffer.from('%PDF-1.7 signed by Marie Dupont');
const sha256 = createHash('sha256').update(scan).digest('hex');
const file = {
  portRequestId: 'prt_01',
  documentId: 'doc_01',
  mediaType: 'application/pdf',
  sha256,
} as const;
const key = `/mandates/mandates/prt_01/doc_01/${sha256}.pdf`;

/** What an address says of itself. */
const readAddress = (url: string) => {
  const { pathname, searchParams } = new URL(url);
  const of = (name: string) => searchParams.get(`X-Amz-${name}`);
  return {
    pathname,
    names: [...searchParams.keys()].map((name) => name.toLowerCase()).toSorted(),
    signedAt: of('Date'),
    seconds: of('Expires'),
    signedHeaders: of('SignedHeaders')?.split(';').toSorted(),
  };
};

describe('The address to send a signed mandate to', () => {
  test('is signed for this type, size and hash, which the sender has to send along', async () => {
    const target = await filesOn(config).uploadTarget({ ...file, sizeBytes: scan.byteLength });

    expect(target).toMatchObject({
      method: 'PUT',
      headers: {
        'content-type': 'application/pdf',
        'content-length': '31',
        'x-amz-checksum-sha256': createHash('sha256').update(scan).digest('base64'),
      },
      expiresAt: '2026-04-02T09:27:00Z',
    });
    const address = readAddress(target.url);
    expect(address).toMatchObject({
      pathname: key,
      signedAt: '20260402T091200Z',
      seconds: '900',
      signedHeaders: ['content-length', 'content-type', 'host', 'x-amz-checksum-sha256'],
    });
    // One that the client made up itself would be of no bytes at all, and S3 would hold the file against it.
    expect(address.names.filter((name) => /checksum/.test(name))).toEqual([]);
  });

  test('has another signature for a file of another size, type or content', async () => {
    const files = filesOn(config);
    const signatureOf = async (change: object) => {
      const { url } = await files.uploadTarget({ ...file, sizeBytes: scan.byteLength, ...change });
      return new URL(url).searchParams.get('X-Amz-Signature');
    };
    const signatures = await Promise.all(
      [{}, { sizeBytes: 32 }, { mediaType: 'image/png' }, { sha256: 'a'.repeat(64) }].map(signatureOf),
    );
    expect(new Set(signatures).size).toBe(4);
  });
});

test('The address to read a signed mandate at is good for a quarter of an hour', async () => {
  const { url, expiresAt } = await filesOn(config).downloadUrl(file);
  expect(readAddress(url)).toMatchObject({
    pathname: key,
    signedAt: '20260402T091200Z',
    seconds: '900',
    signedHeaders: ['host'],
  });
  expect(expiresAt).toBe('2026-04-02T09:27:00Z');
});

const xml = (body: string): WireAnswer => ({
  status: 200,
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

const listOf = (names: readonly string[], next?: string) =>
  xml(
    `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${names
      .map((name) => `<Contents><Key>mandates/prt_01/${name}</Key></Contents>`)
      .join(
        '',
      )}${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`,
  );

/** A bucket of two pages, whose deletions are answered as the test says. */
const startBucket = async (deletion: WireAnswer) => {
  const { calls, config: endpointConfig } = await startEndpoint(({ line }) => {
    if (line.startsWith('POST')) return deletion;
    return line.includes('continuation-token') ? listOf(['c']) : listOf(['a', 'b'], 'more');
  });
  return { calls, files: filesOn(endpointConfig) };
};

describe('Erasing the mandates of a request', () => {
  test('deletes those of every page, below the request’s own prefix', async () => {
    const { calls, files } = await startBucket(xml('<DeleteResult></DeleteResult>'));
    await files.erase('prt_01');
    const listings = calls.filter(({ line }) => line.startsWith('GET'));
    expect(listings.map(({ line }) => new URLSearchParams(line.split('?')[1]).get('prefix'))).toEqual([
      'mandates/prt_01/',
      'mandates/prt_01/',
    ]);
    const deletions = calls.filter(({ line }) => line.startsWith('POST'));
    expect(deletions.map(({ text }) => text.match(/(?<=<Key>)[^<]+/g))).toEqual([
      ['mandates/prt_01/a', 'mandates/prt_01/b'],
      ['mandates/prt_01/c'],
    ]);
    // S3 refuses a deletion of several files that comes without a checksum.
    for (const { headers } of deletions)
      expect(Object.keys(headers).join()).toMatch(/content-md5|x-amz-checksum-/);
  });

  test('deletes nothing where there are none', async () => {
    const { calls, config: endpointConfig } = await startEndpoint(() => listOf([]));
    await filesOn(endpointConfig).erase('prt_01');
    expect(calls.map(({ line }) => line.split(' ')[0])).toEqual(['GET']);
  });

  test('fails where one of them is not deleted, so that it is tried again', async () => {
    const { files } = await startBucket(
      xml(
        '<DeleteResult><Error><Key>mandates/prt_01/a</Key><Code>InternalError</Code></Error></DeleteResult>',
      ),
    );
    await expect(files.erase('prt_01')).rejects.toThrow('1 mandates of prt_01 were not deleted');
  });
});
