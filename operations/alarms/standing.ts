import type { AlarmDefinition } from '../alarm.ts';

/**
 * Alarms on what stands about where it should not: what the sweeper samples every five minutes and then mends. Where it mends, only
 * the second period calls: what is found again was not mended.
 */
export const standingAlarms: readonly AlarmDefinition[] = [
  {
    id: 'NothingSampled',
    title: 'Nothing is sampled',
    impact: 'Nobody sees what stands still, and nothing is mended: every alarm on what waits is blind.',
    severity: 'call',
    hurtsCustomers: false,
    series: [{ metric: 'RequestsStanding', of: 'awaiting_answer', statistic: 'Maximum' }],
    periodMinutes: 5,
    // No number of requests is too high: only that there is none.
    threshold: 1_000_000,
    // A sweep comes every five minutes, and two may fall into one period: four without any are twenty minutes of silence.
    periods: 4,
    missing: 'alarm',
  },
  {
    id: 'SweepFailed',
    title: 'The sweeper fails',
    impact: 'Nothing repairs what got lost: a port or a mail that was missed stays missed.',
    // No call: what is lost and hurts has an alarm of its own, and when nothing is looked at any more, one calls for that.
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'DeadLetters', of: 'sweep', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'EntriesNotFollowedUp',
    title: 'Nothing follows from changes',
    impact:
      'Ports do not go on and mails do not go out, though something happened; the sweeper could not help.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'EntriesNotFollowedUp', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    periods: 2,
  },
  {
    id: 'RunsGone',
    title: 'Ports have no run of the lifecycle',
    impact:
      'Ports stand still: nobody waits for their answer, window or completion, and no run could be started.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'RunsGone', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    periods: 2,
  },
  {
    id: 'WaitsBehindRecord',
    title: 'Runs wait for what has happened already',
    impact: 'Ports stand still though their record has moved on, perhaps one that a customer has started.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'WaitsBehindRecord', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    periods: 2,
  },
  {
    id: 'LocksWithoutRequest',
    title: 'Numbers are held for nobody',
    impact: 'Numbers cannot be ported, since a request that is over still holds them.',
    // Nobody is in the middle of something: it shows when somebody asks for those numbers again.
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'LocksWithoutRequest', statistic: 'Maximum' }],
    periodMinutes: 10,
    threshold: 1,
    periods: 2,
  },
  {
    id: 'RepairsFailed',
    title: 'A repair fails',
    impact: 'Something that was found lying cannot be mended: a port, a mail or a number stays as it is.',
    // No call: what is left lying and hurts has an alarm of its own that calls.
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'RepairsFailed', statistic: 'Sum' }],
    periodMinutes: 15,
    threshold: 1,
    // Each sweep tries again: one failure is a hiccup.
    periods: 2,
  },
  {
    id: 'ManyRepairs',
    title: 'Much has to be mended',
    impact: 'Ports and mails come minutes late, since the sweeper does what should have been done at once.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'Repairs', of: 'together', statistic: 'Sum' }],
    periodMinutes: 60,
    // One repair now and then is what the sweeper is for. Twenty in an hour have one cause.
    threshold: 20,
    periods: 1,
  },
  {
    id: 'AnswersOverdue',
    title: 'Many answers of operators are overdue',
    impact: 'Customers wait longer for their port than they were told.',
    severity: 'task',
    hurtsCustomers: true,
    series: [{ metric: 'AnswersOverdue', statistic: 'Maximum' }],
    periodMinutes: 60,
    // Each is a task of the desk already. Of ten thousand requests in a month three in a hundred are answered late, by some days: 40
    // stand at once. More is an operator that answers nobody, and for a smaller volume the desk will want to lower it.
    threshold: 50,
    periods: 1,
  },
  {
    id: 'DeskTasksOld',
    title: 'The desk does not get to its tasks',
    impact: 'Customers and resellers wait for something that only the desk can do.',
    severity: 'task',
    hurtsCustomers: true,
    series: [{ metric: 'OldestDeskTaskHours', statistic: 'Maximum' }],
    periodMinutes: 60,
    // Plain hours, not working hours: three days hold every weekend (63 hours from Friday evening to Monday morning), so that a task
    // this old was left lying on a working day. After a long weekend it may come half a day early, which a task can.
    threshold: 72,
    periods: 1,
  },
  {
    id: 'OperatorEventsRefused',
    title: 'Many events of operators do not fit',
    impact: 'Operators say things that are not taken over: ports may stand elsewhere than MyFonzer shows.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'OperatorEventsRefused', statistic: 'Sum' }],
    periodMinutes: 60,
    // Each is a task of the desk. Ten in an hour are a system of an operator that has changed.
    threshold: 10,
    periods: 1,
  },
];
