import type { Faults, FaultTarget } from '../faults.ts';
import { atTime, calendar, minutesMs } from './office-hours.ts';

/** Something that does not answer for a while. */
export type Outage = {
  readonly target: FaultTarget;
  readonly from: number;
  readonly to: number;
  readonly calls: number;
};

const withoutEnd = Number.MAX_SAFE_INTEGER;

/** What goes wrong in the month: the mail service on a morning, the carrier for an hour, the table for a few calls. */
export const outagesOf = (firstDay: string): readonly Outage[] => {
  const outage = (
    target: FaultTarget,
    workingDay: number,
    from: string,
    to: string,
    calls = withoutEnd,
  ): Outage => {
    const { date } = calendar.addWorkingDays(firstDay, workingDay);
    return { target, from: atTime(date, from), to: atTime(date, to), calls };
  };
  return [
    outage('mail', 6, '08:55', '09:25'),
    outage('operator', 12, '10:00', '11:00'),
    outage('records', 17, '14:10', '14:20', 40),
  ];
};

const repairAfterMinutes = 75;

/** Plans the beginning and the end of each outage, and that operations clear up after it. */
export const planOutages = (
  outages: readonly Outage[],
  faults: () => Faults,
  plan: (at: number, act: () => Promise<void>) => void,
  clearUp: () => Promise<void>,
): void => {
  for (const { target, from, to, calls } of outages) {
    plan(from, async () => faults().add({ target, mode: 'error', times: calls }));
    plan(to, async () => faults().clear());
    plan(to + minutesMs(repairAfterMinutes), clearUp);
  }
};
