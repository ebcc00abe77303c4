import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { webhookBodyView } from '../../functions/events/feed-event.ts';
import {
  type AttemptOutcome,
  afterAttempt,
  type Delivery,
  givenUp,
  sentAgain,
} from '../../functions/webhooks/delivery.ts';

const start = Temporal.Instant.from('2026-04-14T07:00:00Z');
const end = start.add({ hours: 72 });

const fresh: Delivery = {
  endpointId: 'whe_1',
  position: 7,
  eventId: 'evt_1',
  type: 'port_request.approved',
  portRequestId: 'prt_1',
  status: 'pending',
  isReplay: false,
  attempts: [],
  triedSince: null,
  nextAttemptAt: null,
};

const refused: AttemptOutcome = { status: 500, error: null };
const unanswered: AttemptOutcome = { status: null, error: 'timeout' };
const taken: AttemptOutcome = { status: 204, error: null };

const half = () => 0.5;

/** Tries a delivery whenever its next attempt is due, each time so many seconds late, until it is done. */
const tryAll = (
  delivery: Delivery,
  from: Temporal.Instant,
  { random, lateSeconds = () => 0 }: { readonly random: () => number; readonly lateSeconds?: () => number },
): Delivery => {
  let tried = afterAttempt(delivery, refused, from, random);
  while (tried.nextAttemptAt !== null) {
    const at = Temporal.Instant.from(tried.nextAttemptAt).add({ seconds: lateSeconds() });
    tried = afterAttempt(tried, unanswered, at, random);
  }
  return tried;
};

const momentsOf = ({ attempts }: Delivery) => attempts.map(({ at }) => Temporal.Instant.from(at));

const pausesInMinutes = (delivery: Delivery): number[] => {
  const moments = momentsOf(delivery);
  return moments.slice(1).map((at, index) => (moments[index]?.until(at).total('seconds') ?? 0) / 60);
};

/** Numbers from a list, from its beginning again at its end. */
const cycle = (numbers: readonly number[]) => {
  let index = -1;
  return () => {
    index += 1;
    return numbers[index % numbers.length] ?? 0;
  };
};

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const fractions = fc.array(fraction, { minLength: 1, maxLength: 30 });

