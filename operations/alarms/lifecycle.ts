import type { AlarmDefinition } from '../alarm.ts';

/** Alarms on the runs of the lifecycle, on the carrier that they speak to, and on the relay that moves them. */
export const lifecycleAlarms: readonly AlarmDefinition[] = [
  {
    id: 'LifecycleFailing',
    title: 'A run of the lifecycle ended in failure',
    impact: 'A port stood still until its run was started anew, and may do so again.',
    // No call: the sweeper starts the next run within minutes. Where it cannot, the alarm for ports without a run calls.
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'RunsBroken', statistic: 'Sum' }],
    periodMinutes: 5,
    // Steps that fail are tried again for ever, so that no run ends so by chance.
    threshold: 1,
    periods: 1,
  },
  {
    id: 'LifecycleStepFailing',
    title: 'A step of the lifecycle keeps failing',
    impact:
      'A port does not go on: the carrier cannot be told, perhaps of a start that the subscriber has made.',
    severity: 'call',
    hurtsCustomers: true,
    series: [
      { metric: 'LifecycleStepFailures', statistic: 'Sum' },
      // What should say so fails itself, and the run goes on trying without a word.
      { metric: 'WorkFailures', of: 'record-failure', statistic: 'Sum' },
    ],
    // As far apart as tries of one step can be, so that the alarm stays on until the step succeeds: an hour of pause, and seven tries
    // that take a minute each, with up to a minute in between.
    periodMinutes: 75,
    // A step is counted only when it has failed for minutes.
    threshold: 1,
    periods: 1,
  },
  {
    id: 'CarrierCallsFailing',
    title: 'The carrier does not take messages',
    impact: 'Orders, starts and reports of trouble do not reach the carrier; they wait and are tried again.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'CarrierCallFailures', statistic: 'Sum' }],
    periodMinutes: 15,
    // A single report is tried five times in a quarter of an hour, so that even one is seen; half an hour is patience enough with
    // a carrier that restarts something.
    threshold: 3,
    periods: 2,
  },
  {
    id: 'RelayLate',
    title: 'The relay is late',
    impact: 'Mails and the next steps of all ports are held up.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'RelayAgeSeconds', statistic: 'Maximum' }],
    periodMinutes: 1,
    // It is seconds behind when all is well.
    threshold: 300,
    periods: 3,
  },
  {
    id: 'RelayGaveUp',
    title: 'The relay gave up on an entry',
    impact: 'What follows from a change comes minutes late: mails, and the next step of a port.',
    // The sweeper does it; where it cannot, the alarm for entries that nothing follows from calls.
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'DeadLetters', of: 'relay', statistic: 'Maximum' }],
    periodMinutes: 5,
    threshold: 1,
    periods: 1,
  },
  {
    id: 'WorkFailing',
    title: 'Work that ports wait for fails',
    impact: 'Windows, mails and next steps come late: the work on them fails and is tried again.',
    severity: 'call',
    hurtsCustomers: true,
    // Failures within a batch are no errors of the function, so that only this shows them.
    series: [
      { metric: 'WorkFailures', of: 'relay', statistic: 'Sum' },
      { metric: 'WorkFailures', of: 'look-for-due', statistic: 'Sum' },
      { metric: 'WorkFailures', of: 'do-what-is-due', statistic: 'Sum' },
      { metric: 'WorkFailures', of: 'decide-next-step', statistic: 'Sum' },
      { metric: 'WorkFailures', of: 'keep-task-token', statistic: 'Sum' },
    ],
    periodMinutes: 5,
    // One message that always fails is tried every three minutes and soon put aside, which another alarm says: this is for many.
    threshold: 5,
    periods: 2,
  },
  {
    id: 'WorkersFailing',
    title: 'A worker fails',
    impact: 'Work behind the scenes crashes: windows, mails or bounces come late or not at all.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'FunctionErrors', of: 'workers', statistic: 'Sum' }],
    periodMinutes: 5,
    // An instance now and then dies on the platform, and its work comes again.
    threshold: 3,
    periods: 1,
  },
];
