import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { PortRequests } from '../port-request/port-requests.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { attemptStep } from './attempt-step.ts';
import type { Lifecycle, Waits } from './lifecycle.ts';
import { wakeUp } from './wake-up.ts';

/** An instant in milliseconds, in the one spelling that sorts as text: a machine may leave out a fraction of nothing. */
const sortable = z
  .string()
  .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }));

type KeepDeps = Telemetry & {
  readonly requests: PortRequests;
  readonly waits: Waits;
  readonly lifecycle: Pick<Lifecycle, 'wake'>;
};

/**
 * Answers: how is this wait ended early? Writes its token, then reads the record: whatever was recorded since the machine
 * decided to wait ends the wait at once. Whoever records something writes first and then reads the token. So at least
 * one side sees the other, and no wake-up is lost.
 */
export const newHandler = (deps: () => KeepDeps) =>
  task(
    {
      name: 'keep-task-token',
      input: attemptStep.extend({
        seenVersion: z.int(),
        token: z.string().min(1),
        waitingSince: sortable,
        tries: z.int().min(0),
      }),
      output: z.void(),
    },
    deps,
    async (real, { portRequestId, attempt, ...wait }) => {
      const { requests, waits } = real;
      await waits.keep(portRequestId, attempt, wait);
      const request = await requests.find(portRequestId);
      if (request !== undefined && request.version > wait.seenVersion) await wakeUp(real, wait.token);
    },
  );
