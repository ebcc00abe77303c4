import { currentRules } from '../../functions/port-request/porting-rules.ts';
import type { DashboardDefinition } from '../dashboard.ts';
import { headingOf } from './heading-of.ts';

/** Minutes of a day: what the desk looks at is counted by the day. */
const aDay = 1440;

const { operatorAnswerWorkingDays } = currentRules;

const answerLimit = {
  value: operatorAnswerWorkingDays,
  label: `${operatorAnswerWorkingDays} working days`,
} as const;

/** What waits for whom, and how operators answer: for Fonzer's desk, every morning. */
export const deskDashboard: DashboardDefinition = {
  id: 'desk',
  title: 'Desk: what waits for whom',
  purpose:
    'For the desk, every morning: what waits, how long it has waited, and how the operators answer and refuse.',
  widgets: [
    {
      kind: 'title',
      title: 'What waits, and for whom?',
      explains:
        'Counted anew every five minutes. A request in `awaiting_answer` waits for the losing operator, in `approved` for its day, in `ready_to_start` for the customer, in `in_progress` for the carrier.',
    },
    {
      kind: 'numbers',
      title: 'Requests under way, by status',
      normal: 'most wait for an operator or for their day',
      series: [{ metric: 'RequestsStanding', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 10,
      width: 15,
    },
    {
      kind: 'numbers',
      title: 'What the desk has to do',
      normal: 'oldest under a working day',
      series: [
        { metric: 'DeskTasksWaiting', statistic: 'Maximum', label: 'tasks that wait' },
        { metric: 'OldestDeskTaskHours', statistic: 'Maximum', label: 'hours the oldest has waited' },
        { metric: 'AnswersOverdue', statistic: 'Maximum', label: 'answers overdue' },
      ],
      periodMinutes: 10,
      width: 9,
    },
    {
      kind: 'text',
      markdown: `**What to do.** Take the oldest task of the desk's list in MyFonzer first: the reseller sees in the request that it waits for you.

**Answers overdue:** ask the carrier about them, in one call for all of the same operator. Many at once: ${headingOf('AnswersOverdue')}.

**Submitted for hours:** the carrier does not take orders; tell operations.`,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'Tasks of the desk over time',
      normal: 'back to almost none every evening',
      series: [
        { metric: 'DeskTasksWaiting', statistic: 'Maximum', label: 'tasks that wait' },
        { metric: 'AnswersOverdue', statistic: 'Maximum', label: 'answers overdue' },
      ],
      periodMinutes: 60,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'How long the oldest task has waited',
      normal: 'under a day, three over a weekend',
      series: [{ metric: 'OldestDeskTaskHours', statistic: 'Maximum', label: 'oldest task' }],
      periodMinutes: 60,
      width: 8,
      limit: { value: 72, label: 'left lying on a working day' },
    },
    {
      kind: 'bars',
      title: 'Requests under way, over time',
      normal: 'as many as were sent in about three weeks',
      series: [{ metric: 'RequestsStanding', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 60,
      width: 12,
    },
    {
      kind: 'lines',
      title: 'How long the oldest request of each status has been in it',
      normal: 'minutes in submitted, two weeks in awaiting_answer, a day in in_progress at most',
      series: [{ metric: 'OldestRequestHours', of: 'each', statistic: 'Maximum' }],
      periodMinutes: 60,
      width: 12,
    },

    {
      kind: 'title',
      title: 'How do the operators answer?',
      explains: `An operator has ${operatorAnswerWorkingDays} working days from the day a request is sent. Half of the answers are faster than the middle, nine of ten faster than the slowest tenth.`,
    },
    {
      kind: 'lines',
      title: 'Time to answer, the middle of each operator',
      normal: 'three to six working days',
      series: [{ metric: 'AnswerWorkingDays', of: 'each', statistic: 'p50' }],
      periodMinutes: aDay,
      width: 12,
      limit: answerLimit,
    },
    {
      kind: 'lines',
      title: 'Time to answer, the slowest tenth of each operator',
      normal: 'below the limit',
      series: [{ metric: 'AnswerWorkingDays', of: 'each', statistic: 'p90' }],
      periodMinutes: aDay,
      width: 12,
      limit: answerLimit,
    },
    {
      kind: 'lines',
      title: 'Sent, approved and refused',
      normal: 'four approvals for each refusal',
      series: [
        { metric: 'RequestsSubmitted', of: 'together', statistic: 'Sum', label: 'sent' },
        { metric: 'AnswersApproved', of: 'together', statistic: 'Sum', label: 'approved' },
        { metric: 'AnswersRejected', of: 'together', statistic: 'Sum', label: 'refused' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'Answers that did not come in time',
      normal: 'a few; each working day an answer is late counts anew',
      series: [
        { metric: 'AnswersOverdueRecorded', statistic: 'Sum', label: 'found overdue' },
        { metric: 'AnswersDelayed', statistic: 'Sum', label: 'asked for more days' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'ranking',
      title: 'Which operators lose customers to us',
      normal: 'as the market is divided',
      series: [{ metric: 'RequestsSubmitted', of: 'each', statistic: 'Sum' }],
      width: 8,
    },

    {
      kind: 'title',
      title: 'Why are requests refused?',
      explains:
        'Each refusal costs the customer another wait for an answer. A reason that leads the list can often be asked for before sending.',
    },
    {
      kind: 'ranking',
      title: 'Reasons of refusals',
      normal: 'wrong account numbers and addresses lead',
      series: [{ metric: 'RejectionReasons', of: 'each', statistic: 'Sum' }],
      width: 9,
    },
    {
      kind: 'ranking',
      title: 'Refusals, by operator',
      normal: 'in proportion to what was sent',
      series: [{ metric: 'AnswersRejected', of: 'each', statistic: 'Sum' }],
      width: 8,
    },
    {
      kind: 'text',
      markdown: `**What to do.** One operator that refuses more than its share: compare its reasons, and tell the carrier if they do not fit the requests.

**Events refused:** operators said something that does not fit the request. Each is a task; many at once: ${headingOf('OperatorEventsRefused')}.

**Mails that came back:** correct the address in the request, then send the start link anew.`,
      width: 7,
    },

    {
      kind: 'title',
      title: 'What else comes to the desk?',
      explains:
        'Trouble that resellers report, numbers asked back, mails that came back. Each leaves a task.',
    },
    {
      kind: 'bars',
      title: 'Incidents reported, by what the customer notices',
      normal: 'two for a hundred ports',
      series: [{ metric: 'IncidentsOpened', of: 'each', statistic: 'Sum' }],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'lines',
      title: 'Incidents opened and resolved',
      normal: 'as many resolved as opened',
      series: [
        { metric: 'IncidentsOpened', of: 'together', statistic: 'Sum', label: 'opened' },
        { metric: 'IncidentsResolved', statistic: 'Sum', label: 'resolved' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'What leaves a task',
      normal: 'a few a day',
      series: [
        { metric: 'MailsBounced', statistic: 'Sum', label: 'mails that came back' },
        { metric: 'OperatorEventsRefused', statistic: 'Sum', label: 'events refused' },
        { metric: 'ReturnsRequested', statistic: 'Sum', label: 'numbers asked back' },
        { metric: 'CompensationsDue', statistic: 'Sum', label: 'compensation to look at' },
      ],
      periodMinutes: aDay,
      width: 8,
    },
    {
      kind: 'bars',
      title: 'How requests end',
      normal: 'nine of ten completed',
      series: [
        { metric: 'PortsCompleted', of: 'together', statistic: 'Sum', label: 'completed' },
        { metric: 'RequestsCancelled', statistic: 'Sum', label: 'given up' },
        { metric: 'WindowsExpired', statistic: 'Sum', label: 'window missed' },
      ],
      periodMinutes: aDay,
      width: 24,
    },
  ],
};
