import { Temporal } from 'temporal-polyfill';
import { completionDueAt } from '../port-request/deadlines.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { Diagnosis, Incident, IncidentActor, IncidentKind, IncidentStatus } from './incident.ts';

/** Whether a started port has taken longer than it may (F28, F29). */
const isOverrun = (request: PortRequest, now: Temporal.Instant): boolean => {
  const attempt = currentAttempt(request);
  const due = attempt && completionDueAt(request, attempt);
  return request.status === 'in_progress' && due !== undefined && Temporal.Instant.compare(now, due) >= 0;
};

/**
 * What an incident most likely is. Internet or TV gone: a number it was linked to has moved (F31). Unreachable: option 1, the
 * port has not been carried out yet (F33), or has overrun; option 2, once it has, bad routing (F34). The rest is for the desk.
 */
export const diagnose = (kind: IncidentKind, request: PortRequest, now: Temporal.Instant): Diagnosis => {
  switch (kind) {
    case 'internet_lost':
    case 'tv_lost':
      return 'linked_service';
    case 'unreachable':
    case 'partly_unreachable':
      // Given back, the numbers are not at Fonzer any more: the desk finds out where calls should go.
      if (request.emergencyReturn?.status === 'completed') return 'unknown';
      if (request.status === 'completed') return 'routing';
      return isOverrun(request, now) ? 'port_overrun' : 'port_not_executed';
    case 'other':
      return 'unknown';
  }
};

/** Who has to act on a diagnosis at first, and where the incident stands by it. */
export const firstStepOf: Readonly<
  Record<Diagnosis, { readonly actor: IncidentActor; readonly status: Exclude<IncidentStatus, 'resolved'> }>
> = {
  // Only the losing provider can solve it, for its customer (F31).
  linked_service: { actor: 'losing_operator', status: 'with_operator' },
  port_not_executed: { actor: 'reseller', status: 'open' },
  port_overrun: { actor: 'desk', status: 'open' },
  // Three examples first (F35); then it goes to the carrier by itself (F36).
  routing: { actor: 'reseller', status: 'needs_examples' },
  unknown: { actor: 'desk', status: 'open' },
};

/** Whether somebody says that the customer cannot be reached, from everywhere or from some operators (F33). */
export const saysUnreachable = ({ kind }: Pick<Incident, 'kind'>): boolean =>
  kind === 'unreachable' || kind === 'partly_unreachable';

/** Whether an incident only said that the port has not been done yet, or not in time (F33). */
export const isOfUnfinishedPort = ({ diagnosis }: Pick<Incident, 'diagnosis'>): boolean =>
  diagnosis === 'port_not_executed' || diagnosis === 'port_overrun';

/**
 * Whether nobody reaches the customer although the port is done: then the desk looks at Fonzer's and COLT's side as well
 * (assumption).
 */
export const isReachedByNobody = ({ status, kind, diagnosis }: Incident): boolean =>
  status !== 'resolved' && kind === 'unreachable' && diagnosis === 'routing';
