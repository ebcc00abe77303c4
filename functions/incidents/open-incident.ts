import { toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import { type Actor, theClock } from '../port-request/status.ts';
import { acceptedExamples, type GivenExample, withExamples } from './call-examples.ts';
import { diagnose, firstStepOf } from './diagnosis.ts';
import { escalate, isProven } from './escalation.ts';
import type { Diagnosis, Incident, IncidentKind } from './incident.ts';

type Report = {
  readonly kind: IncidentKind;
  readonly description: string;
  readonly examples: readonly GivenExample[];
  /** Undefined: read off the kind and the request. */
  readonly diagnosis?: Diagnosis;
};

const newIncident = (report: Report, request: PortRequest, facts: Facts, actor: Actor): Incident => {
  const diagnosis = report.diagnosis ?? diagnose(report.kind, request, facts.now);
  return {
    id: facts.newId('inc'),
    kind: report.kind,
    description: report.description,
    openedAt: toInstantText(facts.now),
    openedBy: actor.kind,
    ...firstStepOf[diagnosis],
    diagnosis,
    notes: [],
    examples: withExamples([], report.examples, request, facts.now),
    escalatedAt: null,
    resolvedAt: null,
  };
};

/**
 * Opens an incident (F37) with its diagnosis and whoever has to act. With three good examples bad routing goes to the
 * carrier at once (F35, F36).
 */
export const openIncident = (recording: Recording, report: Report, facts: Facts, actor: Actor): Recording => {
  const { after } = recording;
  const incident = newIncident(report, after, facts, actor);
  const isProvenAtOnce = isProven(incident, after);
  const opened = record(recording, facts, {
    type: 'incident.opened',
    actor,
    data: {
      incidentId: incident.id,
      kind: incident.kind,
      diagnosis: incident.diagnosis,
      // What its mail says: nobody is asked for examples that were given.
      status: isProvenAtOnce ? 'with_carrier' : incident.status,
      actsNext: isProvenAtOnce ? 'carrier' : incident.actor,
      examples: acceptedExamples(incident).length,
    },
    request: { ...after, incidents: [...after.incidents, incident] },
  });
  return isProvenAtOnce ? escalate(opened, incident.id, facts, theClock) : opened;
};

/** Past its two hours or 24 a port is an incident without anybody's report (F28, F29, F37). */
export const openOverrunIncident = (recording: Recording, facts: Facts): Recording =>
  openIncident(
    recording,
    { kind: 'unreachable', description: '', examples: [], diagnosis: 'port_overrun' },
    facts,
    theClock,
  );

/** A port that was rolled back: the desk finds out why (F37). The operator's words are the description. */
export const openFailureIncident = (
  recording: Recording,
  reason: string,
  facts: Facts,
  actor: Actor,
): Recording =>
  openIncident(
    recording,
    { kind: 'other', description: reason, examples: [], diagnosis: 'unknown' },
    facts,
    actor,
  );
