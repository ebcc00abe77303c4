import type { GivenExample } from '../../functions/incidents/call-examples.ts';
import { findIncident } from '../../functions/incidents/escalation.ts';
import type { Incident } from '../../functions/incidents/incident.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type { Decision } from '../../functions/port-request/recording.ts';
import { factsAt, recordingOf, requestAfter, requestIn, reseller } from '../support/port-request-life.ts';

/** Some hours after the port of `requestIn('completed')`, which was done at 08:40Z. */
export const afternoon = '2026-04-14T14:00:00Z';

/** A call that counts; another index is another caller. */
export const goodExample = (index: number, overrides: Partial<GivenExample> = {}): GivenExample => ({
  callingNumber: `+324751234${String(index).padStart(2, '0')}`,
  callingOperator: 'Orange',
  calledNumber: '025805051',
  calledAt: '2026-04-14T12:05:00+02:00',
  heard: 'silence',
  note: null,
  ...overrides,
});

/** The first good examples, each from another caller. */
export const goodExamples = (count: number, from = 0): readonly GivenExample[] =>
  Array.from({ length: count }, (_, index) => goodExample(from + index));

/** What a decision recorded, by type without the common beginning. */
export const recordedBy = (decision: Decision): readonly string[] =>
  decision.kind === 'nothing_new' ? [] : recordingOf(decision).entries.map(({ type }) => type);

/** The newest incident of a request, which has to have one. */
export const newestIncident = (request: PortRequest): Incident => {
  const incident = request.incidents.at(-1);
  if (incident === undefined) throw new Error('No incident was opened');
  return incident;
};

/** An incident as it is in a request, which has to have it. */
export const incidentIn = (request: PortRequest, { id }: Incident): Incident => {
  const incident = findIncident(request, id);
  if (incident === undefined) throw new Error(`No incident ${id}`);
  return incident;
};

/** A completed request with an incident of nobody being reached by some operators, and the examples given with it. */
export const withRoutingIncident = (
  examples: readonly GivenExample[] = [],
): { readonly request: PortRequest; readonly incident: Incident } => {
  const request = requestAfter(
    reportIncident(
      requestIn('completed'),
      { kind: 'partly_unreachable', description: 'Orange cannot call us', examples },
      factsAt(afternoon),
      reseller,
    ),
  );
  return { request, incident: newestIncident(request) };
};
