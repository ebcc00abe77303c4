import {
  type FunctionGroup,
  functionGroups,
  type QueueName,
  queueNames,
  type WokenName,
  wokenNames,
} from '../operations/platform-metrics.ts';
import type { RecordedMetrics } from './recorded-metrics.ts';

/** What waits in a queue because it could not be done at once. */
export type Waiting = { readonly messages: number; readonly oldestSeconds: number };

/** What AWS measures by itself, measured on the simulated parts: when something changes, where AWS looks every minute. */
export type SimulatedPlatform = {
  readonly answered: (status: number, milliseconds: number) => void;
  readonly waiting: (queue: QueueName | WokenName, waiting: Waiting) => void;
  readonly deadLetters: (queue: QueueName | WokenName, count: number) => void;
  /** A function ended in an error: it threw. What hands single messages back ended well. */
  readonly failed: (group: FunctionGroup) => void;
  readonly runStarted: () => void;
  readonly runEnded: (isWell: boolean) => void;
};

const clientErrorsFrom = 400;
const serverErrorsFrom = 500;

/** AWS measures from the first minute on that nothing waits and nothing fails. */
const putNothing = ({ putPlatform }: Pick<RecordedMetrics, 'putPlatform'>): void => {
  for (const Queue of queueNames) {
    putPlatform('QueueMessagesWaiting', { Queue }, 0);
    putPlatform('QueueOldestSeconds', { Queue }, 0);
  }
  for (const Queue of [...queueNames, ...wokenNames]) putPlatform('DeadLetters', { Queue }, 0);
  for (const Group of functionGroups) {
    putPlatform('FunctionErrors', { Group }, 0);
    // Never more: one machine has room for what it does.
    putPlatform('FunctionThrottles', { Group }, 0);
  }
  putPlatform('RelayAgeSeconds', {}, 0);
};

/** The platform's own measurements. */
export const createSimulatedPlatform = (metrics: Pick<RecordedMetrics, 'putPlatform'>): SimulatedPlatform => {
  putNothing(metrics);
  return measuringOn(metrics);
};

const measuringOn = ({ putPlatform }: Pick<RecordedMetrics, 'putPlatform'>): SimulatedPlatform => ({
  answered: (status, milliseconds) => {
    putPlatform('ApiCalls', {}, 1);
    putPlatform('ApiMilliseconds', {}, milliseconds);
    if (status >= serverErrorsFrom) putPlatform('ApiServerErrors', {}, 1);
    else if (status >= clientErrorsFrom) putPlatform('ApiClientErrors', {}, 1);
  },
  waiting: (queue, { messages, oldestSeconds }) => {
    // The stream has no length: it is only ever behind by an age.
    if (queue === 'relay') putPlatform('RelayAgeSeconds', {}, oldestSeconds);
    else {
      putPlatform('QueueMessagesWaiting', { Queue: queue }, messages);
      putPlatform('QueueOldestSeconds', { Queue: queue }, oldestSeconds);
    }
  },
  deadLetters: (queue, count) => putPlatform('DeadLetters', { Queue: queue }, count),
  failed: (group) => putPlatform('FunctionErrors', { Group: group }, 1),
  runStarted: () => putPlatform('RunsStarted', {}, 1),
  runEnded: (isWell) => putPlatform(isWell ? 'RunsSucceeded' : 'RunsBroken', {}, 1),
});
