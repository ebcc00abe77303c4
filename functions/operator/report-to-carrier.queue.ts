import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import { type CarrierReportJob, carrierReportAfter, carrierReportJob } from './carrier-report.ts';
import { type TellCarrierDeps, tellCarrier } from './tell-carrier.ts';

type ReportDeps = Telemetry & TellCarrierDeps & { readonly requests: PortRequests };

/** Sends what follows one history entry; while the carrier cannot be reached the queue brings it again. */
const reportToCarrier = async (
  real: ReportDeps,
  { portRequestId, sequence }: CarrierReportJob,
): Promise<void> => {
  const request = await real.requests.find(portRequestId);
  const entry = (await real.requests.history(portRequestId)).find((each) => each.sequence === sequence);
  if (request === undefined || entry === undefined)
    throw new Error(`No entry ${sequence} of ${portRequestId}`);
  const message = carrierReportAfter(request, entry);
  if (message !== undefined) await tellCarrier(real, message);
};

/** Answers: does the carrier know of this trouble, or that numbers are asked back? Told twice, it recognises the message. */
export const newHandler = (deps: () => ReportDeps) =>
  queue({ name: 'report-to-carrier', message: carrierReportJob }, deps, reportToCarrier);
