import { Temporal } from 'temporal-polyfill';
import { type ClosedDays, noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { accept } from '../../functions/operator/acceptance.ts';
import { answer } from '../../functions/operator/answer.ts';
import type { OperatorEvent } from '../../functions/operator/operator-event.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { catchUp } from '../../functions/port-request/catch-up.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { create } from '../../functions/port-request/create.ts';
import { edit } from '../../functions/port-request/edit.ts';
import type { Facts } from '../../functions/port-request/facts.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import {
  type Decision,
  decided,
  type Recording,
  startRecording,
} from '../../functions/port-request/recording.ts';
import { renewStartLink } from '../../functions/port-request/renew-start-link.ts';
import { start } from '../../functions/port-request/start.ts';
import type { Actor, Status } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { aContent } from './port-request-builder.ts';

export const reseller: Actor = { kind: 'reseller', id: 'user-7' };
export const subscriber: Actor = { kind: 'subscriber', id: null };
export const carrier: Actor = { kind: 'carrier', id: 'colt' };
export const desk: Actor = { kind: 'desk', id: 'desk-1' };

let ids = 0;

/** What a decision may know at an instant; ids sort in the order in which they were made. */
export const factsAt = (now: string, closedDays: ClosedDays = noClosedDays): Facts => ({
  now: Temporal.Instant.from(now),
  calendar: workingCalendar(closedDays),
  newId: (prefix) => {
    ids += 1;
    return `${prefix}_${String(ids).padStart(26, '0')}`;
  },
});

/** The recording of a decision that changes something; throws for any other, with what was decided. */
export const recordingOf = (decision: Decision): Recording => {
  if (decision.kind !== 'change') throw new Error(`Not a change: ${JSON.stringify(decision)}`);
  return decision.recording;
};

/** The request as a decision leaves it; throws for a refusal. */
export const requestAfter = (decision: Decision): PortRequest =>
  decision.kind === 'nothing_new' ? decision.request : recordingOf(decision).after;

type EventOf<Type extends OperatorEvent['type']> = Extract<OperatorEvent, { type: Type }>;

const envelopeOf = ({ id, attempts }: PortRequest) => ({
  portRequestId: id,
  attempt: Math.max(1, attempts.length),
  occurredAt: '2026-04-02T09:12:00Z',
});

/** Operator's events about a request's newest attempt. */
export const events = {
  acknowledged: (request: PortRequest, operatorReference = 'C-99'): EventOf<'request.acknowledged'> => ({
    ...envelopeOf(request),
    type: 'request.acknowledged',
    data: { operatorReference },
  }),
  approved: (request: PortRequest, date: string | null = null): EventOf<'request.approved'> => ({
    ...envelopeOf(request),
    type: 'request.approved',
    data: { date },
  }),
  rejected: (
    request: PortRequest,
    reasons: EventOf<'request.rejected'>['data']['reasons'] = [{ code: 'account_number_mismatch' }],
  ): EventOf<'request.rejected'> => ({
    ...envelopeOf(request),
    type: 'request.rejected',
    data: { reasons },
  }),
  completed: (
    request: PortRequest,
    data: Partial<EventOf<'port.completed'>['data']> = {},
  ): EventOf<'port.completed'> => ({
    ...envelopeOf(request),
    type: 'port.completed',
    data: { completedAt: '2026-04-14T08:40:00Z', ...data },
  }),
  delayed: (request: PortRequest, until = '2026-04-20'): EventOf<'answer.delayed'> => ({
    ...envelopeOf(request),
    type: 'answer.delayed',
    data: { until },
  }),
  failed: (request: PortRequest, occurredAt = '2026-04-14T08:30:00Z'): EventOf<'port.failed'> => ({
    ...envelopeOf(request),
    occurredAt,
    type: 'port.failed',
    data: { reason: 'The switch did not answer' },
  }),
  incidentUpdated: (
    request: PortRequest,
    data: EventOf<'incident.updated'>['data'],
  ): EventOf<'incident.updated'> => ({ ...envelopeOf(request), type: 'incident.updated', data }),
  returned: (request: PortRequest): EventOf<'return.completed'> => ({
    ...envelopeOf(request),
    type: 'return.completed',
    data: { completedAt: '2026-04-14T10:00:00Z' },
  }),
  returnRefused: (request: PortRequest): EventOf<'return.refused'> => ({
    ...envelopeOf(request),
    type: 'return.refused',
    data: { reason: 'The line was given to somebody else' },
  }),
};