describe('a delivery that nobody takes', () => {
  const nominal = [1, 5, 15, 30, 60];

  test('is tried after pauses that grow to an hour, and for the last time after 72 hours', () => {
    const failed = tryAll(fresh, start, { random: half });
    expect(pausesInMinutes(failed)).toEqual([...nominal, ...Array(70).fill(60), 9]);
    expect(`${momentsOf(failed).at(-1)}`).toBe(`${end}`);
    expect(failed).toMatchObject({ status: 'failed', nextAttemptAt: null, triedSince: `${start}` });
  });

  test('is tried after pauses a fifth shorter or longer at most, never after 72 hours, and last just then', () => {
    fc.assert(
      fc.property(fractions, (given) => {
        const failed = tryAll(fresh, start, { random: cycle(given) });
        const pauses = pausesInMinutes(failed);
        for (const [index, pause] of pauses.slice(0, -1).entries()) {
          const meant = nominal[Math.min(index, nominal.length - 1)] ?? 0;
          expect(pause).toBeGreaterThanOrEqual(meant * 0.8 - 1 / 60);
          expect(pause).toBeLessThanOrEqual(meant * 1.2 + 1 / 60);
        }
        expect(pauses.at(-1)).toBeLessThanOrEqual(60 * 1.2 + 1 / 60);
        expect(`${momentsOf(failed).at(-1)}`).toBe(`${end}`);
        expect(failed.status).toBe('failed');
      }),
    );
  });

  test('keeps every attempt of its 72 hours, which are few, however late each comes', () => {
    const late = fc.array(fc.integer({ min: 0, max: 7200 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fractions, late, (given, seconds) => {
        const failed = tryAll(fresh, start, { random: cycle(given), lateSeconds: cycle(seconds) });
        expect(failed.status).toBe('failed');
        expect(failed.attempts.length).toBeLessThanOrEqual(96);
        expect(`${momentsOf(failed)[0]}`).toBe(`${start}`);
        const last = momentsOf(failed).at(-1);
        expect(last && Temporal.Instant.compare(last, end)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('has its 72 hours from its first attempt on, not from when it began to wait', () => {
    const later = start.add({ hours: 100 });
    expect(afterAttempt(fresh, refused, later, half)).toMatchObject({
      status: 'pending',
      triedSince: `${later}`,
      nextAttemptAt: `${later.add({ minutes: 1 })}`,
    });
  });

  test('has all of them again when it is sent once more, with its old attempts in its log', () => {
    const again = sentAgain(tryAll(fresh, start, { random: half }));
    expect(again).toMatchObject({
      status: 'pending',
      isReplay: true,
      triedSince: null,
      nextAttemptAt: null,
    });
    const before = again.attempts.length;
    const later = start.add({ hours: 500 });
    const failedAgain = tryAll(again, later, { random: half });
    const ofRun = failedAgain.attempts.filter(({ at }) => at >= `${later}`);
    expect(ofRun).toHaveLength(before);
    expect(failedAgain.attempts.length).toBeGreaterThan(before);
    expect(pausesInMinutes({ ...failedAgain, attempts: ofRun }).slice(0, 3)).toEqual([1, 5, 15]);
    expect(`${momentsOf(failedAgain).at(-1)}`).toBe(`${later.add({ hours: 72 })}`);
  });

  test('keeps its newest 120 attempts, however often it is sent once more', () => {
    let delivery = fresh;
    for (let run = 0; run < 4; run += 1)
      delivery = tryAll(sentAgain(delivery), start.add({ hours: 100 * run }), { random: half });
    expect(delivery.attempts).toHaveLength(120);
    expect(`${momentsOf(delivery).at(-1)}`).toBe(`${start.add({ hours: 372 })}`);
  });
});

describe('an attempt', () => {
  test.each([200, 201, 202, 204, 299])('that is answered %i delivers', (status) => {
    expect(afterAttempt(fresh, { status, error: null }, start, half)).toMatchObject({
      status: 'delivered',
      attempts: [{ at: `${start}`, status, error: null }],
      nextAttemptAt: null,
    });
  });

  test.each([101, 199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 410, 429, 500, 503])(
    'that is answered %i does not',
    (status) => {
      expect(afterAttempt(fresh, { status, error: null }, start, half)).toMatchObject({
        status: 'pending',
        nextAttemptAt: `${start.add({ minutes: 1 })}`,
      });
    },
  );

  test('that is taken ends what was tried before, also at the very end of its time', () => {
    const tried = afterAttempt(fresh, unanswered, start, half);
    expect(afterAttempt(tried, taken, end, half)).toMatchObject({
      status: 'delivered',
      attempts: [unanswered, taken],
    });
  });

  test('of what was given up is not made', () => {
    const tried = afterAttempt(fresh, unanswered, start, half);
    expect(givenUp(tried)).toEqual({ ...tried, status: 'failed', nextAttemptAt: null });
  });
});

describe('what receivers are told of it', () => {
  const told = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');

  const inWords = (minutes: number): string => {
    const [count, unit] = minutes < 60 ? [minutes, 'minute'] : [minutes / 60, 'hour'];
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
  };

  test('is how long the pauses are', () => {
    const pauses = [...new Set(pausesInMinutes(tryAll(fresh, start, { random: half })).slice(0, -1))];
    const rows = pauses.map((minutes, index) => {
      const attempt = index === pauses.length - 1 ? `${index + 2} and later` : `${index + 2}`;
      return `| ${attempt} | ${inWords(minutes)} |`;
    });
    const table = /\| Attempt \|.*\n\|---\|---\|\n(?<rows>(?:\|.*\n)+)/.exec(told)?.groups?.['rows'];
    expect(table?.trim().split('\n')).toEqual([
      '| 1 | at once |',
      ...rows,
      '| the last | 72 hours after the first |',
    ]);
  });

  test('is an event as it is sent', () => {
    const sample = /```json\n(?<json>[^`]+)```/.exec(told)?.groups?.['json'];
    expect(webhookBodyView.parse(JSON.parse(sample ?? ''))).toMatchObject({ type: 'port_request.approved' });
  });
});
