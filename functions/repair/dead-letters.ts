import type { QueueName, WokenName } from './queue-names.ts';

/** How much there is; on AWS about as much, since queues count a little late. */
export type QueueCounts = {
  /** Messages that wait for their worker, or are being worked on. */
  readonly waiting: number;
  /** Messages that failed for good and were put aside. */
  readonly dead: number;
};

/** What one call took off a queue of dead letters. */
export type Taken = {
  readonly taken: number;
  /** Dead letters that are left; on AWS about as many. */
  readonly left: number;
};

/** More are not taken in one call: as many as SQS hands out at once. */
export const mostTakenAtOnce = 10;

/** What was put aside after it had failed for good, and the way back. */
export interface DeadLetters {
  /** Nothing waits for what is woken without a queue. */
  readonly count: (name: QueueName | WokenName) => Promise<QueueCounts>;
  /**
   * Puts at most `limit` dead letters of a queue back to their worker, with all their tries before them, in the order in which they
   * came and in the group they were in. Each is taken off after it was put back: whoever dies on the way doubles it and loses none.
   * @throws what keeps them from being put back; those are dead letters still.
   */
  readonly redrive: (queue: QueueName, limit: number) => Promise<Taken>;
  /** Throws away at most `limit` of what was left by something that is woken: it says what failed, and is no work. */
  readonly discard: (woken: WokenName, limit: number) => Promise<Taken>;
}
