import { MailRefusedError } from '../correspondence/mailer.ts';

/** Turns to send: how many there were to be had at an instant, in milliseconds of a clock that only goes forward. */
export type Turns = { readonly left: number; readonly atMilliseconds: number };

/**
 * The share of a second's turns that may be saved up. A quarter, because senders take 80 % of the account's rate: after
 * a pause 80 % and a quarter of that go out within one second, which is the rate and no more.
 */
const savedShare = 0.25;

/**
 * Takes a turn. `waitMilliseconds` is how long until it comes; a turn that lies ahead is taken all the same, so that the
 * next caller waits behind this one.
 */
export const takeTurn = (
  turns: Turns,
  nowMilliseconds: number,
  perSecond: number,
): { readonly turns: Turns; readonly waitMilliseconds: number } => {
  const most = Math.max(1, perSecond * savedShare);
  const elapsedSeconds = Math.max(0, nowMilliseconds - turns.atMilliseconds) / 1000;
  const left = Math.min(most, turns.left + elapsedSeconds * perSecond) - 1;
  return {
    turns: { left, atMilliseconds: Math.max(nowMilliseconds, turns.atMilliseconds) },
    waitMilliseconds: left >= 0 ? 0 : Math.ceil((-left / perSecond) * 1000),
  };
};

type TurnOptions = {
  /** How many mails this sender may send per second; more than 0. */
  readonly perSecond: () => Promise<number>;
  /** A clock that only goes forward. */
  readonly elapsedMilliseconds: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly longestWaitMilliseconds: number;
};

/**
 * Waits until this sender may send one more mail. The account's quota is per second and shared by every sender.
 * @throws MailRefusedError when the turn is too far off: the queue brings the mail again, and a worker that only waits costs
 * as much as one that works.
 */
export const mailTurns = ({
  perSecond,
  elapsedMilliseconds,
  pause,
  longestWaitMilliseconds,
}: TurnOptions): (() => Promise<void>) => {
  let turns: Turns = { left: 1, atMilliseconds: elapsedMilliseconds() };
  return async () => {
    const rate = await perSecond();
    const taken = takeTurn(turns, elapsedMilliseconds(), rate);
    // The very next turn is always waited for, however slow the account: another try would not find it nearer.
    if (taken.waitMilliseconds > Math.max(longestWaitMilliseconds, 1000 / rate))
      throw new MailRefusedError(`No turn to send for ${taken.waitMilliseconds} ms`);
    turns = taken.turns;
    if (taken.waitMilliseconds > 0) await pause(taken.waitMilliseconds);
  };
};
