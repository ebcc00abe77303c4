import type { Fault } from '../faults.ts';
import type { DrillStage } from './drill-stage.ts';
import type { LifePoint, TwoPorts } from './two-ports.ts';

/** What is broken on purpose, the alarm that must call somebody, and how all is well again. */
export type Drill = {
  readonly id: string;
  readonly title: string;
  /** What is broken on purpose, in one sentence. */
  readonly breaks: string;
  /** What those who look on see of it. */
  readonly follows: string;
  /** The alarms that must fire, by their ids; the first is the one that names the cause. Others may. */
  readonly alarms: readonly [string, ...string[]];
  /** What the runbook says to do; that it comes right by itself, where it does. */
  readonly repair: string;
  /** How whoever was called knows that it is over. */
  readonly over: string;
  /** When in the lives of the two ports it strikes. */
  readonly at: LifePoint;
  /** How long nobody repairs it. */
  readonly lastsMinutes: number;
  /** The fault of `POST /sandbox/faults` that it is, where it is one. */
  readonly fault?: Fault;
  readonly breakIt: (stage: DrillStage, ports: TwoPorts) => Promise<void>;
  readonly mend: (stage: DrillStage, ports: TwoPorts) => Promise<void>;
  /**
   * How many mails may come once more: a sender that dies after its mail went out leaves nobody who knows, and the mail service cannot
   * be asked. None where it is left out.
   */
  readonly mailsRepeatedAtMost?: number;
};
