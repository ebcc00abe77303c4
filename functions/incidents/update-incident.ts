import type { Facts } from '../port-request/facts.ts';
import type { Recording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { findIncident } from './escalation.ts';
import type { IncidentStatus } from './incident.ts';
import { actorByStatus, recordStand, repeatsNote } from './incident-change.ts';
import { bytesOf, limitProblems, unfinishedPortProblems } from './incident-limits.ts';

/** What came of an operator's word on an incident. */
export type UpdatedIncident =
  /** `incident.updated`, or `incident.resolved`, was recorded. */
  | { readonly kind: 'updated'; readonly recording: Recording }
  /** The incident has that status and that newest note already. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown' }
  /** The request keeps no more notes, or no more incidents of an unfinished port; pointers as of a body with `note`. */
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
  const { status } = told;
  // After an erasure no text is taken in: nothing would erase it again.
  const note = recording.after.erasedAt === null ? told.note : null;
  if (status === incident.status && (note === null || repeatsNote(incident, note, actor)))
    return { kind: 'repeated' };
  const problems = [
    ...(note === null ? [] : limitProblems(recording.after, { notes: 1 }, bytesOf(note))),
    ...unfinishedPortProblems(recording.after, incident, { status, diagnosis: incident.diagnosis }),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  // A carrier that was silent and says something has it again.
  const isSame = status === incident.status && status !== 'with_carrier';
  const actsNext = isSame || status === 'resolved' ? incident.actor : actorByStatus[status];
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
