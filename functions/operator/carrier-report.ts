import * as z from 'zod';
import { carrierReportOf } from '../incidents/carrier-report.ts';
import { findIncident } from '../incidents/escalation.ts';
import type { EntryType, HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type CarrierMessage, seriesOf } from './carrier.ts';

/** One report to the carrier, by the history entry it follows. Nothing of its content travels with it. */
export const carrierReportJob = z.object({ portRequestId: z.string(), sequence: z.int() });

export type CarrierReportJob = z.infer<typeof carrierReportJob>;

/** Where what the machine does not tell the carrier waits to be told: trouble, and numbers that are asked back. */
export interface CarrierReports {
  readonly put: (jobs: readonly CarrierReportJob[]) => Promise<void>;
}

const reportedTypes: readonly EntryType[] = ['incident.escalated', 'port_request.return_requested'];

/** What the carrier has to be told after a history entry (F36). */
export const reportsCausedBy = ({
  type,
  portRequestId,
  sequence,
}: HistoryEntry): readonly CarrierReportJob[] =>
  reportedTypes.includes(type) ? [{ portRequestId, sequence }] : [];

const incidentReport = (request: PortRequest, incidentId: unknown) => {
  const incident = typeof incidentId === 'string' ? findIncident(request, incidentId) : undefined;
  if (incident === undefined || incident.status === 'resolved') return undefined;
  return { type: 'incident.reported' as const, body: carrierReportOf(request, incident) };
};

const returnReport = ({ attempts, content, completedNumbers, emergencyReturn }: PortRequest) => {
  if (emergencyReturn?.status !== 'requested') return undefined;
  const { reason, requestedAt } = emergencyReturn;
  const moved = seriesOf(content.numbers).filter(({ start }) => completedNumbers[start] !== undefined);
  return {
    type: 'return.requested' as const,
    body: {
      requestedAt,
      reason,
      series: moved,
      completedAt: attempts.at(-1)?.completedAt ?? null,
      operatorReference: attempts.at(-1)?.operatorReference ?? null,
    },
  };
};

/**
 * The report that follows a history entry, as the request stands by now. Undefined where there is nothing left to tell: the
 * incident was resolved, or the return answered, while the carrier could not be reached.
 */
export const carrierReportAfter = (request: PortRequest, entry: HistoryEntry): CarrierMessage | undefined => {
  const report =
    entry.type === 'incident.escalated'
      ? incidentReport(request, entry.data['incidentId'])
      : returnReport(request);
  if (report === undefined || entry.attempt === null) return undefined;
  return {
    type: report.type,
    carrier: request.carrier,
    portRequestId: request.id,
    attempt: entry.attempt,
    body: { report: entry.sequence, ...report.body },
  };
};
