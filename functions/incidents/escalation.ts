import { toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import { type Actor, theClock } from '../port-request/status.ts';
import { acceptedExamples, examplesMissing } from './call-examples.ts';
import { isOfUnfinishedPort } from './diagnosis.ts';
import { type Incident, openIncidentsOf } from './incident.ts';

/** The incident of a request; undefined where it has no such incident. */
export const findIncident = ({ incidents }: PortRequest, id: string): Incident | undefined =>
  incidents.find((incident) => incident.id === id);

/** A request with one of its incidents changed. */
export const withIncident = (request: PortRequest, id: string, change: Partial<Incident>): PortRequest => ({
  ...request,
  incidents: request.incidents.map((incident) =>
    incident.id === id ? { ...incident, ...change } : incident,
  ),
});

/** Reports an incident to the carrier, which takes it to the losing operator (F36). */
export const escalate = (recording: Recording, id: string, facts: Facts, actor: Actor): Recording => {
  const incident = findIncident(recording.after, id);
  if (incident === undefined) return recording;
  return record(recording, facts, {
    type: 'incident.escalated',
    actor,
    data: {
      incidentId: id,
      status: 'with_carrier',
      diagnosis: incident.diagnosis,
      examples: acceptedExamples(incident).length,
    },
    request: withIncident(recording.after, id, {
      status: 'with_carrier',
      actor: 'carrier',
      escalatedAt: toInstantText(facts.now),
      resolvedAt: null,
    }),
  });
};

/**
 * With the third good example bad routing goes to the carrier by itself (F35, F36). Only what waits for examples goes: with the
 * carrier it is there already, and with the desk somebody decides.
 */
export const escalateWhenProven = (recording: Recording, id: string, facts: Facts): Recording => {
  const incident = findIncident(recording.after, id);
  const isProven =
    incident !== undefined &&
    incident.status === 'needs_examples' &&
    incident.diagnosis === 'routing' &&
    examplesMissing(incident, recording.after) === 0;
  return isProven ? escalate(recording, id, facts, theClock) : recording;
};

/** Resolves what was only a port that had not been done yet (F33): it has been done, or given up. */
export const resolveUnfinishedPort = (recording: Recording, facts: Facts): Recording =>
  openIncidentsOf(recording.after.incidents)
    .filter(isOfUnfinishedPort)
    .reduce(
      (soFar, { id }) =>
        record(soFar, facts, {
          type: 'incident.resolved',
          actor: theClock,
          data: { incidentId: id, status: 'resolved', because: soFar.after.status },
          request: withIncident(soFar.after, id, {
            status: 'resolved',
            resolvedAt: toInstantText(facts.now),
          }),
        }),
      recording,
    );
