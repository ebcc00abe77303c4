import { mayReportIncident } from '../port-request/allowed-actions.ts';
import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { moveNotAllowed } from '../port-request/submit.ts';
import type { GivenExample } from './call-examples.ts';
import { diagnose } from './diagnosis.ts';
import type { IncidentKind } from './incident.ts';
import { bytesOf, limitProblems, unfinishedPortProblems } from './incident-limits.ts';
import { openIncident } from './open-incident.ts';

/** What somebody reports: what they see, in their own words, and the calls that did not arrive. */
export type IncidentReport = {
  readonly kind: IncidentKind;
  readonly description: string;
  readonly examples: readonly GivenExample[];
};

/** Opens an incident on somebody's report (F37): every problem is taken, in every status between draft and cancelled. */
export const reportIncident = (
  request: PortRequest,
  report: IncidentReport,
  facts: Facts,
  actor: Actor,
): Decision => {
  const recording = catchUp(startRecording(request), facts);
  if (!mayReportIncident(recording.after)) return moveNotAllowed(recording.after, facts);
  const diagnosis = diagnose(report.kind, recording.after, facts.now);
  const limits = limitProblems(
    recording.after,
    { incidents: 1, examples: report.examples.length },
    bytesOf(report),
  );
  const problems =
    limits.length > 0
      ? limits
      : unfinishedPortProblems(recording.after, undefined, { diagnosis, status: 'open' });
  return problems.length > 0
    ? { kind: 'refused', problems }
    : decided(openIncident(recording, report, facts, actor));
};
