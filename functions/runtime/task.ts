import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Work } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import { idsIn } from './log.ts';
import type { Telemetry } from './telemetry.ts';

/** A Lambda function that a state of the machine invokes. */
export type TaskHandler = (event: unknown, context: Context) => Promise<unknown>;

/** What a schedule sends is ignored: a tick only says "look". */
const anyTick = z.unknown();

type TaskSchemas<Input extends z.ZodType, Output extends z.ZodType> = {
  readonly name: Work;
  readonly input: Input;
  readonly output: Output;
};

type TaskDeps = Telemetry;

/**
 * Wraps one step of the machine: the input is parsed, the output leaves through its schema, a failure is logged and
 * thrown on, since the machine has to see it.
 */
export const task = <Input extends z.ZodType, Output extends z.ZodType, Deps extends TaskDeps>(
  { name, input, output }: TaskSchemas<Input, Output>,
  deps: () => Deps,
  perform: (deps: Deps, input: z.output<Input>) => Promise<z.input<Output>>,
): TaskHandler =>
  middy<unknown, unknown>()
    .use({
      onError: ({ event, error }) => {
        const { log, metrics } = deps();
        metrics.put([measured('WorkFailures', { Work: name })]);
        log.error('task.failed', { task: name, ...idsIn(event) }, error);
      },
    })
    .handler(async (event: unknown) => {
      const real = deps();
      const result = output.parse(await perform(real, input.parse(event)));
      real.log.info('task.completed', { task: name, ...idsIn(event) });
      return result;
    });

/** Wraps what a schedule wakes. */
export const schedule = <Deps extends TaskDeps>(
  name: Work,
  deps: () => Deps,
  look: (deps: Deps) => Promise<void>,
): TaskHandler =>
  task({ name, input: anyTick, output: z.void() }, deps, async (real) => {
    await look(real);
  });
