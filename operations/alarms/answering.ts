import type { AlarmDefinition } from '../alarm.ts';

/** Alarms on what people and operators call: the API and the start page. */
export const answeringAlarms: readonly AlarmDefinition[] = [
  {
    id: 'ApiFailing',
    title: 'The API answers with errors',
    impact: 'Resellers, operators or subscribers get errors instead of answers.',
    severity: 'call',
    hurtsCustomers: true,
    // The gateway's own count: it also has the calls that no function ever saw.
    series: [{ metric: 'ApiServerErrors', statistic: 'Sum' }],
    periodMinutes: 5,
    // One instance that dies fails a call or two, and callers repeat them.
    threshold: 5,
    periods: 1,
  },
  {
    id: 'SubscriberCallsFailing',
    title: 'Subscribers get errors on the start page',
    impact: 'Customers who want to start their port get an error page.',
    severity: 'call',
    hurtsCustomers: true,
    series: [{ metric: 'CallsFailed', of: 'subscriber', statistic: 'Sum' }],
    periodMinutes: 15,
    // Fewer than for the whole API: few customers are on the page at once. One error goes away with loading it again.
    threshold: 2,
    periods: 1,
  },
  {
    id: 'StartLinksLocked',
    title: 'Start links get locked',
    impact: 'Customers typed the wrong digits five times and need another start link.',
    severity: 'task',
    hurtsCustomers: true,
    series: [{ metric: 'StartPageAnswers', of: 'locked', statistic: 'Sum' }],
    periodMinutes: 60,
    // A locked link answers so each time it is opened: one customer who tries again stays below.
    threshold: 10,
    periods: 1,
  },
  {
    id: 'StartLinksUnknown',
    title: 'Start links lead nowhere',
    impact: 'Start links that we mailed open nothing, or somebody is trying out links.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'StartPageAnswers', of: 'unknown_link', statistic: 'Sum' }],
    periodMinutes: 60,
    // Links that mail programs cut off are a handful a day.
    threshold: 30,
    periods: 1,
  },
  {
    id: 'SettingsNotRefreshed',
    title: 'Keys or closed days cannot be read anew',
    impact: 'A new key of an operator, a new address of the carrier or a new closed day is not known yet.',
    severity: 'task',
    hurtsCustomers: false,
    series: [{ metric: 'SettingsNotRefreshed', statistic: 'Sum' }],
    periodMinutes: 60,
    // Every instance of a function tries every few minutes: fewer are a hiccup, and the next try succeeds.
    threshold: 10,
    periods: 1,
  },
];
