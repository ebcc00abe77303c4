import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { InstantText } from '../../functions/calendar/clock.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { statuses } from '../../functions/port-request/status.ts';
import { caughtUp, instantIn, requestIn } from '../support/port-request-life.ts';

/** What has to stay of a request for good: which numbers moved, or were to move, and when. */
const lasting = ({ content, attempts, completedNumbers, createdAt }: PortRequest) => ({
  numbers: content.numbers,
  mainNumber: content.mainNumber,
  losingOperator: content.losingOperator?.name,
  completedNumbers,
  createdAt,
  attempts: attempts.map(({ number, submittedAt, approvedDate, startedAt, completedAt }) => ({
    number,
    submittedAt,
    approvedDate,
    startedAt,
    completedAt,
  })),
});

/** Three years of a clock that looks once a week, and the instant at which it erased the request. */
const threeYearsOn = (from: PortRequest, begin: InstantText) => {
  let request = from;
  let erasedAt: InstantText | null = null;
  for (let week = 1; week <= 156; week += 1) {
    const now = Temporal.Instant.from(begin).add({ hours: week * 7 * 24 });
    const decision = caughtUp(request, now.toString());
    if (decision.kind === 'change') request = decision.recording.after;
    erasedAt ??= request.erasedAt;
  }
  return { request, erasedAt };
};

describe('the clock runs on for three years', () => {
  test.each(statuses)('and erases a request that is %s only where it is over', (status) => {
    const before = requestIn(status);
    const { request, erasedAt } = threeYearsOn(before, instantIn[status]);
    if (status === 'completed' || status === 'cancelled') {
      expect(erasedAt?.slice(0, 7)).toBe('2028-04');
      expect(request.content.subscriber.name).toBe('[erased]');
    } else {
      expect(erasedAt).toBeNull();
      expect(request.content).toEqual(before.content);
    }
    expect(lasting(request)).toEqual(lasting(before));
  });
});
