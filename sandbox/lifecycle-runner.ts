import { readFileSync } from 'node:fs';
import { type Lifecycle, runNameOf } from '../functions/lifecycle/lifecycle.ts';
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

export type LifecycleRunner = Lifecycle & {
  readonly executionsOf: (portRequestId: string) => readonly Execution[];
};

/** Runs the real ASL file on the virtual clock, with the real task handlers. */
export const createLifecycleRunner = (
  clock: VirtualClock,
  functions: LifecycleFunctions,
): LifecycleRunner => {
  const machine = createStateMachine({
    // A placeholder stays the name of its function here; on AWS it becomes the function's ARN.
    definition: JSON.parse(definitionText.replaceAll(/\$\{(\w+)\}/g, '$1')),
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
      machine.start(runNameOf(run), {
        schemaVersion: 1,
        portRequestId: run.portRequestId,
        attempt: run.attempt,
        run: run.run,
      });
    },
    wake: async (token) => (machine.sendTaskSuccess(token, {}) === 'sent' ? 'woken' : 'gone'),
    executionsOf: (portRequestId) =>
      machine.executions().filter(({ name }) => name.startsWith(`${portRequestId}-`)),
  };
};
