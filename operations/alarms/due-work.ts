import type { AlarmDefinition } from '../alarm.ts';

/** Alarms on what has to happen at nine and at three, and on lines that are dead meanwhile. */
export const dueWorkAlarms: readonly AlarmDefinition[] = [
  {
    id: 'WindowsNotOpened',
    title: 'Start windows have not opened',
    impact:
      'Customers wait for the mail that lets them start their port, and it has not come by ten past nine.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'WindowsNotOpened', statistic: 'Maximum' }],
    // Sampled every five minutes, so that each period has a sample.
    periodMinutes: 10,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'DueFailed',
    title: 'Due work failed for good',
    impact: 'A window does not open, is not reminded of or does not close: a customer cannot start the port.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'DeadLetters', of: 'due work', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'DueLate',
    title: 'Due work is late',
    impact: 'Windows open late: customers wait for the mail that lets them start.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'QueueOldestSeconds', of: 'due work', statistic: 'Maximum' }],
    periodMinutes: 5,
    // Messages are spread over five minutes on purpose.
    threshold: 900,
    periods: 1,
  },
  {
    id: 'LookFailed',
    title: 'Nobody looked for what is due',
    impact: 'Nobody looked for what is due: start windows stay closed in the morning until the next look.',
    severity: 'call',
    hurtsCustomers: false,
    series: [{ metric: 'DeadLetters', of: 'look', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'LinesDeadTooLong',
    title: 'Lines are dead for too long',
    impact:
      'Customers have been without telephony for longer than two hours, or 24 for complex installations.',
    // No call: the desk has a task, carrier and customer were mailed at the limit, and only the carrier can end it. Whoever is on
    // call could do nothing that the desk does not do in the morning.
    severity: 'task',
    hurtsCustomers: true,
    series: [{ metric: 'LinesDeadTooLong', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'PortsFailing',
    title: 'Many ports are rolled back',
    impact: 'Customers started their port, waited for it, and have to start again.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'PortsFailed', statistic: 'Sum' }],
    periodMinutes: 60,
    // One start in a hundred fails: five in an hour is no chance even on a day with five hundred.
    threshold: 5,
    periods: 1,
  },
];
