import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import { realMandateFiles } from '../../aws/real-mandate-files.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../erasure/erase-beside.queue.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    requests: realRequests(),
    mailLedger: realMailLedger(),
    mandateFiles: realMandateFiles(),
  })),
);
