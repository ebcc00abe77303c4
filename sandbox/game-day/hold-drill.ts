import type { AlarmDefinition } from '../../operations/alarm.ts';
import { alarms } from '../../operations/alarms.ts';
import { everAlarmed } from '../alarms.ts';
import { createSandbox } from '../sandbox.ts';
import type { Drill } from './drill.ts';
import { type DrillStage, minuteOf, type OpenSandbox, openStage } from './drill-stage.ts';
import { liveTwoPorts } from './two-ports.ts';
import { type Lives, livesOf, whatIsLeft } from './what-is-left.ts';

/** What a drill came to. */
export type DrillReport = {
  /** Every alarm that was on at some moment. */
  readonly fired: readonly AlarmDefinition[];
  /** Alarms that should have been on and were not. */
  readonly silent: readonly string[];
  /** What was lost, doubled or left lying. */
  readonly left: readonly string[];
};

/** Every alarm that was on at some moment of a drill. */
const firedOn = (stage: DrillStage): readonly AlarmDefinition[] => {
  const recorded = stage.world().metrics.all();
  return alarms.filter((alarm) => everAlarmed(alarm, recorded, minuteOf(stage)));
};

/** The two lives where nothing is broken: what every drill has to come to, and the alarms that fired, of which there are none. */
export const liveInPeace = async (
  open: OpenSandbox = createSandbox,
): Promise<{ readonly lives: Lives; readonly report: DrillReport }> => {
  const stage = await openStage(open);
  const ports = await liveTwoPorts(stage, async (_, __, act) => act());
  const lives = await livesOf(stage, ports);
  return {
    lives,
    report: { fired: firedOn(stage), silent: [], left: await whatIsLeft(stage, ports, lives) },
  };
};

/** Holds one drill in a sandbox of its own: breaks, waits, repairs, lives on, and looks at what is left. */
export const holdDrill = async (
  drill: Drill,
  inPeace: Lives,
  open: OpenSandbox = createSandbox,
): Promise<DrillReport> => {
  const stage = await openStage(open);
  const ports = await liveTwoPorts(stage, async (point, portsThen, act) => {
    if (point !== drill.at) return act();
    await drill.breakIt(stage, portsThen);
    await act();
    await stage.wait(drill.lastsMinutes);
    await drill.mend(stage, portsThen);
  });
  const fired = firedOn(stage);
  return {
    fired,
    silent: drill.alarms.filter((id) => fired.every((alarm) => alarm.id !== id)),
    left: await whatIsLeft(stage, ports, inPeace, drill.mailsRepeatedAtMost),
  };
};
