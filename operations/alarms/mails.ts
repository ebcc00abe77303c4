import type { AlarmDefinition } from '../alarm.ts';

/** Alarms on mails on their way out and on their way back. */
export const mailAlarms: readonly AlarmDefinition[] = [
  {
    id: 'MailsFailing',
    title: 'Mails are refused',
    impact: 'Mails are refused again and again, start links among them.',
    severity: 'call',
    hurtsCustomers: true,
    series: [
      { metric: 'MailSendFailures', statistic: 'Sum' },
      // A mail that cannot even be written never gets as far as the mail service. The age of the queue would not tell: SQS stops
      // counting it for messages that were received three times.
      { metric: 'WorkFailures', of: 'send-mail', statistic: 'Sum' },
    ],
    periodMinutes: 5,
    threshold: 1,
    // A mail that is turned away for the moment goes out sooner; one that is refused comes again every three minutes.
    periods: 3,
  },
  {
    id: 'MailFailed',
    title: 'A mail failed for good',
    impact: 'Somebody does not get a mail, perhaps the one with the start link.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'DeadLetters', of: 'mails', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'MailsLate',
    title: 'Mails are late',
    impact: 'Mails go out late, start links among them.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'QueueOldestSeconds', of: 'mails', statistic: 'Maximum' }],
    periodMinutes: 5,
    // At nine a thousand may wait, which an account that sends two a second gets done in less.
    threshold: 900,
    periods: 1,
  },
  {
    id: 'MailsNotSent',
    title: 'Mails are stuck while being sent',
    impact: 'Mails whose sending began have not gone out, and queueing them again did not help.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'MailsNotSent', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    // What is found first is mended by the sweep that found it.
    periods: 2,
  },
  {
    id: 'MailsBouncing',
    title: 'Many mails come back',
    impact: 'Customers do not get their mails, and the mail service may stop ours if it goes on.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'MailsBounced', statistic: 'Sum' }],
    periodMinutes: 60,
    // A wrong address is a task of the desk. Ten in an hour are one mistake behind many of them.
    threshold: 10,
    periods: 1,
  },
  {
    id: 'BounceFailed',
    title: 'A bounce could not be recorded',
    impact: 'A mail came back and nobody is told: a customer may wait for a start link that never arrived.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'DeadLetters', of: 'bounces', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
];
