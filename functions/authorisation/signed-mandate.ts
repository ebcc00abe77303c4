import type { InstantText } from '../calendar/clock.ts';
import type { NumberItem } from '../numbers/number-item.ts';

/** What is accepted as a signed mandate: a scan or a photograph. */
export const mandateMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type MandateMediaType = (typeof mandateMediaTypes)[number];

/** What the virus scanner said; `pending` until it has, `failed` where it could not say. */
export const scanStatuses = ['pending', 'clean', 'infected', 'failed'] as const;

export type ScanStatus = (typeof scanStatuses)[number];

/** A signed mandate as it was uploaded. The file is elsewhere; here is what proves which one it was. */
export type SignedMandate = {
  /** `doc_…`, also the file's name where it is kept. */
  readonly id: string;
  readonly mediaType: MandateMediaType;
  readonly sizeBytes: number;
  /** Lower-case hex SHA-256 of the file. */
  readonly sha256: string;
  readonly uploadedAt: InstantText;
  readonly scanStatus: ScanStatus;
  /** The numbers of the request when it was uploaded: one that was added since is not on it. Empty of older ones. */
  readonly numbers: readonly NumberItem[];
};

/** The signed mandate that counts: the newest that the scanner did not refuse; undefined where there is none. */
export const currentMandateOf = (mandates: readonly SignedMandate[]): SignedMandate | undefined =>
  mandates.findLast(({ scanStatus }) => scanStatus === 'clean' || scanStatus === 'pending');
