import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { moveNotAllowed } from '../port-request/submit.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { examplesMissing } from './call-examples.ts';
import { firstStepOf } from './diagnosis.ts';
import { findIncident } from './escalation.ts';
import type { Diagnosis, Incident, IncidentActor, IncidentStatus } from './incident.ts';
import { actorByStatus, type NextStand, recordStand, repeatsNote } from './incident-change.ts';
import { bytesOf, limitProblems, unfinishedPortProblems } from './incident-limits.ts';

/** What the desk changes of an incident; what is undefined stays, or follows from the rest. */
export type DeskChange = {
  readonly diagnosis?: Diagnosis | undefined;
  readonly actor?: IncidentActor | undefined;
  readonly status?: IncidentStatus | undefined;
  readonly note?: string | null | undefined;
};

const statusAfter = (
  incident: Incident,
  { status, diagnosis = incident.diagnosis }: DeskChange,
  request: PortRequest,
): IncidentStatus => {
  if (status !== undefined) return status;
  // Another diagnosis of a resolved incident is for the record; only `status` opens it again.
  if (diagnosis === incident.diagnosis || incident.status === 'resolved') return incident.status;
  const isProven = diagnosis === 'routing' && examplesMissing({ ...incident, diagnosis }, request) === 0;
  return isProven ? 'with_carrier' : firstStepOf[diagnosis].status;
};

/** Another diagnosis names who begins; else another status says who acts by itself. */
const actorAfter = (incident: Incident, status: IncidentStatus, diagnosis: Diagnosis): IncidentActor => {
  const firstStep = firstStepOf[diagnosis];
  if (status === 'resolved') return incident.actor;
  if (diagnosis !== incident.diagnosis && status === firstStep.status) return firstStep.actor;
  return status === incident.status ? incident.actor : actorByStatus[status];
};

const standAfter = (
  incident: Incident,
  change: DeskChange,
  actor: Actor,
  request: PortRequest,
): NextStand => {
  const diagnosis = change.diagnosis ?? incident.diagnosis;
  const status = statusAfter(incident, change, request);
  const note = change.note ?? null;
  return {
    status,
    diagnosis,
    actor: change.actor ?? actorAfter(incident, status, diagnosis),
    // The same call sent again says nothing new.
    note: note !== null && status === incident.status && repeatsNote(incident, note, actor) ? null : note,
    isReport: true,
  };
};

/** Only bad routing is proven by examples (F35): an incident that waited for them with another diagnosis would wait for ever. */
const needlessExamples = (
  incident: Incident,
  { status, diagnosis }: Pick<Incident, 'status' | 'diagnosis'>,
): readonly ProblemEntry[] => {
  const isChanged = status !== incident.status || diagnosis !== incident.diagnosis;
  return isChanged && status === 'needs_examples' && diagnosis !== 'routing'
    ? [{ code: 'incident.examples_prove_routing', pointer: '/status' }]
    : [];
};

/**
 * The desk's say on an incident (F37): another diagnosis begins with that one's first step, bad routing that has its examples
 * already goes to the carrier at once, `with_carrier` reports it there, `resolved` closes it, any other status opens it again. Of
 * what is not said, it follows from the rest who acts (assumption).
 */
export const changeIncident = (
  request: PortRequest,
  incidentId: string,
  change: DeskChange,
  facts: Facts,
  actor: Actor,
): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const incident = findIncident(recording.after, incidentId);
  if (incident === undefined) return { kind: 'unknown' };
  const next = standAfter(incident, change, actor, recording.after);
  // After an erasure no text is taken in: nothing would erase it again.
  if (next.note !== null && recording.after.erasedAt !== null) return moveNotAllowed(recording.after, facts);
  const problems = [
    ...(next.note === null ? [] : limitProblems(recording.after, { notes: 1 }, bytesOf(next.note))),
    ...unfinishedPortProblems(recording.after, incident, next),
    ...needlessExamples(incident, next),
  ];
  return problems.length > 0
    ? { kind: 'refused', problems }
    : decided(recordStand(recording, incident, next, facts, actor));
};

/** Closes an incident (F37), with what came of it. Of one that is closed, only another note is new. */
export const resolveIncident = (
  request: PortRequest,
  incidentId: string,
  note: string | null,
  facts: Facts,
  actor: Actor,
): Decision => changeIncident(request, incidentId, { status: 'resolved', note }, facts, actor);
