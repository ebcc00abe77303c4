import { describe, expect, test } from 'vitest';
import { openIncident } from '../../functions/incidents/open-incident.ts';
import { type Answer, allowedEventsOf, answer } from '../../functions/operator/answer.ts';
import type { OperatorEvent } from '../../functions/operator/operator-event.ts';
import { deadlinesOf } from '../../functions/port-request/deadlines.ts';
import { requestReturn } from '../../functions/port-request/emergency-return.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { startRecording } from '../../functions/port-request/recording.ts';
import { start } from '../../functions/port-request/start.ts';
import { statuses } from '../../functions/port-request/status.ts';
import {
  answered,
  carrier,
  caughtUp,
  desk,
  events,
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';

const answerAt = (request: PortRequest, event: OperatorEvent, now: string): Answer =>
  answer(request, event, factsAt(now), carrier);

const outcomeOf = (given: Answer): string => (given.kind === 'answered' ? given.outcome : given.kind);

const entriesOf = (given: Answer) =>
  given.kind === 'answered' && given.decision.kind === 'change' ? given.decision.recording.entries : [];

const leftBy = (given: Answer): PortRequest => {
  if (given.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(given)}`);
  return requestAfter(given.decision);
};

describe('an answer that will be late', () => {
  const now = '2026-04-09T09:00:00Z';
  const request = requestIn('awaiting_answer');
  const dueIn = (after: PortRequest, at = now) => {
    const { answerDue } = deadlinesOf(after, factsAt(at).now, factsAt(at).calendar);
    return (
      answerDue && { date: answerDue.date, overdue: answerDue.overdue, rule: answerDue.explanation.rule }
    );
  };

  // Due on Tuesday 14 April.
  test.each([
    ['moves the due date', '2026-04-16', 'applied', '2026-04-16', 'answer-delayed'],
    ['until a Saturday moves it to Monday', '2026-04-18', 'applied', '2026-04-20', 'answer-delayed'],
    ['until the present due date is only noted', '2026-04-14', 'recorded', '2026-04-14', 'operator-answer'],
    ['until an earlier day is only noted', '2026-04-10', 'recorded', '2026-04-14', 'operator-answer'],
  ] as const)('%s', (_, until, outcome, answerDueOn, rule) => {
    const given = answerAt(request, events.delayed(request, until), now);
    expect(outcomeOf(given)).toBe(outcome);
    expect(entriesOf(given)).toMatchObject([
      { type: 'port_request.answer_delayed', status: 'awaiting_answer', data: { until, answerDueOn } },
    ]);
    expect(dueIn(leftBy(given))).toEqual({ date: answerDueOn, overdue: false, rule });
  });

  test('never takes back a later day that was stated before', () => {
    const delayed = leftBy(answerAt(request, events.delayed(request, '2026-04-20'), now));
    const sooner = answerAt(delayed, events.delayed(delayed, '2026-04-16'), now);
    expect(outcomeOf(sooner)).toBe('recorded');
    expect(dueIn(leftBy(sooner))?.date).toBe('2026-04-20');
    expect(dueIn(leftBy(answerAt(delayed, events.delayed(delayed, '2026-04-22'), now)))?.date).toBe(
      '2026-04-22',
    );
  });

  test('until the same day again is recorded without an entry', () => {
    const delayed = leftBy(answerAt(request, events.delayed(request), now));
    expect(answerAt(delayed, events.delayed(delayed), now)).toEqual({
      kind: 'answered',
      outcome: 'recorded',
      decision: { kind: 'nothing_new', request: delayed },
    });
  });

  test('after it was overdue ends that, until the new day has passed too', () => {
    const overdue = requestAfter(caughtUp(request, '2026-04-15T07:00:00Z'));
    const delayed = leftBy(answerAt(overdue, events.delayed(overdue, '2026-04-17'), '2026-04-15T08:00:00Z'));
    expect(dueIn(delayed, '2026-04-15T08:00:00Z')).toMatchObject({ date: '2026-04-17', overdue: false });
    expect(delayed.dueAt).toBe('2026-04-20T07:00:00Z');
  });

  test('keeps the operator’s words as a note for the desk, out of the history', () => {
    const event: OperatorEvent = {
      ...events.delayed(request),
      data: { until: '2026-04-20', reason: 'Dupont is ill' },
    };
    const { enclosures, entries } = recordingOf(answered(request, event, now));
    expect(enclosures).toMatchObject([
      {
        kind: 'note',
        visibility: 'desk',
        text: 'Dupont is ill',
        by: carrier,
        sequence: entries[0]?.sequence,
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Dupont');
  });

  test('in submitted records first that the operator has the request', () => {
    const submitted = requestIn('submitted');
    const given = answerAt(submitted, events.delayed(submitted, '2026-04-01'), instantIn.submitted);
    expect(entriesOf(given).map(({ type }) => type)).toEqual([
      'port_request.sent_to_operator',
      'port_request.answer_delayed',
    ]);
    expect(outcomeOf(given)).toBe('applied');
  });
});

describe('a port that failed', () => {
  const now = '2026-04-14T08:30:00Z';
  const started = requestIn('in_progress');
  const failed = leftBy(answerAt(started, events.failed(started), now));

  test('is rolled back, its links are void, and an incident is open', () => {
    expect(failed).toMatchObject({
      status: 'ready_to_start',
      attempts: [{ outcome: null, startedAt: null, linkGeneration: 2 }],
      incidents: [{ status: 'open', diagnosis: 'unknown', description: 'The switch did not answer' }],
    });
  });

  test('after its window has expired', () => {
    const last = requestAfter(start(requestIn('ready_to_start'), factsAt('2026-04-27T12:59:00Z'), reseller));
    const given = answerAt(last, events.failed(last, '2026-04-27T13:20:00Z'), '2026-04-27T13:20:00Z');
    expect(entriesOf(given).map(({ type }) => type)).toEqual([
      'port_request.failed',
      'incident.opened',
      'port_request.expired',
    ]);
  });

  test('again, under another id, is recorded; also once it was started again', () => {
    expect(outcomeOf(answerAt(failed, events.failed(failed), now))).toBe('recorded');
    const again = requestAfter(start(failed, factsAt('2026-04-14T09:00:00Z'), reseller));
    expect(answerAt(again, events.failed(again), '2026-04-14T09:05:00Z')).toMatchObject({
      outcome: 'recorded',
      decision: { kind: 'nothing_new' },
    });
    const second = answerAt(again, events.failed(again, '2026-04-14T09:20:00Z'), '2026-04-14T09:20:00Z');
    expect(outcomeOf(second)).toBe('applied');
    expect(leftBy(second).attempts[0]?.failedStarts).toHaveLength(2);
  });

  test('and is reported as completed all the same contradicts that: the desk decides', () => {
    expect(answerAt(failed, events.completed(failed), now)).toMatchObject({
      kind: 'not_expected',
      status: 'ready_to_start',
      allowedEvents: ['request.rejected', 'incident.updated'],
    });
  });

  test('after some numbers were completed is not expected, and not offered', () => {
    const partly = leftBy(
      answerAt(started, events.completed(started, { numbers: ['025805070'] }), '2026-04-14T08:20:00Z'),
    );
    expect(answerAt(partly, events.failed(partly), now)).toEqual({
      kind: 'not_expected',
      status: 'in_progress',
      attempt: 1,
      allowedEvents: ['port.completed'],
    });
  });
});

describe('what an operator says of an incident', () => {
  const withIncident = (request: PortRequest, now: string): PortRequest =>
    openIncident(
      startRecording(request),
      { kind: 'partly_unreachable', description: '', examples: [] },
      factsAt(now),
      reseller,
    ).after;
  const now = instantIn.completed;
  const request = withIncident(requestIn('completed'), now);
  const incidentId = request.incidents[0]?.id ?? '';

  test('is taken, once', () => {
    const event = events.incidentUpdated(request, { incidentId, status: 'with_operator', note: 'Passed on' });
    const given = answerAt(request, event, now);
    expect(outcomeOf(given)).toBe('applied');
    expect(leftBy(given).incidents).toMatchObject([
      { status: 'with_operator', notes: [{ by: 'carrier', text: 'Passed on' }] },
    ]);
    expect(answerAt(leftBy(given), event, now)).toMatchObject({
      outcome: 'recorded',
      decision: { kind: 'nothing_new' },
    });
  });

  test('that it is resolved closes it', () => {
    const given = answerAt(request, events.incidentUpdated(request, { incidentId, status: 'resolved' }), now);
    expect(entriesOf(given).map(({ type }) => type)).toEqual(['incident.resolved']);
    expect(leftBy(given).status).toBe('completed');
  });

  test.each(statuses.filter((status) => status !== 'draft'))('is taken in %s', (status) => {
    const open = withIncident(requestIn(status), instantIn[status]);
    const event = events.incidentUpdated(open, {
      incidentId: open.incidents.at(-1)?.id ?? '',
      status: 'with_carrier',
    });
    expect(outcomeOf(answerAt(open, event, instantIn[status]))).toBe('applied');
    expect(allowedEventsOf(open)).toContain('incident.updated');
  });

  test('is taken for an attempt that is over', () => {
    const rejected = withIncident(requestIn('rejected'), instantIn.rejected);
    const event = events.incidentUpdated(rejected, {
      incidentId: rejected.incidents[0]?.id ?? '',
      status: 'resolved',
    });
    expect(outcomeOf(answerAt(rejected, event, instantIn.rejected))).toBe('applied');
    expect(answerAt(rejected, { ...event, attempt: 2 }, instantIn.rejected).kind).toBe('not_expected');
  });

  test('of an incident that is not of this request is refused at its id', () => {
    const refused = {
      kind: 'refused',
      problems: [{ code: 'incident.not_in_request', pointer: '/data/incidentId' }],
    };
    const event = events.incidentUpdated(request, { incidentId: 'inc_other', status: 'resolved' });
    expect(answerAt(request, event, now)).toEqual(refused);
    expect(answerAt(requestIn('completed'), event, now)).toEqual(refused);
  });
});

describe('the answer to an emergency return', () => {
  const now = '2026-04-14T10:05:00Z';
  const completed = requestIn('completed');
  const asked = requestAfter(
    requestReturn(completed, 'Nobody can call', factsAt('2026-04-14T09:00:00Z'), desk),
  );

  test('that the numbers are back is noted; the port stays completed', () => {
    const given = answerAt(asked, events.returned(asked), now);
    expect(outcomeOf(given)).toBe('applied');
    expect(entriesOf(given)).toMatchObject([
      {
        type: 'port_request.return_completed',
        status: 'completed',
        data: { completedAt: '2026-04-14T10:00:00Z' },
      },
    ]);
    expect(leftBy(given)).toMatchObject({ status: 'completed', emergencyReturn: { status: 'completed' } });
  });

  test('that they will not come is noted, with the reason for the desk alone', () => {
    const { after, entries, enclosures } = recordingOf(answered(asked, events.returnRefused(asked), now));
    expect(after.emergencyReturn?.status).toBe('refused');
    expect(entries).toMatchObject([{ type: 'port_request.return_refused', data: {} }]);
    expect(enclosures).toMatchObject([
      { kind: 'note', visibility: 'desk', text: 'The line was given to somebody else' },
    ]);
    expect(after.deskTasks.map(({ what }) => what)).toEqual(['return_refused']);
  });

  test('again is recorded, the opposite is not expected', () => {
    const back = leftBy(answerAt(asked, events.returned(asked), now));
    expect(answerAt(back, events.returned(back), now)).toMatchObject({
      outcome: 'recorded',
      decision: { kind: 'nothing_new' },
    });
    expect(answerAt(back, events.returnRefused(back), now).kind).toBe('not_expected');
  });

  test('is offered while a return is asked for, and only then', () => {
    expect(allowedEventsOf(asked)).toEqual(['return.completed', 'return.refused']);
    expect(answerAt(completed, events.returned(completed), now)).toMatchObject({
      kind: 'not_expected',
      allowedEvents: [],
    });
  });

  test.each(['2026-04-12T10:00:00Z', '2027-01-01T00:00:00Z'])(
    'at %s is refused as implausible',
    (completedAt) => {
      expect(answerAt(asked, { ...events.returned(asked), data: { completedAt } }, now)).toEqual({
        kind: 'refused',
        problems: [{ code: 'time.implausible', pointer: '/data/completedAt' }],
      });
    },
  );
});
