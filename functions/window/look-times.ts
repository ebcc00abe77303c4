/**
 * When the schedules look for what is due, Monday to Friday in Brussels: at opening and closing time of the start
 * windows (F27), with safety ticks after. An extra tick changes nothing; one tick that is lost would cost the morning.
 */
export const lookTimes = ['09:00', '09:05', '09:20', '15:00', '15:05'] as const;
