import { updateIncident } from '../incidents/update-incident.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Recording, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { applied, type EventOutcome, recorded } from './event-outcome.ts';
import type { DataOf } from './operator-event.ts';

/** The carrier, or the losing operator through it, says where an incident stands (F36). */
export const updateOfIncident = (
  recording: Recording,
  { incidentId, status, note }: DataOf<'incident.updated'>,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const updated = updateIncident(recording, incidentId, { status, note: note ?? null }, facts, actor);
  switch (updated.kind) {
    case 'updated':
      return applied(updated.recording);
    case 'repeated':
      return recorded(startRecording(recording.before ?? recording.after));
    case 'unknown':
      return {
        kind: 'refused',
        problems: [{ code: 'incident.not_in_request', pointer: '/data/incidentId' }],
      };
    case 'refused':
      return {
        kind: 'refused',
        problems: updated.problems.map((problem) => ({ ...problem, pointer: `/data${problem.pointer}` })),
      };
  }
};
