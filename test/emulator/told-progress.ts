import { basename } from 'node:path';
import type { Reporter } from 'vitest/node';
import * as z from 'zod';
import { type Advance, withProgress } from '../../scripts/progress.ts';

const message = z.union([z.object({ suite: z.string(), tests: z.int() }), z.object({ ended: z.literal(1) })]);

type Message = z.infer<typeof message>;

const tell = (told: Message): void => {
  process.send?.(told);
};

/** Tells the process that started a run how many tests a file has, then of each that has ended. */
export const progressReporter: Reporter = {
  onTestModuleCollected: ({ moduleId, children }) =>
    tell({ suite: basename(moduleId, '.test.ts'), tests: [...children.allTests()].length }),
  onTestCaseResult: () => tell({ ended: 1 }),
};

/** Shows what a run tells, as long as its files come one after the other. `end` once it has ended, well or not. */
export const shownProgress = (run: string) => {
  let advance: Advance = () => {};
  let stop = () => {};
  let shown: Promise<unknown> = Promise.resolve();
  const end = async (): Promise<void> => {
    stop();
    await shown;
  };
  const begin = async (suite: string, tests: number): Promise<void> => {
    await end();
    shown = withProgress(`${run}: ${suite}`, tests, (advanced) => {
      advance = advanced;
      return new Promise<void>((resolve) => {
        stop = resolve;
      });
    });
  };
  // One after the other: what is told of a file must not come before its bar is there.
  let heard: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void> | void): Promise<void> => {
    heard = heard.then(work);
    return heard;
  };
  return {
    hear: (told: unknown): void => {
      const parsed = message.parse(told);
      inTurn(() => ('suite' in parsed ? begin(parsed.suite, parsed.tests) : advance()));
    },
    end: () => inTurn(end),
  };
};
