import { laterOf, toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { acceptedExamples } from './call-examples.ts';
import type { Incident, IncidentActor, IncidentStatus } from './incident.ts';

/** A request with one of its incidents changed. */
export const withIncident = (request: PortRequest, id: string, change: Partial<Incident>): PortRequest => ({
  ...request,
  incidents: request.incidents.map((incident) =>
    incident.id === id ? { ...incident, ...change } : incident,
  ),
});

/** Where an incident shall stand, and what its history shall say of it. */
export type NextStand = Pick<Incident, 'status' | 'diagnosis' | 'actor'> & {
  readonly note: string | null;
  /** Whether `with_carrier` means that the carrier has to be told; not where it says so itself. */
  readonly isReport: boolean;
};

/** Who has to act by a status alone; a resolved incident waits for nobody. */
export const actorByStatus: Readonly<Record<Exclude<IncidentStatus, 'resolved'>, IncidentActor>> = {
  open: 'desk',
  needs_examples: 'reseller',
  with_operator: 'losing_operator',
  with_carrier: 'carrier',
};

/** Whether a note was the last thing that this kind of actor wrote: the same message sent again. */
export const repeatsNote = ({ notes }: Incident, text: string, { kind }: Actor): boolean => {
  const newest = notes.at(-1);
  return newest?.text === text && newest.by === kind;
};

const entryTypeOf = (incident: Incident, { status, isReport }: NextStand) => {
  if (status === incident.status) return 'incident.updated';
  if (status === 'resolved') return 'incident.resolved';
  return status === 'with_carrier' && isReport ? 'incident.escalated' : 'incident.updated';
};

/**
 * Records what somebody made of an incident, as one entry: `incident.resolved`, `incident.escalated` or `incident.updated`. The
 * note is kept in the incident and never in the history. A stand that changes nothing and has no note records nothing.
 */
export const recordStand = (
  recording: Recording,
  incident: Incident,
  next: NextStand,
  facts: Facts,
  actor: Actor,
): Recording => {
  const { status, diagnosis, note } = next;
  const isSame =
    status === incident.status && diagnosis === incident.diagnosis && next.actor === incident.actor;
  if (isSame && note === null) return recording;
  // That of the entry: neither goes back in time.
  const at = laterOf(toInstantText(facts.now), recording.after.updatedAt);
  const type = entryTypeOf(incident, next);
  // Given back to the carrier, which had it and was silent: it has been told again.
  const isToldAgain =
    next.isReport && status === 'with_carrier' && next.actor === 'carrier' && incident.actor !== 'carrier';
  return record(recording, facts, {
    type,
    actor,
    data: {
      incidentId: incident.id,
      status,
      diagnosis,
      actsNext: status === 'resolved' ? null : next.actor,
      examples: acceptedExamples(incident).length,
      // Its position, by which it is found: two may be written in one second.
      note: note === null ? null : incident.notes.length,
    },
    request: withIncident(recording.after, incident.id, {
      status,
      diagnosis,
      actor: next.actor,
      notes: note === null ? incident.notes : [...incident.notes, { at, by: actor.kind, text: note }],
      escalatedAt: type === 'incident.escalated' || isToldAgain ? at : incident.escalatedAt,
      resolvedAt: status === 'resolved' ? (incident.resolvedAt ?? at) : null,
    }),
  });
};
