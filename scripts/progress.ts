import type { EventEmitter } from 'node:events';
import { stdin } from 'node:process';
import type { Writable } from 'node:stream';
import { isCI, isTTY, progress } from '@clack/prompts';

/** Says that so many more are done: one, unless told otherwise. */
export type Advance = (more?: number) => void;

/** What is seen of the work while it goes on. */
type Shown = {
  readonly reach: (done: number) => void;
  readonly end: (text: string, isWell: boolean) => void;
};

const showCursor = '\u001b[?25h';

/** Takes away the listeners that `work` adds. */
const withoutNewListeners = (emitter: EventEmitter, events: readonly string[], work: () => void): void => {
  const before = new Set(events.flatMap((event) => emitter.listeners(event)));
  work();
  for (const event of events)
    for (const listener of emitter.listeners(event))
      if (!before.has(listener)) Reflect.apply(emitter.off, emitter, [event, listener]);
};

/**
 * A bar that only draws. By itself it would read the keys, end the process with 0 at Escape or Ctrl-C, and keep signals and
 * forgotten rejections from everybody else.
 */
const shownAsBar = (title: string, total: number, output: Writable): Shown => {
  const bar = progress({ max: total, output, withGuide: false });
  withoutNewListeners(process, ['SIGINT', 'SIGTERM', 'unhandledRejection'], () =>
    withoutNewListeners(stdin, ['keypress'], () => bar.start(title)),
  );
  if (stdin.isTTY) stdin.setRawMode(false);
  // A process that a signal ends cannot bring the cursor back.
  output.write(showCursor);
  let before = 0;
  return {
    reach: (done) => {
      bar.advance(done - before, `${title}: ${done} of ${total}`);
      before = done;
    },
    end: (text, isWell) => (isWell ? bar.stop(text) : bar.error(text)),
  };
};

/** A line for each tenth that is reached, for logs. */
const shownAsLines = (title: string, total: number, output: Writable): Shown => {
  let tenths = 0;
  return {
    reach: (done) => {
      const reached = Math.floor((10 * done) / total);
      if (reached > tenths) output.write(`${title}: ${done} of ${total}\n`);
      tenths = reached;
    },
    end: (text, isWell) => {
      if (!isWell) output.write(`${text}\n`);
    },
  };
};

/**
 * Does work of which `total` pieces are known beforehand, and shows how many are done: as a bar on a terminal, anywhere
 * else as one plain line for each tenth. Nothing else may write to a terminal meanwhile. Answers what the work answers; an
 * error of the work says how far it came, and is passed on.
 */
export const withProgress = async <Result>(
  title: string,
  total: number,
  work: (advance: Advance) => Promise<Result>,
  output: Writable = process.stderr,
): Promise<Result> => {
  const shown = (isTTY(output) && !isCI() ? shownAsBar : shownAsLines)(title, total, output);
  let done = 0;
  const end = (isWell: boolean) =>
    shown.end(`${title}: ${isWell ? '' : 'failed after '}${done} of ${total}`, isWell);
  try {
    const result = await work((more = 1) => {
      done += more;
      shown.reach(done);
    });
    end(true);
    return result;
  } catch (error) {
    end(false);
    throw error;
  }
};
