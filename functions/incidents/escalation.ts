import { toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import { type Actor, theClock } from '../port-request/status.ts';
import { acceptedExamples, examplesMissing } from './call-examples.ts';
import { firstStepOf, isOfUnfinishedPort, saysUnreachable } from './diagnosis.ts';
import { type Incident, openIncidentsOf } from './incident.ts';
import { recordStand, withIncident } from './incident-change.ts';

/** The incident of a request; undefined where it has no such incident. */
export const findIncident = ({ incidents }: PortRequest, id: string): Incident | undefined =>
  incidents.find((incident) => incident.id === id);

/** Reports an incident to the carrier, which takes it to the losing operator (F36). */
export const escalate = (recording: Recording, id: string, facts: Facts, actor: Actor): Recording => {
  const incident = findIncident(recording.after, id);
  if (incident === undefined) return recording;
  const { diagnosis } = incident;
  const next = { status: 'with_carrier', diagnosis, actor: 'carrier', note: null, isReport: true } as const;
  return recordStand(recording, incident, next, facts, actor);
};

/** Whether an incident waits for examples and has enough of them: bad routing that goes to the carrier by itself (F35, F36). */
export const isProven = (incident: Incident, request: PortRequest): boolean =>
  incident.status === 'needs_examples' &&
  incident.diagnosis === 'routing' &&
  examplesMissing(incident, request) === 0;

/**
 * With the third good example bad routing goes to the carrier by itself (F35, F36). Here only what waits for examples goes: what
 * the carrier has is there already, and examples that complete the evidence of what the desk has are judged where they are added.
 */
export const escalateWhenProven = (recording: Recording, id: string, facts: Facts): Recording => {
  const incident = findIncident(recording.after, id);
  return incident !== undefined && isProven(incident, recording.after)
    ? escalate(recording, id, facts, theClock)
    : recording;
};

/** What was only a port that was not done yet, and who can still not be reached: the calls that count prove bad routing (F34, F35). */
const becomesRouting = (recording: Recording, incident: Incident, facts: Facts): Recording => {
  const routing = { diagnosis: 'routing', ...firstStepOf.routing } as const;
  return isProven({ ...incident, ...routing }, recording.after)
    ? recordStand(
        recording,
        incident,
        { diagnosis: 'routing', status: 'with_carrier', actor: 'carrier', note: null, isReport: true },
        facts,
        theClock,
      )
    : recordStand(recording, incident, { ...routing, note: null, isReport: false }, facts, theClock);
};

const resolve = (recording: Recording, { id }: Incident, facts: Facts): Recording =>
  record(recording, facts, {
    type: 'incident.resolved',
    actor: theClock,
    data: { incidentId: id, status: 'resolved', because: recording.after.status },
    request: withIncident(recording.after, id, {
      status: 'resolved',
      resolvedAt: toInstantText(facts.now),
    }),
  });

/**
 * Settles what was only a port that had not been done yet (F33): it has been done, or given up. Where calls did not arrive
 * although their number was done already, that is bad routing by now.
 */
export const settleUnfinishedPort = (recording: Recording, facts: Facts): Recording =>
  openIncidentsOf(recording.after.incidents)
    .filter(isOfUnfinishedPort)
    .reduce((soFar, incident) => {
      const isEvidence = saysUnreachable(incident) && acceptedExamples(incident).length > 0;
      return soFar.after.status === 'completed' && isEvidence
        ? becomesRouting(soFar, incident, facts)
        : resolve(soFar, incident, facts);
    }, recording);

/**
 * Resolves the overrun that the clock reported, of a start that was rolled back: it overruns no longer. What people reported
 * stays open, since the port is still not done (assumption).
 */
export const resolveOverrun = (recording: Recording, facts: Facts): Recording =>
  openIncidentsOf(recording.after.incidents)
    .filter(({ diagnosis, openedBy }) => diagnosis === 'port_overrun' && openedBy === 'clock')
    .reduce((soFar, incident) => resolve(soFar, incident, facts), recording);

/** Has the desk act on an incident that the carrier does not answer. It stays with the carrier. */
export const askTheDeskToChase = (recording: Recording, incidentId: string, facts: Facts): Recording => {
  const incident = findIncident(recording.after, incidentId);
  if (incident === undefined) return recording;
  const { status, diagnosis } = incident;
  const next = { status, diagnosis, actor: 'desk', note: null, isReport: false } as const;
  return recordStand(recording, incident, next, facts, theClock);
};
