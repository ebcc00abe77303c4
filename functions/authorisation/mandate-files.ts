import type { InstantText } from '../calendar/clock.ts';
import { type MandateMediaType, mandateMediaTypes } from './signed-mandate.ts';

/** A file as its uploader announces it: the store takes exactly this and nothing else. */
export type MandateFile = {
  readonly portRequestId: string;
  /** `doc_…` */
  readonly documentId: string;
  readonly mediaType: MandateMediaType;
  /** Lower-case hex. */
  readonly sha256: string;
};

/** Where and how a file is to be sent: these headers, unchanged, until then. */
export type UploadTarget = {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: InstantText;
};

/** Where signed mandates are kept. */
export interface MandateFiles {
  /** A target that takes this file, in this size, and no other. */
  readonly uploadTarget: (file: MandateFile & { readonly sizeBytes: number }) => Promise<UploadTarget>;
  /** Where a file can be read for some minutes. */
  readonly downloadUrl: (
    file: MandateFile,
  ) => Promise<{ readonly url: string; readonly expiresAt: InstantText }>;
  /** Deletes every file of a request; doing it again changes nothing. */
  readonly erase: (portRequestId: string) => Promise<void>;
}

const endingOf: Readonly<Record<MandateMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What the keys of a request's files begin with. */
export const keyPrefixOf = (portRequestId: string): string => `mandates/${portRequestId}/`;

/**
 * The key a file is kept under. It carries the hash that the store has checked on arrival, so that whoever is told of the
 * arrival knows all of the file without reading it.
 */
export const keyOfFile = ({ portRequestId, documentId, mediaType, sha256 }: MandateFile): string =>
  `${keyPrefixOf(portRequestId)}${documentId}/${sha256}.${endingOf[mediaType]}`;

const keyForm = /^mandates\/([\w-]+)\/([\w-]+)\/([0-9a-f]{64})\.(pdf|jpg|png)$/;

/** The file that a key names; undefined for any other key. */
export const fileOfKey = (key: string): MandateFile | undefined => {
  const [, portRequestId, documentId, sha256, ending] = keyForm.exec(key) ?? [];
  const mediaType = mandateMediaTypes.find((type) => endingOf[type] === ending);
  if (
    portRequestId === undefined ||
    documentId === undefined ||
    sha256 === undefined ||
    mediaType === undefined
  )
    return undefined;
  return { portRequestId, documentId, mediaType, sha256 };
};
