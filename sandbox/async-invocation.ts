import type { TaskHandler } from '../functions/runtime/task.ts';
import type { WokenName } from '../operations/platform-metrics.ts';
import type { DeadLetter } from './in-memory-queue.ts';
import { newLambdaContext } from './lambda-context.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What Lambda does with an asynchronous call that fails: again after one minute, and after two more. */
const retryAfterMinutes: readonly number[] = [1, 2];

type AsyncOptions = {
  readonly name: WokenName;
  readonly clock: VirtualClock;
  readonly handler: TaskHandler;
  readonly onDeadLetter: (letter: DeadLetter) => void;
  /** Told of each call that ended in an error. */
  readonly onError: () => void;
};

/** A function that a schedule calls without waiting for it: a failure is retried, then put aside. */
export const createAsyncInvocation = ({ name, clock, handler, onDeadLetter, onError }: AsyncOptions) => {
  const invoke = async (event: unknown, failures: number): Promise<void> => {
    try {
      await handler(event, newLambdaContext());
    } catch {
      onError();
      const minutes = retryAfterMinutes[failures];
      if (minutes === undefined) onDeadLetter({ queue: name, event });
      else clock.at(clock.now().add({ minutes }), `${name} retry`, () => invoke(event, failures + 1));
    }
  };
  return (): Promise<void> => invoke({}, 0);
};
