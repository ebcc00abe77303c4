import type { Temporal } from 'temporal-polyfill';

/** One run of the state machine for one attempt; a restart is the next run, because a name cannot be used twice. */
export type LifecycleRun = {
  readonly portRequestId: string;
  readonly attempt: number;
  readonly run: number;
};

/** The name of a run: the same run has the same name, so starting it twice starts it once. */
export const runNameOf = ({ portRequestId, attempt, run }: LifecycleRun): string =>
  `${portRequestId}-${attempt}-${run}`;

const runName = /^(?<portRequestId>.{1,200})-(?<attempt>\d{1,9})-(?<run>\d{1,9})$/;

/** The run that a name names; undefined for a name that `runNameOf` does not make. */
export const runNamed = (name: string): LifecycleRun | undefined => {
  const { portRequestId, attempt, run } = runName.exec(name)?.groups ?? {};
  return portRequestId === undefined
    ? undefined
    : { portRequestId, attempt: Number(attempt), run: Number(run) };
};

/** What a run is started with: ids only. `schemaVersion` tells tasks apart that older definitions still call. */
export const runInputOf = ({ portRequestId, attempt, run }: LifecycleRun) => ({
  schemaVersion: 1,
  portRequestId,
  attempt,
  run,
});

/** The newest run of an attempt. One that neither runs nor came to its end failed, timed out or was aborted. */
export type NewestRun = {
  readonly run: number;
  readonly isRunning: boolean;
  /** Whether it came to its end: nothing is left for it to do. */
  readonly hasEnded: boolean;
};

/** A run that failed, timed out or was aborted: nobody waits for anything in its stead. */
export type BrokenRun = LifecycleRun & { readonly brokenAt: Temporal.Instant };

/** The state machine: it holds the waits, never the truth. */
export interface Lifecycle {
  /** Starts a run; starting it again changes nothing. */
  readonly start: (run: LifecycleRun) => Promise<void>;
  /** Ends a wait early; a token that is used up or timed out is `gone`, which harms nobody. */
  readonly wake: (token: string) => Promise<'woken' | 'gone'>;
  /**
   * The run of an attempt with the highest number; undefined where none is known. One that began moments ago may not be known yet,
   * and one that ended 90 days ago is forgotten.
   * @param from a run that is known to have been: those before it need not be looked at.
   */
  readonly newestRun: (
    portRequestId: string,
    attempt: number,
    from?: number,
  ) => Promise<NewestRun | undefined>;
  /** The runs that broke at an instant or after it, of all attempts, in any order; a later run may do their work. */
  readonly brokenRuns: (since: Temporal.Instant) => Promise<readonly BrokenRun[]>;
}

/** A wait under way: the token that ends it, and the version of the request on which waiting was decided. */
export type Wait = {
  readonly token: string;
  readonly seenVersion: number;
  /** When the machine entered the wait, by its own clock; its spelling sorts as text. */
  readonly waitingSince: string;
  /** How often handing the token over was retried; each retry has a token of its own. */
  readonly tries: number;
};

/** Whether a wait began after another: the token of an earlier one, however late it comes, opens nothing. */
export const isLaterWait = (wait: Wait, other: Wait): boolean =>
  wait.waitingSince === other.waitingSince
    ? wait.tries > other.tries
    : wait.waitingSince > other.waitingSince;

/** The newest wait of each attempt. */
export interface Waits {
  /** Keeps a wait, unless a later one of the attempt is kept already. */
  readonly keep: (portRequestId: string, attempt: number, wait: Wait) => Promise<void>;
  readonly find: (portRequestId: string, attempt: number) => Promise<Wait | undefined>;
}
