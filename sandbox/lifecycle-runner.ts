import { readFileSync } from 'node:fs';
import {
  type Lifecycle,
  type LifecycleRun,
  runInputOf,
  runNameOf,
} from '../functions/lifecycle/lifecycle.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import type { TaskHandler } from '../functions/runtime/task.ts';
import { lambdaContext } from './lambda-context.ts';
import { createStateMachine, type Execution } from './state-machine.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The ASL file's name without its ending, as executions name it. */
export const definitionName = 'port-lifecycle';

const definitionText = readFileSync(
  new URL(`../statemachines/${definitionName}.asl.json`, import.meta.url),
  'utf8',
);

/** The functions that the definition's placeholders stand for, by the placeholder's name. */
export type LifecycleFunctions = Readonly<Record<string, TaskHandler>>;

/** A run that a world which was closed left behind: one that was under way then is `ABORTED`, as it ended with its machine. */
export type PastExecution = Pick<Execution, 'name' | 'states'> & {
  readonly status: Execution['status'] | 'ABORTED';
};

/** The machine, and what its runs have come to. */
export type LifecycleRunner = Lifecycle & {
  /** In the order in which they were started, with those of the worlds before. */
  readonly executionsOf: (portRequestId: string) => readonly PastExecution[];
  /** Every run as data; one that is under way is saved as `RUNNING`. */
  readonly save: () => readonly PastExecution[];
};

/**
 * Runs the real ASL file on the virtual clock, with the real task handlers.
 * @param past runs of the worlds before, whose names cannot be used again.
 * @param definition another text than that of the file: an earlier one, which runs that began with it still have.
 */
export const createLifecycleRunner = (
  clock: VirtualClock,
  functions: LifecycleFunctions,
  past: readonly PastExecution[] = [],
  definition = definitionText,
): LifecycleRunner => {
  const usedNames = new Set(past.map(({ name }) => name));
  const machine = createStateMachine({
    // A placeholder stays the name of its function here; on AWS it becomes the function's ARN.
    definition: JSON.parse(definition.replaceAll(/\$\{(\w{1,64})\}/g, '$1')),
    invoke: async (functionName, payload) => {
      const handler = functions[functionName];
      if (handler === undefined) throw new Error(`No function stands behind ${functionName}`);
      return handler(payload, lambdaContext);
    },
    timers: clock,
    enqueue: clock.enqueue,
  });
  return {
    start: async (run) => {
      if (!usedNames.has(runNameOf(run))) machine.start(runNameOf(run), runInputOf(run));
    },
    wake: async (token) => (machine.sendTaskSuccess(token, {}) === 'sent' ? 'woken' : 'gone'),
    executionsOf: (portRequestId) =>
      [...past, ...machine.executions()].filter(({ name }) => name.startsWith(`${portRequestId}-`)),
    save: () => [
      ...past,
      ...machine.executions().map(({ name, status, states }) => ({ name, status, states })),
    ],
  };
};

/**
 * The runs to start in a new machine: the next one for each attempt that is open, or whose run had not ended. A name
 * cannot be used twice, and the record tells the new run where to go on.
 */
export const runsToResume = (
  requests: readonly PortRequest[],
  past: readonly PastExecution[],
): readonly LifecycleRun[] =>
  requests.flatMap(({ id, attempts }) =>
    attempts.flatMap(({ number, outcome }) => {
      const prefix = `${id}-${number}-`;
      const own = past.filter(({ name }) => name.startsWith(prefix));
      const isLeft = outcome === null || own.some(({ status }) => status === 'RUNNING');
      const run = 1 + Math.max(0, ...own.map(({ name }) => Number(name.slice(prefix.length))));
      return isLeft ? [{ portRequestId: id, attempt: number, run }] : [];
    }),
  );
