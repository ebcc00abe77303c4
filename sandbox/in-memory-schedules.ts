import { Temporal } from 'temporal-polyfill';
import { addDays, atLocalTime, isWeekend, localDateOf } from '../functions/calendar/local-date.ts';
import { lookTimes } from '../functions/window/look-times.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The name of a schedule's timers. */
export const tickName = 'tick';

/** The first tick at an instant or after it. */
export const firstTickFrom = (instant: Temporal.Instant): Temporal.Instant => {
  for (let day = localDateOf(instant); ; day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    const tick = lookTimes
      .map((time) => atLocalTime(day, time))
      .find((at) => Temporal.Instant.compare(at, instant) >= 0);
    if (tick !== undefined) return tick;
  }
};

/** Looks at every tick of the schedules, for as long as the clock goes. */
export const startSchedules = (clock: VirtualClock, look: () => Promise<void>): void => {
  clock.at(firstTickFrom(clock.now().add({ seconds: 1 })), tickName, async () => {
    startSchedules(clock, look);
    await look();
  });
};
