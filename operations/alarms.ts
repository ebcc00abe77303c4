import type { AlarmDefinition } from './alarm.ts';
import { answeringAlarms } from './alarms/answering.ts';
import { besideAlarms } from './alarms/beside.ts';
import { dueWorkAlarms } from './alarms/due-work.ts';
import { lifecycleAlarms } from './alarms/lifecycle.ts';
import { mailAlarms } from './alarms/mails.ts';
import { standingAlarms } from './alarms/standing.ts';

/** Every alarm there is: `lib/` makes each, the sandbox judges each, and `docs/runbook.md` has a heading for each. */
export const alarms: readonly AlarmDefinition[] = [
  ...answeringAlarms,
  ...dueWorkAlarms,
  ...lifecycleAlarms,
  ...mailAlarms,
  ...besideAlarms,
  ...standingAlarms,
];

/** The alarm that is on while any is that customers feel. */
export const customerImpact = {
  id: 'CustomerImpact',
  title: 'Customers are hurt',
  impact: 'Subscribers or resellers are hurt right now; the alarms behind this one say how.',
  ids: alarms.filter(({ hurtsCustomers }) => hurtsCustomers).map(({ id }) => id),
} as const;
