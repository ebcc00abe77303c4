import { describe, expect, test } from 'vitest';
import { operatorEvent, operatorEventTypes } from '../../functions/operator/operator-event.ts';

const envelope = { portRequestId: 'prt_1', attempt: 1, occurredAt: '2026-04-02T09:12:00Z' };

const samples: Readonly<Record<(typeof operatorEventTypes)[number], readonly unknown[]>> = {
  'request.acknowledged': [{ operatorReference: 'C-99' }],
  'request.approved': [{ date: '2026-04-14' }, { date: null }, {}],
  'request.rejected': [
    { reasons: [{ code: 'account_number_mismatch' }] },
    {
      reasons: [
        { code: 'E17A', text: 'Client inconnu', numbers: ['025805070', { start: '025805050', size: 10 }] },
      ],
    },
    { reasons: [{ code: 'E17A', text: null, numbers: null }] },
  ],
  'port.completed': [
    { completedAt: '2026-04-14T08:40:00Z' },
    { completedAt: '2026-04-14T08:40:00Z', numbers: ['025805070', '025805050-059'] },
  ],
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
