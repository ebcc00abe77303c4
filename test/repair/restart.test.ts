import { describe, expect, test } from 'vitest';
import { phaseOf, restartOf } from '../../functions/repair/restart.ts';
import { anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import { requestIn } from '../support/port-request-life.ts';

const broken = { run: 2, isRunning: false, hasEnded: false };
const running = { run: 2, isRunning: true, hasEnded: false };
const ended = { run: 2, isRunning: false, hasEnded: true };

describe('Which run is started', () => {
  test.each([
    ['submitted', 'send_to_operator'],
    ['awaiting_answer', 'await_answer'],
    ['approved', 'await_window'],
    ['ready_to_start', 'await_start'],
    ['in_progress', 'execute'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
  ] as const)('of a request that is %s the next one, which begins with %s', (status, phase) => {
    const expected = { kind: 'ready', attempt: 1, phase };
    expect(restartOf(requestIn(status), undefined, broken)).toEqual({ ...expected, run: 3 });
    expect(restartOf(requestIn(status), undefined, undefined)).toEqual({ ...expected, run: 1 });
    expect(restartOf(requestIn(status), 1, running)).toEqual({ kind: 'refused', why: 'run_is_running' });
  });

  test.each(['completed', 'rejected'] as const)('none of a request that is %s', (status) => {
    expect(restartOf(requestIn(status), undefined, broken)).toEqual({
      kind: 'refused',
      why: 'nothing_left_to_do',
    });
  });

  test('none where the carrier was told of the end', () => {
    expect(restartOf(requestIn('cancelled'), undefined, ended)).toMatchObject({ why: 'nothing_left_to_do' });
  });

  test('none of a draft, and none of an attempt that there is not', () => {
    expect(restartOf(requestIn('draft'), undefined, undefined)).toMatchObject({ why: 'never_submitted' });
    expect(restartOf(requestIn('approved'), 2, undefined)).toMatchObject({ why: 'no_such_attempt' });
  });

  test('that of an earlier attempt, where its own broke before the carrier heard of its end', () => {
    const attempts = [anAttempt({ outcome: 'replanned' }), anAttempt({ number: 2 })];
    expect(restartOf(aPortRequest({ attempts }), 1, broken)).toEqual({
      kind: 'ready',
      attempt: 1,
      run: 3,
      phase: 'replanned',
    });
  });

  test('none where the record contradicts itself', () => {
    const request = aPortRequest({ status: 'completed' });
    expect(phaseOf(request, anAttempt())).toBeUndefined();
    expect(restartOf(request, undefined, broken)).toMatchObject({ why: 'record_is_at_odds' });
  });
});
