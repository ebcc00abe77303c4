import { MailRefusedError } from '../functions/correspondence/mailer.ts';
import { UnavailableError } from '../functions/problems/unavailable-error.ts';
import type { AroundCall, CallTarget } from './adapter-calls.ts';

/** What can be made to fail: everything the service leaves its own code for. `records` are both tables, whole. */
export const faultTargets = ['mail', 'records', 'operator', 'lifecycle'] as const;

export type FaultTarget = (typeof faultTargets)[number];

/**
 * How a call fails. `error`: it is not done, which the caller cannot know. `throttle`: it is certainly not done, and may be
 * tried later. `crash_after`: it is done, and the caller dies before it hears of it.
 */
export const faultModes = ['error', 'throttle', 'crash_after'] as const;

export type FaultMode = (typeof faultModes)[number];

/** A fault under way, for the next `times` calls. */
export type Fault = { readonly target: FaultTarget; readonly mode: FaultMode; readonly times: number };

/** The faults under way. Those of one target come one after the other, in the order in which they were asked for. */
export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  readonly underWay: () => readonly Fault[];
  readonly around: AroundCall;
};

/** What a call fails with that was made to fail on purpose. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

const refusals: Readonly<Record<CallTarget, Readonly<Record<'error' | 'throttle', () => Error>>>> = {
  mail: {
    // No refusal: as after a time-out, the caller has to reckon with a mail that is on its way.
    error: () => new FaultError('The mail service gives no answer'),
    throttle: () => new MailRefusedError('The mail service takes no more for now'),
  },
  records: {
    error: () => new UnavailableError('The table gives no answer'),
    throttle: () => new UnavailableError('The table takes no more for now'),
  },
  operator: {
    error: () => new FaultError('The carrier cannot be reached'),
    throttle: () => new FaultError('The carrier takes no more for now'),
  },
  lifecycle: {
    error: () => new FaultError('The state machine gives no answer'),
    throttle: () => new FaultError('The state machine takes no more for now'),
  },
  files: {
    error: () => new FaultError('The store of files gives no answer'),
    throttle: () => new FaultError('The store of files takes no more for now'),
  },
  receivers: {
    error: () => new FaultError('The receiver gives no answer'),
    throttle: () => new FaultError('The receiver takes no more for now'),
  },
  queues: {
    error: () => new FaultError('The queue gives no answer'),
    throttle: () => new FaultError('The queue takes no more for now'),
  },
};

/** Does a call the way a fault wants it. Never resolves. */
export const failingCall = async (
  target: CallTarget,
  mode: FaultMode,
  perform: () => Promise<unknown>,
): Promise<never> => {
  if (mode !== 'crash_after') throw refusals[target][mode]();
  await perform();
  throw new FaultError('The caller died after the call was done');
};

/** No faults yet. */
export const createFaults = (): Faults => {
  let faults: readonly Fault[] = [];

  const take = (target: string): Fault | undefined => {
    const first = faults.findIndex((fault) => fault.target === target);
    const fault = faults[first];
    if (fault === undefined) return undefined;
    const left = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    faults = faults.toSpliced(first, 1, ...left);
    return fault;
  };

  return {
    add: (fault) => {
      faults = [...faults, fault];
    },
    clear: () => {
      faults = [];
    },
    underWay: () => faults,
    around: async ({ target }, perform) => {
      const fault = take(target);
      return fault === undefined ? perform() : failingCall(fault.target, fault.mode, perform);
    },
  };
};
