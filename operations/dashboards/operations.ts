import { alarms } from '../alarms.ts';
import type { DashboardDefinition } from '../dashboard.ts';
import { headingOf } from './heading-of.ts';

/** Whether the service works, part by part: for whoever is called. */
export const operationsDashboard: DashboardDefinition = {
  id: 'operations',
  title: 'Operations: does everything work?',
  purpose: 'For whoever is called or has an alarm as a task: which part does not work, and since when.',
  widgets: [
    {
      kind: 'title',
      title: 'What is wrong right now?',
      explains:
        'Every alarm. Its description says who is hurt, and the heading of the same name in docs/runbook.md what to check, what to do and when it is over.',
    },
    {
      kind: 'alarms',
      title: 'Somebody is called',
      ids: alarms.filter(({ severity }) => severity === 'call').map(({ id }) => id),
      width: 12,
    },
    {
      kind: 'alarms',
      title: 'A task for the next working day',
      ids: alarms.filter(({ severity }) => severity === 'task').map(({ id }) => id),
      width: 12,
    },

    {
      kind: 'title',
      title: 'Are calls answered?',
      explains:
        'What resellers, operators and subscribers call. A refusal (4xx) is an answer; an error (5xx) is not.',
    },
    {
      kind: 'lines',
      title: 'Calls and refusals',
      normal: 'few refusals; most calls on working days',
      series: [
        { metric: 'ApiCalls', statistic: 'Sum', label: 'calls' },
        { metric: 'ApiClientErrors', statistic: 'Sum', label: 'refused (4xx)' },
      ],
      periodMinutes: 60,
      width: 6,
    },
    {
      kind: 'bars',
      title: 'Calls without an answer (5xx)',
      normal: 'none',
      series: [{ metric: 'ApiServerErrors', statistic: 'Sum', label: 'errors (5xx)' }],
      periodMinutes: 5,
      width: 6,
      limit: { value: 5, label: 'somebody is called' },
    },
    {
      kind: 'bars',
      title: 'Errors by who was calling',
      normal: 'none, least of all subscribers',
      series: [{ metric: 'CallsFailed', of: 'each', statistic: 'Sum' }],
      periodMinutes: 5,
      width: 6,
    },
    {
      kind: 'lines',
      title: 'Time to answer',
      normal: 'the middle under 200, nine of ten under a second',
      series: [
        { metric: 'ApiMilliseconds', statistic: 'p50', label: 'the middle' },
        { metric: 'ApiMilliseconds', statistic: 'p90', label: 'the slowest tenth' },
      ],
      periodMinutes: 60,
      width: 6,
    },

    {
      kind: 'title',
      title: 'Do ports go on?',
      explains:
        'Each attempt has a run of the state machine, which waits, asks the record what is next, and tells the carrier.',
    },
    {
      kind: 'lines',
      title: 'Runs',
      normal: 'about as many end as begin',
      series: [
        { metric: 'RunsStarted', statistic: 'Sum', label: 'begun' },
        { metric: 'RunsSucceeded', statistic: 'Sum', label: 'ended well' },
        { metric: 'RunsBroken', statistic: 'Sum', label: 'broken' },
      ],
      periodMinutes: 60,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Steps and the carrier',
      normal: 'none, but for waits that were over already: two or three for each port',
      series: [
        { metric: 'LifecycleStepFailures', statistic: 'Sum', label: 'steps that fail for minutes' },
        { metric: 'CarrierCallFailures', statistic: 'Sum', label: 'messages the carrier did not take' },
        { metric: 'WakeUpsGone', statistic: 'Sum', label: 'waits that were over already' },
      ],
      periodMinutes: 15,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'The relay: age of what it reads',
      normal: 'a few seconds',
      series: [{ metric: 'RelayAgeSeconds', statistic: 'Maximum', label: 'oldest entry' }],
      periodMinutes: 5,
      width: 8,
      limit: { value: 300, label: 'somebody is called' },
    },

    {
      kind: 'title',
      title: 'Does work get done?',
      explains:
        'What is to be done waits in queues. What fails comes again; what fails for good is put aside, and nothing of it is lost.',
    },
    {
      kind: 'lines',
      title: 'Messages that wait, by queue',
      normal: 'none, but for some minutes after nine',
      series: [{ metric: 'QueueMessagesWaiting', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 5,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'How long the oldest message has waited, by queue',
      normal: 'under five minutes',
      series: [{ metric: 'QueueOldestSeconds', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 5,
      width: 8,
      limit: { value: 900, label: 'late' },
    },
    {
      kind: 'bars',
      title: 'Put aside for good',
      normal: 'none',
      series: [{ metric: 'DeadLetters', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 5,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Work that failed and comes again',
      normal: 'single ones now and then',
      series: [{ metric: 'WorkFailures', of: 'each', statistic: 'Sum' }],
      periodMinutes: 15,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Functions that crashed or ran out of time',
      normal: 'none',
      series: [{ metric: 'FunctionErrors', of: 'each', statistic: 'Sum' }],
      periodMinutes: 5,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Calls of functions that were throttled',
      normal: 'none; else the account runs too many at once',
      series: [{ metric: 'FunctionThrottles', of: 'each', statistic: 'Sum' }],
      periodMinutes: 5,
      width: 8,
    },

    {
      kind: 'title',
      title: 'Is anything left lying, and is it mended?',
      explains:
        'Every five minutes the sweeper samples what stands where it should not, then mends it. A line that stays above zero is what it cannot mend.',
    },
    {
      kind: 'lines',
      title: 'Found lying',
      normal: 'none, or back to none with the next sample',
      series: [
        { metric: 'EntriesNotFollowedUp', statistic: 'Maximum', label: 'entries without consequences' },
        { metric: 'WindowsNotOpened', statistic: 'Maximum', label: 'windows that should be open' },
        { metric: 'WaitsBehindRecord', statistic: 'Maximum', label: 'waits behind the record' },
        { metric: 'RunsGone', statistic: 'Maximum', label: 'requests without a run' },
        { metric: 'LocksWithoutRequest', statistic: 'Maximum', label: 'numbers held for nobody' },
        { metric: 'MailsNotSent', statistic: 'Maximum', label: 'mails stuck' },
      ],
      periodMinutes: 10,
      width: 10,
    },
    {
      kind: 'bars',
      title: 'Mended, by what it was',
      normal: 'single ones',
      series: [{ metric: 'Repairs', of: 'each', statistic: 'Sum' }],
      periodMinutes: 60,
      width: 7,
    },
    {
      kind: 'bars',
      title: 'Could not be mended',
      normal: 'none',
      series: [
        { metric: 'RepairsFailed', statistic: 'Sum', label: 'repairs that failed' },
        { metric: 'SettingsNotRefreshed', statistic: 'Sum', label: 'settings not read anew' },
      ],
      periodMinutes: 60,
      width: 7,
    },
    {
      kind: 'lines',
      title: 'Requests sampled',
      normal: 'no gap: a gap means that nobody looks',
      series: [{ metric: 'RequestsStanding', of: 'together', statistic: 'Maximum', label: 'under way' }],
      periodMinutes: 60,
      width: 10,
    },
    {
      kind: 'text',
      markdown: `**What to do.** One request: \`npm run desk -- inspect <id>\` says what it waits for and what is amiss, and which command mends it.

A queue with messages put aside: repair the cause, then \`npm run desk -- redrive <queue>\`.

A gap in the samples: ${headingOf('NothingSampled')}.`,
      width: 14,
    },

    {
      kind: 'title',
      title: 'Do mails and webhooks go out?',
      explains: 'A mail that is refused is tried for a day, a receiver that does not answer for 72 hours.',
    },
    {
      kind: 'bars',
      title: 'Mails sent, by template',
      normal: 'most at nine, when windows open',
      series: [{ metric: 'MailsSent', of: 'each', statistic: 'Sum' }],
      periodMinutes: 60,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Mails refused or returned',
      normal: 'none refused; one in two hundred returned',
      series: [
        { metric: 'MailSendFailures', statistic: 'Sum', label: 'tries that failed' },
        { metric: 'MailsBounced', statistic: 'Sum', label: 'came back' },
      ],
      periodMinutes: 15,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Webhooks',
      normal: 'almost all acknowledged',
      series: [
        { metric: 'WebhookAttempts', of: 'each', statistic: 'Sum' },
        { metric: 'WebhookEndpointsDisabled', statistic: 'Sum', label: 'receivers given up' },
      ],
      periodMinutes: 60,
      width: 8,
    },
  ],
};
