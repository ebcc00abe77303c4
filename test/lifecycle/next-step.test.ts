import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { lifecycleDecisionOf, waitSecondsOf } from '../../functions/lifecycle/next-step.ts';
import { attemptOutcomes } from '../../functions/port-request/port-request.ts';
import { holdsNumbers, statuses } from '../../functions/port-request/status.ts';
import { anAttempt, aPortRequest } from '../support/port-request-builder.ts';

const startedAt = '2026-04-14T07:20:00Z';

describe('what the machine does next for an open attempt', () => {
  test.each([
    ['submitted', 'no start yet', 'send_to_operator'],
    ['awaiting_answer', 'no start yet', 'await_answer'],
    ['approved', 'no start yet', 'await_window'],
    ['ready_to_start', 'no start yet', 'await_start'],
    ['ready_to_start', startedAt, 'await_start'],
    ['in_progress', 'no start yet', 'execute'],
    ['in_progress', '', 'execute'],
    ['in_progress', '2026-04-14T07:10:00Z', 'execute'],
    ['in_progress', startedAt, 'await_completion'],
  ] as const)('in %s, having told of %j: %s', (status, toldOfStart, decision) => {
    const attempt = anAttempt({ startedAt: status === 'in_progress' ? startedAt : null });
    const request = aPortRequest({ status, attempts: [attempt] });
    expect(lifecycleDecisionOf(request, attempt, toldOfStart)).toBe(decision);
  });

  test.each(statuses.filter((status) => !holdsNumbers(status)))(
    'in %s is nothing: such an attempt cannot be open',
    (status) => {
      const attempt = anAttempt();
      expect(() => lifecycleDecisionOf(aPortRequest({ status }), attempt, '')).toThrow(
        /is open in a request/,
      );
    },
  );
});

describe('what the machine does next for a closed attempt', () => {
  test.each(attemptOutcomes.flatMap((outcome) => statuses.map((status) => ({ outcome, status }))))(
    'is its outcome, $outcome, whatever has become of the request ($status)',
    ({ outcome, status }) => {
      const attempt = anAttempt({ outcome, closedAt: '2026-04-02T09:12:00Z' });
      const request = aPortRequest({ status, attempts: [attempt, anAttempt({ number: 2 })] });
      expect(lifecycleDecisionOf(request, attempt, 'no start yet')).toBe(outcome);
    },
  );
});

describe('how long the machine waits', () => {
  const longest = 30 * 24 * 3600;
  const waitFor = (
    dueAt: string | null,
    decision: 'await_answer' | 'await_window' | 'await_start',
    now: string,
  ) =>
    waitSecondsOf(
      dueAt === null ? undefined : Temporal.Instant.from(dueAt),
      decision,
      Temporal.Instant.from(now),
      longest,
    );

  test.each([
    [
      'for an answer until it is overdue',
      '2026-04-15T07:00:00Z',
      'await_answer',
      '2026-04-15T06:00:00Z',
      3600,
    ],
    ['for an answer a second at least', '2026-04-15T07:00:00Z', 'await_answer', '2026-04-15T07:00:00Z', 1],
    [
      'for an answer a second at least, also when it is late',
      '2026-04-15T07:00:00Z',
      'await_answer',
      '2026-04-16T07:00:00Z',
      1,
    ],
    [
      'for the window until half an hour after the schedule',
      '2026-04-14T07:00:00Z',
      'await_window',
      '2026-04-14T06:00:00Z',
      5400,
    ],
    [
      'for the window half an hour from its opening',
      '2026-04-14T07:00:00Z',
      'await_window',
      '2026-04-14T07:00:00Z',
      1800,
    ],
    [
      'for the start until half an hour after what is due',
      '2026-04-21T07:00:00Z',
      'await_start',
      '2026-04-21T06:59:59Z',
      1801,
    ],
    [
      'no longer than the longest wait',
      '2026-07-14T07:00:00Z',
      'await_window',
      '2026-04-14T07:00:00Z',
      longest,
    ],
    ['the longest where nothing is due', null, 'await_start', '2026-04-14T07:00:00Z', longest],
  ] as const)('%s', (_, dueAt, decision, now, seconds) => {
    expect(waitFor(dueAt, decision, now)).toBe(seconds);
  });

  test('in whole seconds, never less than what is left', () => {
    const now = Temporal.Instant.from('2026-04-15T06:59:58.400Z');
    expect(waitSecondsOf(Temporal.Instant.from('2026-04-15T07:00:00Z'), 'await_answer', now, longest)).toBe(
      2,
    );
  });
});
