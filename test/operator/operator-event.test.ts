import { describe, expect, test } from 'vitest';
import { operatorEvent, operatorEventTypes } from '../../functions/operator/operator-event.ts';

const envelope = { portRequestId: 'prt_1', attempt: 1, occurredAt: '2026-04-02T09:12:00Z' };

const samples: Readonly<Record<(typeof operatorEventTypes)[number], readonly unknown[]>> = {
  'request.acknowledged': [{ operatorReference: 'C-99' }],
  'answer.delayed': [
    { until: '2026-04-20' },
    { until: '2026-04-20', reason: 'Our archive is closed.\nMonday.' },
    { until: '2026-04-20', reason: null },
  ],
  'request.approved': [
    { date: '2026-04-14' },
    { date: null },
    {},
    { series: null },
    {
      date: null,
      series: [
        { start: '025805070', outcome: 'approved' },
        { start: '025805050', size: 10, outcome: 'approved', firstPossibleDate: '2026-04-17' },
      ],
    },
  ],
  'request.rejected': [
    { reasons: [{ code: 'account_number_mismatch' }] },
    {
      reasons: [
        { code: 'E17A', text: 'Client inconnu', numbers: ['025805070', { start: '025805050', size: 10 }] },
      ],
    },
    { reasons: [{ code: 'E17A', text: null, numbers: null }] },
    { series: [{ start: '025805070', size: 1, outcome: 'rejected', reasons: [{ code: 'E17A' }] }] },
    { reasons: [{ code: 'E17A' }], series: [{ start: '025805070', outcome: 'approved', reasons: null }] },
  ],
  'port.completed': [
    { completedAt: '2026-04-14T08:40:00Z' },
    { completedAt: '2026-04-14T08:40:00Z', numbers: ['025805070', '025805050-059'] },
  ],
  'port.failed': [{ reason: 'The switch did not answer' }],
  'incident.updated': [
    { incidentId: 'inc_1', status: 'resolved', note: 'Pointers set' },
    { incidentId: 'inc_1', status: 'with_operator', note: null },
    { incidentId: 'inc_1', status: 'open' },
  ],
  'return.completed': [{ completedAt: '2026-04-14T12:40:00Z' }],
  'return.refused': [{ reason: 'The line was given to somebody else' }],
};

describe('an operator’s event', () => {
  test.each(operatorEventTypes.flatMap((type) => samples[type].map((data) => ({ type, data }))))(
    '$type with $data is read',
    ({ type, data }) => {
      expect(operatorEvent.parse({ type, ...envelope, data })).toEqual({ type, ...envelope, data });
    },
  );

  test('of an approval may leave its data out', () => {
    expect(operatorEvent.parse({ type: 'request.approved', ...envelope })).toMatchObject({ data: {} });
  });

  test('takes an instant with any offset and keeps it in UTC and whole seconds', () => {
    const read = operatorEvent.parse({
      type: 'port.completed',
      ...envelope,
      occurredAt: '2026-04-14T10:40:00.123+02:00',
      data: { completedAt: '2026-04-14T10:40:59.999+02:00' },
    });
    expect(read).toMatchObject({
      occurredAt: '2026-04-14T08:40:00Z',
      data: { completedAt: '2026-04-14T08:40:59Z' },
    });
  });

  test.each([
    ['of a type that nobody sends', { type: 'request.forgotten', ...envelope, data: {} }],
    [
      'without its attempt',
      { type: 'request.approved', portRequestId: 'prt_1', occurredAt: envelope.occurredAt, data: {} },
    ],
    ['for attempt 0', { type: 'request.approved', ...envelope, attempt: 0, data: {} }],
    ['for half an attempt', { type: 'request.approved', ...envelope, attempt: 1.5, data: {} }],
    ['with a field that nobody knows', { type: 'request.approved', ...envelope, urgent: true, data: {} }],
    [
      'with a datum that nobody knows',
      { type: 'request.approved', ...envelope, data: { day: '2026-04-14' } },
    ],
    [
      'approving for a day that does not exist',
      { type: 'request.approved', ...envelope, data: { date: '2026-02-30' } },
    ],
    ['rejecting without a reason', { type: 'request.rejected', ...envelope, data: { reasons: [] } }],
    [
      'rejecting with neither reasons nor series',
      { type: 'request.rejected', ...envelope, data: { reasons: null } },
    ],
    ['answering for no series', { type: 'request.approved', ...envelope, data: { series: [] } }],
    [
      'answering for a series neither yes nor no',
      { type: 'request.approved', ...envelope, data: { series: [{ start: '025805070', outcome: 'maybe' }] } },
    ],
    ['delayed until no day', { type: 'answer.delayed', ...envelope, data: { until: 'soon' } }],
    ['failed without a reason', { type: 'port.failed', ...envelope, data: {} }],
    [
      'updating an incident to no status',
      { type: 'incident.updated', ...envelope, data: { incidentId: 'inc_1', status: 'lost' } },
    ],
    ['rejecting without reasons', { type: 'request.rejected', ...envelope, data: {} }],
    ['with an empty code', { type: 'request.rejected', ...envelope, data: { reasons: [{ code: ' ' }] } }],
    [
      'with a line break in its code',
      { type: 'request.rejected', ...envelope, data: { reasons: [{ code: 'a\nb' }] } },
    ],
    ['completed at no instant', { type: 'port.completed', ...envelope, data: { completedAt: '2026-04-14' } }],
    [
      'completed for no number',
      { type: 'port.completed', ...envelope, data: { completedAt: '2026-04-14T08:40:00Z', numbers: [] } },
    ],
    ['acknowledged without a reference', { type: 'request.acknowledged', ...envelope, data: {} }],
    ['that is no object', 'request.approved'],
  ])('%s is malformed', (_, event) => {
    expect(operatorEvent.safeParse(event).success).toBe(false);
  });
});
