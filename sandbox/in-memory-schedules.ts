import { Temporal } from 'temporal-polyfill';
import { addDays, atLocalTime, isWeekend, localDateOf } from '../functions/calendar/local-date.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** When the schedules look, Monday to Friday in Brussels: at opening and closing time, with safety ticks after. */
const tickTimes = ['09:00', '09:05', '09:20', '15:00', '15:05'] as const;

/** The name of a schedule's timers. */
export const tickName = 'tick';

/** The first tick at an instant or after it. */
export const firstTickFrom = (instant: Temporal.Instant): Temporal.Instant => {
  for (let day = localDateOf(instant); ; day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    const tick = tickTimes
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
