import { currentRules } from '../../functions/port-request/porting-rules.ts';
import { alarms } from '../alarms.ts';
import type { DashboardDefinition } from '../dashboard.ts';
import { headingOf } from './heading-of.ts';

const aDay = 1440;

const { simpleMaxMinutes, complexMaxHours, startWindowWorkingDays } = currentRules;

/** What customers feel: for whoever answers for the service. */
export const customerImpactDashboard: DashboardDefinition = {
  id: 'customer-impact',
  title: 'Customer impact: what do customers feel?',
  purpose: 'For whoever answers for the service: are customers without telephony, or kept from starting?',
  widgets: [
    {
      kind: 'title',
      title: 'Is anybody hurt right now?',
      explains: 'The alarms that subscribers or resellers feel, and how many are hurt at this moment.',
    },
    {
      kind: 'alarms',
      title: 'What customers feel',
      ids: alarms.filter(({ hurtsCustomers }) => hurtsCustomers).map(({ id }) => id),
      width: 12,
    },
    {
      kind: 'numbers',
      title: 'Hurt at this moment',
      normal: 'none',
      series: [
        { metric: 'LinesDeadTooLong', statistic: 'Maximum', label: 'without telephony for too long' },
        { metric: 'WindowsNotOpened', statistic: 'Maximum', label: 'kept from starting' },
        { metric: 'MailsNotSent', statistic: 'Maximum', label: 'mails stuck' },
      ],
      periodMinutes: 10,
      width: 12,
    },

    {
      kind: 'title',
      title: 'How long are lines dead?',
      explains: `From the start of a port to its completion. At most ${simpleMaxMinutes} minutes for a simple installation, ${complexMaxHours} hours for a complex one.`,
    },
    {
      kind: 'lines',
      title: 'Simple installations: minutes without telephony',
      normal: 'half an hour',
      series: [
        { metric: 'InterruptionMinutes', of: 'simple', statistic: 'p50', label: 'the middle' },
        { metric: 'InterruptionMinutes', of: 'simple', statistic: 'p90', label: 'the slowest tenth' },
        { metric: 'InterruptionMinutes', of: 'simple', statistic: 'Maximum', label: 'the longest' },
      ],
      periodMinutes: aDay,
      width: 8,
      limit: { value: simpleMaxMinutes, label: 'the longest it may take' },
    },
    {
      kind: 'lines',
      title: 'Complex installations: minutes without telephony',
      normal: 'under an hour',
      series: [
        { metric: 'InterruptionMinutes', of: 'complex', statistic: 'p50', label: 'the middle' },
        { metric: 'InterruptionMinutes', of: 'complex', statistic: 'p90', label: 'the slowest tenth' },
        { metric: 'InterruptionMinutes', of: 'complex', statistic: 'Maximum', label: 'the longest' },
      ],
      periodMinutes: aDay,
      width: 8,
      limit: { value: complexMaxHours * 60, label: 'the longest it may take' },
    },
    {
      kind: 'bars',
      title: 'Ports that took longer than they may',
      normal: 'one or two in a hundred',
      series: [
        { metric: 'InterruptionsOverrun', of: 'simple', statistic: 'Sum', label: 'simple' },
        { metric: 'InterruptionsOverrun', of: 'complex', statistic: 'Sum', label: 'complex' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'Lines dead for too long at one moment',
      normal: 'none',
      series: [{ metric: 'LinesDeadTooLong', statistic: 'Maximum', label: 'customers' }],
      periodMinutes: 60,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Ports completed, by kind of installation',
      normal: 'as many as are started',
      series: [{ metric: 'PortsCompleted', of: 'each', statistic: 'Sum' }],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'text',
      markdown: `**What to do.** A line that is dead for too long has a task at the desk, and the customer was told. Only the carrier can end it: ${headingOf('LinesDeadTooLong')}.

**Many rolled back** on one day: the carrier has a fault, and every further start would fail as well: ${headingOf('PortsFailing')}.`,
      width: 8,
    },

    {
      kind: 'title',
      title: 'Can customers start on their day?',
      explains: `At nine on the approved day the start window opens and the start link is mailed. It stays open for ${startWindowWorkingDays + 1} working days.`,
    },
    {
      kind: 'bars',
      title: 'Start windows',
      normal: 'four in a hundred close without a start',
      series: [
        { metric: 'WindowsOpened', statistic: 'Sum', label: 'opened' },
        { metric: 'WindowsExpired', statistic: 'Sum', label: 'closed without a start' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'How long after nine windows opened',
      normal: 'within five minutes, over which they are spread',
      series: [
        { metric: 'WindowOpenedLateSeconds', statistic: 'p50', label: 'the middle' },
        { metric: 'WindowOpenedLateSeconds', statistic: 'p90', label: 'the slowest tenth' },
        { metric: 'WindowOpenedLateSeconds', statistic: 'Maximum', label: 'the last one' },
      ],
      periodMinutes: aDay,
      width: 8,
      limit: { value: 600, label: 'ten minutes' },
    },
    {
      kind: 'bars',
      title: 'Windows that should have been open',
      normal: 'none',
      series: [{ metric: 'WindowsNotOpened', statistic: 'Maximum', label: 'not opened by ten past nine' }],
      periodMinutes: 60,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'What the start page said',
      normal: 'shown and started; few wrong digits',
      series: [{ metric: 'StartPageAnswers', of: 'each', statistic: 'Sum' }],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Ports started, by who pressed the button',
      normal: 'mostly subscribers',
      series: [{ metric: 'PortsStarted', of: 'each', statistic: 'Sum' }],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Errors that subscribers saw',
      normal: 'none',
      series: [{ metric: 'CallsFailed', of: 'subscriber', statistic: 'Sum', label: 'start page errors' }],
      periodMinutes: aDay,
      width: 8,
    },

    {
      kind: 'title',
      title: 'What went wrong for customers?',
      explains:
        'Ports rolled back, numbers asked back, trouble reported, mails that came late or not at all.',
    },
    {
      kind: 'bars',
      title: 'Ports that went wrong',
      normal: 'one rolled back in a hundred',
      series: [
        { metric: 'PortsFailed', statistic: 'Sum', label: 'rolled back' },
        { metric: 'ReturnsRequested', statistic: 'Sum', label: 'numbers asked back' },
        { metric: 'IncidentsOpened', of: 'together', statistic: 'Sum', label: 'trouble reported' },
        { metric: 'CompensationsDue', statistic: 'Sum', label: 'late enough to look at' },
      ],
      periodMinutes: aDay,
      width: 12,
    },
    {
      kind: 'lines',
      title: 'How long mails waited to go out',
      normal: 'under five minutes',
      series: [{ metric: 'QueueOldestSeconds', of: 'mails', statistic: 'Maximum', label: 'the oldest mail' }],
      periodMinutes: 60,
      width: 6,
      limit: { value: 900, label: 'late' },
    },
    {
      kind: 'bars',
      title: 'Mails that did not arrive',
      normal: 'one in two hundred',
      series: [{ metric: 'MailsBounced', statistic: 'Sum', label: 'came back' }],
      periodMinutes: aDay,
      width: 6,
    },
  ],
};
