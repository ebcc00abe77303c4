import { describe, expect, test } from 'vitest';
import { requestReturn } from '../../functions/port-request/emergency-return.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { statuses } from '../../functions/port-request/status.ts';
import { desk, factsAt, instantIn, recordingOf, requestIn } from '../support/port-request-life.ts';

// Completed on Tuesday 14 April 2026 at 10:40 in Brussels.
const ask = (request: PortRequest, now = instantIn[request.status]) =>
  requestReturn(request, 'The shop cannot be reached.', factsAt(now), desk);

describe('asking the numbers of a port back', () => {
  test.each(statuses.filter((status) => status !== 'completed'))('is not possible in %s', (status) => {
    expect(ask(requestIn(status))).toMatchObject({ kind: 'move_not_allowed', status });
  });

  test('is recorded with its reason beside the history, and changes no status', () => {
    const { after, entries } = recordingOf(ask(requestIn('completed')));
    expect(after).toMatchObject({
      status: 'completed',
      emergencyReturn: {
        requestedAt: '2026-04-14T08:42:00Z',
        reason: 'The shop cannot be reached.',
        status: 'requested',
      },
    });
    expect(entries).toMatchObject([
      {
        type: 'port_request.return_requested',
        actor: desk,
        data: { completedAt: '2026-04-14T08:40:00Z' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('shop');
  });

  test.each([
    ['24 hours after the completion', '2026-04-15T08:40:00Z', 'change'],
    ['a second later', '2026-04-15T08:40:01Z', 'move_not_allowed'],
  ])('%s', (_, now, kind) => {
    expect(ask(requestIn('completed'), now).kind).toBe(kind);
  });

  test.each(['requested', 'completed', 'refused'] as const)(
    'is not possible again once it was %s',
    (status) => {
      const request = {
        ...requestIn('completed'),
        emergencyReturn: { requestedAt: '2026-04-14T08:42:00Z', reason: 'No.', status },
      };
      expect(ask(request)).toMatchObject({ kind: 'move_not_allowed', status: 'completed' });
    },
  );

  test('comes after what the clock has to do first', () => {
    const { entries } = recordingOf(ask(requestIn('completed'), '2026-04-15T07:00:00Z'));
    expect(entries.map(({ type }) => type)).toEqual([
      'port_request.reminded',
      'port_request.return_requested',
    ]);
  });
});
