import type { Facts } from '../port-request/facts.ts';
import type { Recording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { findIncident } from './escalation.ts';
import type { IncidentStatus } from './incident.ts';
import { actorByStatus, recordStand, repeatsNote } from './incident-change.ts';
import { bytesOf, limitProblems } from './incident-limits.ts';

/** What came of an operator's word on an incident. */
export type UpdatedIncident =
  /** `incident.updated`, or `incident.resolved`, was recorded. */
  | { readonly kind: 'updated'; readonly recording: Recording }
  /** The incident has that status and that newest note already. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown' }
  /** The request keeps no more notes; pointers as of a body with `note`. */
  | { readonly kind: 'refused'; readonly problems: readonly ProblemEntry[] };

/**
 * Takes what the carrier or the losing operator says of an incident (F36): its status and a note. The status says who acts next;
 * a status other than `resolved` opens a resolved incident again. The diagnosis stays: it is Fonzer's (assumption).
 */
export const updateIncident = (
  recording: Recording,
  incidentId: string,
  told: { readonly status: IncidentStatus; readonly note: string | null },
  facts: Facts,
  actor: Actor,
): UpdatedIncident => {
  const incident = findIncident(recording.after, incidentId);
  if (incident === undefined) return { kind: 'unknown' };
  const { status, note } = told;
  if (status === incident.status && (note === null || repeatsNote(incident, note, actor)))
    return { kind: 'repeated' };
  const problems = note === null ? [] : limitProblems(recording.after, { notes: 1 }, bytesOf(note));
  if (problems.length > 0) return { kind: 'refused', problems };
  const actsNext =
    status === incident.status || status === 'resolved' ? incident.actor : actorByStatus[status];
  return {
    kind: 'updated',
    recording: recordStand(
      recording,
      incident,
      { status, diagnosis: incident.diagnosis, actor: actsNext, note, isReport: false },
      facts,
      actor,
    ),
  };
};
