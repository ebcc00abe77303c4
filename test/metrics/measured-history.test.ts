import { describe, expect, test } from 'vitest';
import type { MeasuredRequest } from '../../functions/metrics/measured-history.ts';
import { measurementsOf } from '../../functions/metrics/measured-history.ts';
import type { EntryData, EntryType, HistoryEntry } from '../../functions/port-request/history.ts';
import { entryTypes } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { start } from '../../functions/port-request/start.ts';
import { type ActorKind, actorKinds } from '../../functions/port-request/status.ts';
import { aContent, aHistoryEntry, anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import {
  answered,
  caughtUp,
  desk,
  events,
  factsAt,
  recordingOf,
  recordingsInto,
  requestIn,
} from '../support/port-request-life.ts';
import { faultOf, measurementText } from '../support/watched-metrics.ts';

const request = aPortRequest({ attempts: [anAttempt({ startedAt: '2026-04-14T08:00:00Z' })] });

const entryOf = (type: EntryType, data: EntryData = {}, kind: ActorKind = 'clock'): HistoryEntry =>
  aHistoryEntry({ type, data, actor: { kind, id: null }, occurredAt: '2026-04-14T09:00:00Z' });

const textsOf = (entry: HistoryEntry, of: MeasuredRequest = request): readonly string[] =>
  measurementsOf(entry, of).map(measurementText);

/** Every kind of entry, with what it says in numbers. */
const expected: Readonly<Record<EntryType, readonly [EntryData, readonly string[]]>> = {
  'port_request.created': [{}, []],
  'port_request.corrected': [{}, []],
  'port_request.submitted': [{}, ['RequestsSubmitted Operator=proximus 1']],
  'port_request.sent_to_operator': [{}, []],
  'port_request.acknowledged': [{}, []],
  'port_request.answer_delayed': [{ until: '2026-04-20' }, ['AnswersDelayed 1']],
  'port_request.answer_overdue': [{ workingDaysLate: 2 }, ['AnswersOverdueRecorded 1']],
  'port_request.approved': [
    { answerWorkingDays: 3 },
    ['AnswersApproved Operator=proximus 1', 'AnswerWorkingDays Operator=proximus 3'],
  ],
  'port_request.rejected': [
    {
      codes: ['number_not_in_service', 'account_number_mismatch', 'number_not_in_service'],
      answerWorkingDays: 0,
    },
    [
      'AnswersRejected Operator=proximus 1',
      'AnswerWorkingDays Operator=proximus 0',
      'RejectionReasons Reason=number_not_in_service 1',
      'RejectionReasons Reason=account_number_mismatch 1',
    ],
  ],
  'port_request.window_opened': [
    { dueAt: '2026-04-14T08:58:30Z' },
    ['WindowsOpened 1', 'WindowOpenedLateSeconds 90'],
  ],
  'port_request.reminded': [{}, []],
  'port_request.started': [{}, ['PortsStarted By=subscriber 1']],
  'port_request.partly_completed': [{}, []],
  'port_request.completed': [
    { completedAt: '2026-04-14T08:40:30Z' },
    ['PortsCompleted Installation=complex 1', 'InterruptionMinutes Installation=complex 40.5'],
  ],
  'port_request.interruption_warned': [{}, []],
  'port_request.interruption_overrun': [{}, ['InterruptionsOverrun Installation=complex 1']],
  'port_request.failed': [{}, ['PortsFailed 1']],
  'port_request.expired': [{}, ['WindowsExpired 1']],
  'port_request.replanned': [{}, []],
  'port_request.cancelled': [{}, ['RequestsCancelled 1']],
  'port_request.noted': [{}, []],
  'port_request.operator_event_refused': [{ code: 'request.refused' }, ['OperatorEventsRefused 1']],
  'port_request.compensation_due': [{ amount: 30 }, ['CompensationsDue 1']],
  'port_request.mail_bounced': [{ template: 'approved' }, ['MailsBounced 1']],
  'port_request.date_planned': [{}, []],
  'port_request.start_link_renewed': [{}, []],
  'port_request.return_requested': [{}, ['ReturnsRequested 1']],
  'port_request.return_completed': [{}, []],
  'port_request.return_refused': [{}, []],
  'incident.opened': [{ kind: 'tv_lost' }, ['IncidentsOpened Kind=tv_lost 1']],
  'incident.examples_added': [{}, []],
  'incident.escalated': [{}, []],
  'incident.updated': [{}, []],
  'incident.resolved': [{}, ['IncidentsResolved 1']],
};

describe('what a history entry says in numbers', () => {
  test.each(entryTypes)('%s', (type) => {
    const [data, texts] = expected[type];
    expect(textsOf(entryOf(type, data, 'subscriber'))).toEqual(texts);
  });

  test('is nothing that the catalogue does not know, whoever acted and whatever the operator is called', () => {
    const strange = ['+3225805050', 'acme', 'prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA', '', '__proto__', 'constructor'];
    const faults = strange.flatMap((name) => {
      const losingOperator = { name, accountNumber: null, easySwitchId: null };
      const of = { ...request, content: aContent({ losingOperator }) };
      return entryTypes.flatMap((type) =>
        actorKinds.flatMap((kind) => {
          const data = { ...expected[type][0], kind: name, codes: [name], dueAt: null };
          return measurementsOf(entryOf(type, data, kind), of).flatMap((each) => faultOf(each) ?? []);
        }),
      );
    });
    expect(faults).toEqual([]);
  });

  test('counts whoever can start a port', () => {
    expect(actorKinds.map((kind) => textsOf(entryOf('port_request.started', {}, kind)))).toEqual([
      ['PortsStarted By=reseller 1'],
      ['PortsStarted By=subscriber 1'],
      [],
      [],
      ['PortsStarted By=desk 1'],
      [],
    ]);
  });

  test('counts an operator that no catalogue knows, or that nobody named, as another one', () => {
    const named = (losingOperator: PortRequest['content']['losingOperator']) =>
      textsOf(entryOf('port_request.submitted'), { ...request, content: aContent({ losingOperator }) });
    expect(named(null)).toEqual(['RequestsSubmitted Operator=other 1']);
    expect(named({ name: 'Nobody Telecom', accountNumber: null, easySwitchId: null })).toEqual([
      'RequestsSubmitted Operator=other 1',
    ]);
  });

  test('measures nothing that an older entry does not say, and no time less than none', () => {
    expect(textsOf(entryOf('port_request.approved'))).toEqual(['AnswersApproved Operator=proximus 1']);
    expect(textsOf(entryOf('port_request.rejected'))).toEqual(['AnswersRejected Operator=proximus 1']);
    expect(textsOf(entryOf('port_request.window_opened'))).toEqual(['WindowsOpened 1']);
    expect(textsOf(entryOf('port_request.completed', { completedAt: '2026-04-14T07:59:00Z' }))).toEqual([
      'PortsCompleted Installation=complex 1',
      'InterruptionMinutes Installation=complex 0',
    ]);
  });

  test('has no interruption of a port that nobody started here', () => {
    const neverStarted = { ...request, attempts: [anAttempt()] };
    expect(
      textsOf(entryOf('port_request.completed', { completedAt: '2026-04-14T08:40:00Z' }), neverStarted),
    ).toEqual(['PortsCompleted Installation=complex 1']);
  });
});

/** The last entry of a type that led to a request, measured with a request that may have moved on. */
const measuredLast = (
  entries: readonly HistoryEntry[],
  type: EntryType,
  of: MeasuredRequest,
): readonly string[] => {
  const entry = entries.findLast((each) => each.type === type);
  if (entry === undefined) throw new Error(`No ${type}`);
  return textsOf(entry, of);
};

describe('what the entries of a port say', () => {
  const recordings = recordingsInto('completed');
  const entries = recordings.flatMap((recording) => recording.entries);
  const completed = requestIn('completed');

  test('is the same however far the port has gone since', () => {
    for (const { after, entries: written } of recordings)
      for (const entry of written) expect(textsOf(entry, after)).toEqual(textsOf(entry, completed));
    expect(entries.flatMap((entry) => textsOf(entry, completed))).toEqual([
      'RequestsSubmitted Operator=proximus 1',
      'AnswersApproved Operator=proximus 1',
      // From Monday to Thursday
      'AnswerWorkingDays Operator=proximus 3',
      'WindowsOpened 1',
      'WindowOpenedLateSeconds 0',
      'PortsStarted By=reseller 1',
      'PortsCompleted Installation=complex 1',
      'InterruptionMinutes Installation=complex 40',
    ]);
  });

  test('takes the start that led to the end for the beginning of the interruption, not one that was rolled back', () => {
    const failed = recordingOf(
      answered(requestIn('in_progress'), events.failed(requestIn('in_progress')), '2026-04-14T08:30:00Z'),
    ).after;
    const again = recordingOf(start(failed, factsAt('2026-04-14T09:00:00Z'), desk)).after;
    const done = recordingOf(
      answered(
        again,
        events.completed(again, { completedAt: '2026-04-14T09:10:00Z' }),
        '2026-04-14T09:11:00Z',
      ),
    );
    expect(measuredLast(done.entries, 'port_request.completed', done.after)).toContain(
      'InterruptionMinutes Installation=complex 10',
    );
  });

  test('is one answer, also where it is taken back later', () => {
    const approved = requestIn('approved');
    const takenBack = recordingOf(answered(approved, events.rejected(approved), '2026-04-03T09:12:00Z'));
    expect(measuredLast(takenBack.entries, 'port_request.rejected', takenBack.after)).toEqual([
      'AnswersRejected Operator=proximus 1',
      'RejectionReasons Reason=account_number_mismatch 1',
    ]);
  });

  test('counts no working day for an answer of the same day, and none for a holiday', () => {
    const answeredAt = (now: string) => {
      const awaiting = requestIn('awaiting_answer');
      const given = recordingOf(answered(awaiting, events.rejected(awaiting), now));
      return measuredLast(given.entries, 'port_request.rejected', given.after)[1];
    };
    expect(answeredAt('2026-03-30T12:00:00Z')).toBe('AnswerWorkingDays Operator=proximus 0');
    // Easter Monday lies between
    expect(answeredAt('2026-04-07T12:00:00Z')).toBe('AnswerWorkingDays Operator=proximus 5');
  });

  test('says how late a window opened, and that one approved in its hours is not late', () => {
    const late = recordingOf(caughtUp(requestIn('approved'), '2026-04-14T07:12:00Z'));
    expect(measuredLast(late.entries, 'port_request.window_opened', late.after)).toContain(
      'WindowOpenedLateSeconds 720',
    );
    const awaiting = requestIn('awaiting_answer');
    const inHours = recordingOf(
      answered(awaiting, events.approved(awaiting, '2026-04-14'), '2026-04-14T09:12:00Z'),
    );
    expect(measuredLast(inHours.entries, 'port_request.window_opened', inHours.after)).toContain(
      'WindowOpenedLateSeconds 0',
    );
  });
});
