import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import {
  type Lifecycle,
  type LifecycleRun,
  runInputOf,
  runNamed,
  runNameOf,
} from '../functions/lifecycle/lifecycle.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import type { TaskHandler } from '../functions/runtime/task.ts';
import { newLambdaContext } from './lambda-context.ts';
import type { SimulatedPlatform } from './simulated-platform.ts';
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
export type PastExecution = Pick<Execution, 'name' | 'states' | 'status'>;

/** The machine, and what its runs have come to. */
export type LifecycleRunner = Lifecycle & {
  /** In the order in which they were started, with those of the worlds before. */
  readonly executionsOf: (portRequestId: string) => readonly PastExecution[];
  /** Every run as data; one that is under way is saved as `RUNNING`. */
  readonly save: () => readonly PastExecution[];
  /** Ends a run by its name where it stands, as somebody may by hand: nobody waits in its stead until it is begun anew. */
  readonly abort: (name: string) => void;
};

const isBroken = ({ status }: PastExecution): boolean => status !== 'RUNNING' && status !== 'SUCCEEDED';

/**
 * Runs the real ASL file on the virtual clock, with the real task handlers.
 * @param past runs of the worlds before, whose names cannot be used again.
 * @param definition another text than that of the file: an earlier one, which runs that began with it still have.
 * @param platform measures runs, and functions that end in an error.
 * @param onBroken is told when a run fails, times out or is aborted.
 */
export const createLifecycleRunner = (
  clock: VirtualClock,
  functions: LifecycleFunctions,
  past: readonly PastExecution[] = [],
  definition = definitionText,
  platform?: SimulatedPlatform,
  onBroken: () => void = () => {},
): LifecycleRunner => {
  const usedNames = new Set(past.map(({ name }) => name));
  const machine = createStateMachine({
    // A placeholder stays the name of its function here; on AWS it becomes the function's ARN.
    definition: JSON.parse(definition.replaceAll(/\$\{(\w{1,64})\}/g, '$1')),
    invoke: async (functionName, payload) => {
      const handler = functions[functionName];
      if (handler === undefined) throw new Error(`No function stands behind ${functionName}`);
      try {
        return await handler(payload, newLambdaContext());
      } catch (error) {
        platform?.failed('lifecycle');
        throw error;
      }
    },
    onEnd: ({ status }) => {
      platform?.runEnded(status === 'SUCCEEDED');
      if (status !== 'SUCCEEDED') onBroken();
    },
    timers: clock,
    enqueue: clock.enqueue,
  });
  const pastByName = new Map(past.map((execution) => [execution.name, execution]));
  const executionNamed = (name: string): PastExecution | undefined =>
    machine.execution(name) ?? pastByName.get(name);
  return {
    start: async (run) => {
      if (usedNames.has(runNameOf(run))) return;
      if (machine.start(runNameOf(run), runInputOf(run)) === 'started') platform?.runStarted();
    },
    wake: async (token) => (machine.sendTaskSuccess(token, {}) === 'sent' ? 'woken' : 'gone'),
    newestRun: async (portRequestId, attempt, from = 1) => {
      let newest: { readonly run: number; readonly execution: PastExecution } | undefined;
      for (let run = from; ; run += 1) {
        const execution = executionNamed(runNameOf({ portRequestId, attempt, run }));
        if (execution === undefined) break;
        newest = { run, execution };
      }
      return (
        newest && {
          run: newest.run,
          isRunning: newest.execution.status === 'RUNNING',
          hasEnded: newest.execution.status === 'SUCCEEDED',
        }
      );
    },
    // Those of the worlds before ended with their machine, and were begun anew in this one.
    brokenRuns: async (since) =>
      machine
        .executions()
        .filter(isBroken)
        .flatMap(({ name, stoppedAt }) => {
          const run = runNamed(name);
          if (run === undefined || stoppedAt === null) return [];
          const brokenAt = Temporal.Instant.from(stoppedAt);
          return Temporal.Instant.compare(brokenAt, since) < 0 ? [] : [{ ...run, brokenAt }];
        }),
    abort: (name) => machine.abort(name),
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
