import { toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import { theClock } from '../port-request/status.ts';
import type { MandateFile } from './mandate-files.ts';
import type { ScanStatus, SignedMandate } from './signed-mandate.ts';

/** The most signed mandates a request lists; the oldest ones leave its list then, and stay where they are kept. */
export const mostMandates = 20;

/** Whether a mandate is older than all that a full list still names. Ids sort by the time they were made. */
export const hasLeftList = ({ signedMandates }: PortRequest, documentId: string): boolean =>
  signedMandates.length >= mostMandates && documentId < (signedMandates[0]?.id ?? '');

/** Only the last mandate but one may come to count again: the numbers of older ones would fill the request for nothing. */
const withoutOldNumbers = (mandates: readonly SignedMandate[]): readonly SignedMandate[] =>
  mandates.map((mandate, index) => (index < mandates.length - 1 ? { ...mandate, numbers: [] } : mandate));

const nothingNew = (request: PortRequest): Decision => ({ kind: 'nothing_new', request });

/**
 * Notes a signed mandate that has arrived. It is one for the numbers the request has now: a number that is added later is
 * not on it. The same arrival twice changes nothing.
 */
export const recordMandate = (
  request: PortRequest,
  { documentId, mediaType, sha256 }: MandateFile,
  sizeBytes: number,
  facts: Facts,
): Decision => {
  // A file for a request that was erased meanwhile is not taken in; its worker has it deleted.
  const isUnwanted = request.erasedAt !== null || hasLeftList(request, documentId);
  if (isUnwanted || request.signedMandates.some(({ id }) => id === documentId)) return nothingNew(request);
  const mandate: SignedMandate = {
    id: documentId,
    mediaType,
    sizeBytes,
    sha256,
    uploadedAt: toInstantText(facts.now),
    scanStatus: 'pending',
    numbers: request.content.numbers,
  };
  return decided(
    record(startRecording(request), facts, {
      type: 'port_request.noted',
      actor: theClock,
      data: { code: 'mandate_uploaded', documentId, sha256 },
      request: {
        ...request,
        signedMandates: [...withoutOldNumbers(request.signedMandates), mandate].slice(-mostMandates),
      },
    }),
  );
};

/** Notes what the virus scanner said of a signed mandate; nothing new where it said so before, or of an unknown one. */
export const recordScan = (
  request: PortRequest,
  documentId: string,
  scanStatus: ScanStatus,
  facts: Facts,
): Decision => {
  const mandate = request.signedMandates.find(({ id }) => id === documentId);
  if (mandate === undefined || mandate.scanStatus === scanStatus) return nothingNew(request);
  return decided(
    record(startRecording(request), facts, {
      type: 'port_request.noted',
      actor: theClock,
      data: { code: 'mandate_scanned', documentId, scanStatus },
      request: {
        ...request,
        signedMandates: request.signedMandates.map((each) =>
          each.id === documentId ? { ...each, scanStatus } : each,
        ),
      },
    }),
  );
};
