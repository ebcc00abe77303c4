import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { keyOfFile, keyPrefixOf, type MandateFiles } from '../authorisation/mandate-files.ts';
import { type Now, toInstantText } from '../calendar/clock.ts';
import { requestLimits } from './request-limits.ts';

/** A client of S3. It may repeat a call: reading and deleting twice does no harm. */
export const mandateFilesClient = (config: S3ClientConfig = {}): S3Client =>
  new S3Client({ ...requestLimits, ...config });

/** How long an address is good: time to choose a file, not to pass the address on. */
const addressMinutes = 15;

type Bucket = {
  readonly client: S3Client;
  readonly bucket: string;
  /** S3 judges an address by its own clock. */
  readonly wallClock: Now;
};

/** S3 writes hashes as base64. */
const inBase64 = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64');

/**
 * Signed mandates in a bucket. Type, size and hash are signed headers of the address, so that S3 itself refuses any other
 * file: what arrives is what was announced, and the hash in its key can be believed without reading it.
 */
export const s3MandateFiles = ({ client, bucket, wallClock }: Bucket): MandateFiles => {
  const expiry = () => ({
    signingDate: new Date(wallClock().epochMilliseconds),
    expiresIn: addressMinutes * 60,
  });
  const expiresAt = () => toInstantText(wallClock().add({ minutes: addressMinutes }));

  return {
    uploadTarget: async ({ sizeBytes, ...file }) => {
      const checksum = inBase64(file.sha256);
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOfFile(file),
          ContentType: file.mediaType,
          ContentLength: sizeBytes,
          ChecksumSHA256: checksum,
        }),
        {
          ...expiry(),
          signableHeaders: new Set(['content-type', 'content-length', 'host']),
          // In the query the hash would be part of the address; as a header it is what S3 holds the bytes against.
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        },
      );
      return {
        method: 'PUT',
        url,
        headers: {
          'content-type': file.mediaType,
          'content-length': String(sizeBytes),
          'x-amz-checksum-sha256': checksum,
        },
        expiresAt: expiresAt(),
      };
    },
    downloadUrl: async (file) => ({
      url: await getSignedUrl(
        client,
        new GetObjectCommand({ Bucket: bucket, Key: keyOfFile(file) }),
        expiry(),
      ),
      expiresAt: expiresAt(),
    }),
    erase: async (portRequestId) => {
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: keyPrefixOf(portRequestId) });
      for await (const { Contents = [] } of pages) {
        if (Contents.length === 0) continue;
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({
            Bucket: bucket,
            Delete: { Objects: Contents.map(({ Key }) => ({ Key })), Quiet: true },
          }),
        );
        if (Errors.length > 0)
          throw new Error(`${Errors.length} mandates of ${portRequestId} were not deleted`);
      }
    },
  };
};
