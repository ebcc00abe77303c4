import * as z from 'zod';
import type { Erasures } from '../erasure/erasures.ts';
import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import { fileOfKey } from './mandate-files.ts';
import { hasLeftList, recordMandate, recordScan } from './record-mandate.ts';
import type { ScanStatus } from './signed-mandate.ts';

/** What the scanner's verdicts mean; one we do not know is no clearance. */
const scanStatusOf = (verdict: string): ScanStatus => {
  if (verdict === 'NO_THREATS_FOUND') return 'clean';
  return verdict === 'THREATS_FOUND' ? 'infected' : 'failed';
};

/** What the store and its virus scanner say of a file, as EventBridge delivers it. */
export const fileEvent = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.literal('Object Created'),
    source: z.literal('aws.s3'),
    detail: z.object({ object: z.object({ key: z.string(), size: z.int() }) }),
  }),
  z.object({
    'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
    source: z.literal('aws.guardduty'),
    detail: z.object({
      s3ObjectDetails: z.object({ objectKey: z.string() }),
      scanResultDetails: z.object({ scanResultStatus: z.string() }),
    }),
  }),
]);

export type FileEvent = z.infer<typeof fileEvent>;

const keyOf = (event: FileEvent): string =>
  event['detail-type'] === 'Object Created'
    ? event.detail.object.key
    : event.detail.s3ObjectDetails.objectKey;

type RecordDeps = FactsDeps &
  Telemetry & {
    readonly requests: PortRequests;
    readonly erasures: Erasures;
  };

/** Thrown when a scanner's verdict overtook the news of the file, so that the queue brings it again. */
export class MandateNotRecordedError extends Error {
  override readonly name = 'MandateNotRecordedError';
}

/** Notes that a signed mandate has arrived, or what the virus scanner found in it. Events come twice and out of order. */
const recordFileEvent = async (real: RecordDeps, event: FileEvent): Promise<void> => {
  const file = fileOfKey(keyOf(event));
  // Nothing else is kept there; what somebody put there by hand is nobody's mandate.
  if (file === undefined) return;
  const facts = await gatherFacts(real);
  const changed = await changeRequest(real.requests, file.portRequestId, (request) =>
    event['detail-type'] === 'Object Created'
      ? recordMandate(request, file, event.detail.object.size, facts)
      : recordScan(
          request,
          file.documentId,
          scanStatusOf(event.detail.scanResultDetails.scanResultStatus),
          facts,
        ),
  );
  if (changed.kind !== 'done') return;
  const { request } = changed;
  if (request.erasedAt !== null) {
    await real.erasures.put(request.id);
    return;
  }
  const isListed = request.signedMandates.some(({ id }) => id === file.documentId);
  if (!isListed && !hasLeftList(request, file.documentId))
    throw new MandateNotRecordedError(`${file.documentId} has not been recorded yet`);
};

export const newHandler = (deps: () => RecordDeps) =>
  queue({ name: 'record-upload', message: fileEvent }, deps, recordFileEvent);
