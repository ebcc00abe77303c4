import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailTurns, type Turns, takeTurn } from '../../functions/aws/mail-rate.ts';
import { MailRefusedError } from '../../functions/correspondence/mailer.ts';

const fresh: Turns = { left: 1, atMilliseconds: 0 };

describe('A turn to send', () => {
  test.each([
    ['the first comes at once', fresh, 0, 2, 0],
    ['a second at the same instant waits for the rate', { left: 0, atMilliseconds: 0 }, 0, 2, 500],
    [
      'one that half a turn has passed for waits for the other half',
      { left: 0, atMilliseconds: 0 },
      250,
      2,
      250,
    ],
    ['a turn behind two others waits for all three', { left: -2, atMilliseconds: 0 }, 0, 2, 1500],
    ['a slow rate waits for seconds', { left: 0, atMilliseconds: 0 }, 0, 0.4, 2500],
    ['a clock that went back gives nothing and takes nothing', { left: 0, atMilliseconds: 1000 }, 0, 2, 500],
  ] as const)('%s', (_, turns, now, perSecond, expected) => {
    expect(takeTurn(turns, now, perSecond).waitMilliseconds).toBe(expected);
  });

  test('saves up a quarter of a second’s turns, however long nobody sends', () => {
    let turns: Turns = fresh;
    const waits = Array.from({ length: 12 }, () => {
      const taken = takeTurn(turns, 3_600_000, 40);
      turns = taken.turns;
      return taken.waitMilliseconds;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 50]);
  });

  test('never lets out more within a second than the rate and what was saved', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 50, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 }),
        (perSecond, gaps) => {
          let turns: Turns = fresh;
          let now = 0;
          const sentAt = gaps.map((gap) => {
            now += gap;
            const taken = takeTurn(turns, now, perSecond);
            turns = taken.turns;
            return now + taken.waitMilliseconds;
          });
          for (const from of sentAt) {
            const within = sentAt.filter((at) => at >= from && at < from + 1000).length;
            // One more: both ends of a second may hold a mail. Waits are rounded up to whole milliseconds.
            expect(within).toBeLessThanOrEqual(perSecond * 1.001 + Math.max(1, perSecond / 4) + 1);
          }
        },
      ),
    );
  });
});

describe('Waiting for turns', () => {
  const createTurns = (perSecond: number, longestWaitMilliseconds = 5000) => {
    let now = 0;
    const pauses: number[] = [];
    return {
      pauses,
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
      next: mailTurns({
        perSecond: async () => perSecond,
        elapsedMilliseconds: () => now,
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
        },
        longestWaitMilliseconds,
      }),
    };
  };

  test('pauses until the turn comes', async () => {
    const { next, pauses, pass } = createTurns(2);
    await next();
    await next();
    expect(pauses).toEqual([500]);
    pass(1000);
    await next();
    expect(pauses).toEqual([500]);
  });

  test('waits for the very next turn of the slowest account, however long it takes', async () => {
    const { next, pauses } = createTurns(0.16);
    await next();
    await next();
    expect(pauses).toEqual([6250]);
    await expect(next()).rejects.toBeInstanceOf(MailRefusedError);
  });

  test('refuses a turn that is too far off, and takes none for it', async () => {
    const { next, pauses, pass } = createTurns(0.25, 5000);
    await next();
    await next();
    await expect(next()).rejects.toBeInstanceOf(MailRefusedError);
    await expect(next()).rejects.toThrow('No turn to send for 8000 ms');
    pass(4000);
    await next();
    expect(pauses).toEqual([4000, 4000]);
  });
});