/** What an operator's event decides; throws for one that is refused or does not fit. */
export const answered = (request: PortRequest, event: OperatorEvent, now: string, by = carrier): Decision => {
  const given = answer(request, event, factsAt(now), by);
  if (given.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(given)}`);
  return given.decision;
};

/** The carrier takes a submitted request over. */
export const accepted = (request: PortRequest, now: string): Decision =>
  decided(accept(startRecording(request), factsAt(now), carrier));

/** Whatever the clock should have done by an instant. */
export const caughtUp = (
  request: PortRequest,
  now: string,
  closedDays: ClosedDays = noClosedDays,
): Decision => decided(catchUp(startRecording(request), factsAt(now, closedDays)));

/** A request of a reseller, created on Monday 30 March 2026 at 10:00 in Brussels. */
export const created = ({
  content = aContent(),
  tenant = 'acme',
  submit: isSubmitted = true,
  now = '2026-03-30T08:00:00Z',
}: {
  readonly content?: Content;
  readonly tenant?: string;
  readonly submit?: boolean;
  readonly now?: string;
} = {}): Decision =>
  create({ tenant, carrier: 'colt', content, submit: isSubmitted, actor: reseller }, factsAt(now));

/**
 * How a request comes into each status, one decision per line, from the ones before it: the bakery's request with its
 * answer due on Tuesday 14 April 2026, approved for that day, its window open until Monday 27 April.
 */
const steps: Readonly<Record<Status, (content: Content) => readonly ((request: PortRequest) => Decision)[]>> =
  {
    draft: () => [],
    submitted: () => [(request) => submit(request, factsAt('2026-03-30T08:00:00Z'), reseller)],
    awaiting_answer: (content) => [
      ...steps.submitted(content),
      (request) => accepted(request, '2026-03-30T08:00:05Z'),
    ],
    rejected: (content) => [
      ...steps.awaiting_answer(content),
      (request) => answered(request, events.rejected(request), '2026-04-02T09:12:00Z'),
    ],
    approved: (content) => [
      ...steps.awaiting_answer(content),
      (request) => answered(request, events.approved(request, '2026-04-14'), '2026-04-02T09:12:00Z'),
    ],
    ready_to_start: (content) => [
      ...steps.approved(content),
      (request) => caughtUp(request, '2026-04-14T07:00:00Z'),
    ],
    in_progress: (content) => [
      ...steps.ready_to_start(content),
      (request) => start(request, factsAt('2026-04-14T08:00:00Z'), reseller),
    ],
    completed: (content) => [
      ...steps.in_progress(content),
      (request) => answered(request, events.completed(request), '2026-04-14T08:41:00Z'),
    ],
    expired: (content) => [
      ...steps.ready_to_start(content),
      (request) => caughtUp(request, '2026-04-27T13:00:00Z'),
    ],
    cancelled: (content) => [
      ...steps.submitted(content),
      (request) => cancel(request, null, factsAt('2026-03-30T08:00:01Z'), reseller),
    ],
  };

/** Every recording of a request's way into a status, oldest first: what a store has to be given to hold it. */
export const recordingsInto = (
  status: Status,
  content: Content = aContent(),
  tenant = 'acme',
): readonly Recording[] => {
  const first = recordingOf(created({ content, tenant, submit: false }));
  const recordings = [first];
  let request = first.after;
  for (const step of steps[status](content)) {
    const recording = recordingOf(step(request));
    recordings.push(recording);
    request = recording.after;
  }
  return recordings;
};

/** A request in this status, by the decisions that lead there. */
export const requestIn = (status: Status, content: Content = aContent()): PortRequest =>
  recordingsInto(status, content).at(-1)?.after ?? requestAfter(created({ content, submit: false }));

/** An instant at which a request of `requestIn` stands in this status, with nothing due: a minute after it came there. */
export const instantIn: Readonly<Record<Status, string>> = {
  draft: '2026-03-30T08:01:00Z',
  submitted: '2026-03-30T08:01:00Z',
  awaiting_answer: '2026-03-30T08:01:05Z',
  rejected: '2026-04-02T09:13:00Z',
  approved: '2026-04-02T09:13:00Z',
  ready_to_start: '2026-04-14T07:01:00Z',
  in_progress: '2026-04-14T08:01:00Z',
  completed: '2026-04-14T08:42:00Z',
  expired: '2026-04-27T13:01:00Z',
  cancelled: '2026-03-30T08:01:01Z',
};

/** Every command that a reseller or the desk gives, by the name of what it does. */
export const commands = {
  submit: (request: PortRequest, now: string): Decision => submit(request, factsAt(now), reseller),
  edit: (request: PortRequest, now: string): Decision =>
    edit(request, { ...request.content, noteToOperator: 'Corrected.' }, factsAt(now), reseller),
  cancel: (request: PortRequest, now: string): Decision => cancel(request, null, factsAt(now), reseller),
  start: (request: PortRequest, now: string): Decision => start(request, factsAt(now), reseller),
  renewStartLink: (request: PortRequest, now: string): Decision =>
    renewStartLink(request, factsAt(now), reseller),
} as const;
