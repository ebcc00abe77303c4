import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Work } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import { correlated } from './correlation.ts';
import { idsIn } from './log.ts';
import { thrownOn } from './masked-error.ts';
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
 * thrown on, since the machine has to see it. All of it bears the id of this invocation: whatever woke the machine is another call.
 */
export const task = <Input extends z.ZodType, Output extends z.ZodType, Deps extends TaskDeps>(
  { name, input, output }: TaskSchemas<Input, Output>,
  deps: () => Deps,
  perform: (deps: Deps, input: z.output<Input>) => Promise<z.input<Output>>,
): TaskHandler => {
  const handler = middy<unknown, unknown>()
    .use({
      onError: (request) => {
        const { event, error } = request;
        const { log, metrics } = deps();
        metrics.put([measured('WorkFailures', { Work: name })]);
        log.error('task.failed', { task: name, ...idsIn(event) }, error);
        request.error = thrownOn(error);
      },
    })
    .handler(async (event: unknown) => {
      const real = deps();
      const result = output.parse(await perform(real, input.parse(event)));
      real.log.info('task.completed', { task: name, ...idsIn(event) });
      return result;
    });
  return (event, context) => correlated(context.awsRequestId, () => handler(event, context));
};

/** Wraps what a schedule wakes. */
export const schedule = <Deps extends TaskDeps>(
  name: Work,
  deps: () => Deps,
  look: (deps: Deps) => Promise<void>,
): TaskHandler =>
  task({ name, input: anyTick, output: z.void() }, deps, async (real) => {
    await look(real);
  });
