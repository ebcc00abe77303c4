import { createHash } from 'node:crypto';
import {
  fileOfKey,
  keyOfFile,
  keyPrefixOf,
  type MandateFiles,
} from '../functions/authorisation/mandate-files.ts';
import type { FileEvent } from '../functions/authorisation/record-upload.queue.ts';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Announced = { readonly key: string; readonly sizeBytes: number; readonly expiresAt: InstantText };

type Kept = { readonly key: string; readonly contentBase64: string };

/** The files as data. */
export type SavedFiles = { readonly announced: readonly Announced[]; readonly kept: readonly Kept[] };

/** How putting a file ended, as a status. */
type Put = 200 | 400 | 403;

/** Signed mandates in memory: a store of files, and a simulated virus scanner that knows one harmless test virus. */
export type InMemoryMandateFiles = MandateFiles & {
  /** Takes a file at its key. 403: not announced, expired or of another type; 400: not the announced bytes. */
  readonly put: (key: string, mediaType: string, content: Buffer) => Put;
  readonly read: (key: string) => { readonly mediaType: string; readonly content: Buffer } | undefined;
  readonly save: () => SavedFiles;
};

const uploadMinutes = 15;

/** Every scanner finds this text, which harms nobody: the EICAR test file. */
const testVirus = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/**
 * @param baseUrl where the sandbox is reached.
 * @param onEvent is told what the store and its scanner would tell: of an arrival, and of what was found.
 */
export const createInMemoryMandateFiles = (
  clock: VirtualClock,
  baseUrl: string,
  onEvent: (event: FileEvent) => void,
  saved: SavedFiles = { announced: [], kept: [] },
): InMemoryMandateFiles => {
  const announced = new Map(saved.announced.map((each) => [each.key, each]));
  const kept = new Map<string, Buffer>(
    saved.kept.map(({ key, contentBase64 }) => [key, Buffer.from(contentBase64, 'base64')]),
  );
  const inMinutes = () => toInstantText(clock.now().add({ minutes: uploadMinutes }));
  const urlOf = (key: string) => `${baseUrl}/sandbox/${key}`;

  const tell = (key: string, content: Buffer) => {
    onEvent({
      'detail-type': 'Object Created',
      source: 'aws.s3',
      detail: { object: { key, size: content.byteLength } },
    });
    const isInfected = content.includes(testVirus);
    onEvent({
      'detail-type': 'GuardDuty Malware Protection Object Scan Result',
      source: 'aws.guardduty',
      detail: {
        s3ObjectDetails: { objectKey: key },
        scanResultDetails: { scanResultStatus: isInfected ? 'THREATS_FOUND' : 'NO_THREATS_FOUND' },
      },
    });
  };

  return {
    uploadTarget: async ({ sizeBytes, ...file }) => {
      const key = keyOfFile(file);
      const expiresAt = inMinutes();
      announced.set(key, { key, sizeBytes, expiresAt });
      return {
        method: 'PUT',
        url: urlOf(key),
        headers: { 'content-type': file.mediaType, 'content-length': String(sizeBytes) },
        expiresAt,
      };
    },
    downloadUrl: async (file) => ({ url: urlOf(keyOfFile(file)), expiresAt: inMinutes() }),
    erase: async (portRequestId) => {
      for (const key of kept.keys()) if (key.startsWith(keyPrefixOf(portRequestId))) kept.delete(key);
    },
    put: (key, mediaType, content) => {
      const place = announced.get(key);
      const file = fileOfKey(key);
      if (place === undefined || file === undefined) return 403;
      if (place.expiresAt < toInstantText(clock.now()) || file.mediaType !== mediaType) return 403;
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (content.byteLength !== place.sizeBytes || sha256 !== file.sha256) return 400;
      kept.set(key, content);
      tell(key, content);
      return 200;
    },
    read: (key) => {
      const content = kept.get(key);
      const file = fileOfKey(key);
      return content === undefined || file === undefined ? undefined : { mediaType: file.mediaType, content };
    },
    save: () => ({
      announced: [...announced.values()],
      kept: [...kept].map(([key, content]) => ({ key, contentBase64: content.toString('base64') })),
    }),
  };
};
