import * as z from 'zod';
import type { MandateFiles } from '../authorisation/mandate-files.ts';
import type { MailLedger } from '../correspondence/mail-ledger.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';

type EraseDeps = Telemetry & {
  readonly requests: Pick<PortRequests, 'eraseBeside'>;
  readonly mailLedger: Pick<MailLedger, 'erase'>;
  readonly mandateFiles: Pick<MandateFiles, 'erase'>;
};

/**
 * Takes what names a person out of everything that is kept beside an erased request: the data of its attempts, notes and
 * refused events, the addresses of its mails, its signed mandates. A second message finds nothing left to do.
 */
export const newHandler = (deps: () => EraseDeps) =>
  queue(
    { name: 'erase-beside', message: z.object({ portRequestId: z.string() }) },
    deps,
    async ({ requests, mailLedger, mandateFiles }, { portRequestId }) => {
      await requests.eraseBeside(portRequestId);
      await mailLedger.erase(portRequestId);
      await mandateFiles.erase(portRequestId);
    },
  );
