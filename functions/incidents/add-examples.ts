import { mayReportIncident } from '../port-request/allowed-actions.ts';
import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, type Recording, record, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { moveNotAllowed } from '../port-request/submit.ts';
import { acceptedExamples, examplesMissing, type GivenExample, withExamples } from './call-examples.ts';
import { diagnose, firstStepOf, isOfUnfinishedPort, saysUnreachable } from './diagnosis.ts';
import { escalate, escalateWhenProven, findIncident } from './escalation.ts';
import type { Diagnosis, Incident } from './incident.ts';
import { recordStand, withIncident } from './incident-change.ts';
import { bytesOf, limitProblems, unfinishedPortProblems } from './incident-limits.ts';

/**
 * What an incident is once somebody adds to it. "Not yet done" is looked at again, since the port may be done by now: then it is
 * bad routing (F34). What the desk has found stays.
 */
const diagnosisNow = (incident: Incident, request: PortRequest, facts: Facts): Diagnosis => {
  if (!isOfUnfinishedPort(incident) || !saysUnreachable(incident)) return incident.diagnosis;
  const found = diagnose(incident.kind, request, facts.now);
  return found === 'routing' || incident.status === 'resolved' ? found : incident.diagnosis;
};

/** Whether the evidence became complete with these examples, while the desk had the incident. */
const wasCompleted = (before: Incident, after: Incident, request: PortRequest): boolean =>
  after.status === 'open' &&
  after.diagnosis === 'routing' &&
  examplesMissing({ ...before, diagnosis: 'routing' }, request) > 0 &&
  examplesMissing(after, request) === 0;

const added = (
  recording: Recording,
  incident: Incident,
  given: readonly GivenExample[],
  facts: Facts,
  actor: Actor,
): Recording => {
  const { after } = recording;
  const examples = withExamples(incident.examples, given, after, facts.now);
  const diagnosis = diagnosisNow(incident, after, facts);
  // Whoever adds to a resolved incident says that it is not.
  const reopened = incident.status === 'resolved' ? { ...firstStepOf[diagnosis], diagnosis } : {};
  // Whoever else asked for examples has them: the desk sees what they show. Bad routing is judged by their number.
  const isAnswer =
    incident.status === 'needs_examples' &&
    diagnosis !== 'routing' &&
    acceptedExamples({ examples }).length > acceptedExamples(incident).length;
  const listed: Incident = {
    ...incident,
    examples,
    ...reopened,
    ...(isAnswer ? ({ status: 'open', actor: 'desk' } as const) : {}),
    resolvedAt: null,
  };
  const recorded = record(recording, facts, {
    type: 'incident.examples_added',
    actor,
    data: {
      incidentId: incident.id,
      status: listed.status,
      added: given.length,
      accepted: acceptedExamples(listed).length - acceptedExamples(incident).length,
      examplesMissing: examplesMissing(listed, after),
      reopened: incident.status === 'resolved',
    },
    request: withIncident(after, incident.id, listed),
  });
  if (listed.diagnosis === diagnosis) return recorded;
  return recordStand(
    recorded,
    listed,
    { ...firstStepOf[diagnosis], diagnosis, note: null, isReport: false },
    facts,
    actor,
  );
};

/** An incident that waits for examples goes to the carrier as soon as there are enough, however often it had been there. */
const judgeEvidence = (recording: Recording, before: Incident, facts: Facts, actor: Actor): Recording => {
  const incident = findIncident(recording.after, before.id);
  if (incident === undefined) return recording;
  const isNews = acceptedExamples(incident).length > acceptedExamples(before).length;
  if (wasCompleted(before, incident, recording.after)) return escalate(recording, before.id, facts, actor);
  const isJudgedAnew = before.status === 'resolved' || before.diagnosis !== incident.diagnosis;
  return isNews || isJudgedAnew ? escalateWhenProven(recording, before.id, facts) : recording;
};

/**
 * Adds call examples to an incident (F35), each judged by itself. A resolved incident is open again by it. With the third good
 * example bad routing goes to the carrier by itself, once; more of them are only listed.
 */
export const addExamples = (
  request: PortRequest,
  incidentId: string,
  given: readonly GivenExample[],
  facts: Facts,
  actor: Actor,
): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  if (!mayReportIncident(after)) return moveNotAllowed(after, facts);
  const incident = findIncident(after, incidentId);
  if (incident === undefined) return { kind: 'unknown' };
  const problems = [
    ...limitProblems(after, { examples: given.length }, bytesOf(given)),
    ...unfinishedPortProblems(after, incident, {
      diagnosis: diagnosisNow(incident, after, facts),
      status: incident.status === 'resolved' ? 'open' : incident.status,
    }),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  return decided(judgeEvidence(added(recording, incident, given, facts, actor), incident, facts, actor));
};
