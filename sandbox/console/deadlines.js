import { html } from 'htm/preact';
import { dayText, momentText, shortDayText } from './moments.js';

const skippedText = ({ date, why, name }) =>
  why === 'weekend' ? shortDayText(date) : `${shortDayText(date)} (${name ?? 'closed'})`;

const reasonsToSkip = [
  { why: 'holiday', label: 'Holidays' },
  { why: 'closed', label: 'Closed days' },
  { why: 'weekend', label: 'Weekends' },
];

/** How a date was counted: from which day, how many working days, and every day left out with why. */
const Explanation = ({ explanation }) => {
  const { from, workingDays, skipped, rulesVersion } = explanation;
  const groups = reasonsToSkip
    .map(({ why, label }) => ({ label, days: skipped.filter((day) => day.why === why) }))
    .filter(({ days }) => days.length > 0);
  return html`
    <p>${workingDays} working days, counted from ${dayText(from)}.${groups.length > 0 ? ' Not counted:' : ''}</p>
    ${
      groups.length > 0 &&
      html`<ul>${groups.map(({ label, days }) => html`<li>${label}: ${days.map(skippedText).join(', ')}</li>`)}</ul>`
    }
    <p class="muted">Rules ${rulesVersion}</p>
  `;
};

const Deadline = ({ label, when, flag, explanation }) => html`
  <div class="deadline">
    <h3>${label}</h3>
    <p class="when">${when}${flag && html`${' '}<span class="flag flag-${flag.kind}">${flag.text}</span>`}</p>
    ${
      explanation &&
      html`<details><summary>How it was counted</summary><${Explanation} explanation=${explanation} /></details>`
    }
  </div>
`;

const overdueFlag = ({ overdue }) => (overdue ? { kind: 'bad', text: 'overdue' } : undefined);

const openFlag = ({ openNow }) =>
  openNow ? { kind: 'good', text: 'open now' } : { kind: 'plain', text: 'closed now' };

/** What has to happen by when, each with its explanation. */
export const Deadlines = ({ deadlines }) => {
  const { earliestDate, answerDue, startWindow, completionDue } = deadlines;
  const shown = [
    earliestDate && {
      label: 'Earliest date',
      when: dayText(earliestDate.date),
      explanation: earliestDate.explanation,
    },
    answerDue && {
      label: 'Answer due before',
      when: momentText(answerDue.at),
      flag: overdueFlag(answerDue),
      explanation: answerDue.explanation,
    },
    startWindow && {
      label: 'Start window',
      when: `${dayText(startWindow.firstDay)} to ${dayText(startWindow.lastDay)}, ${startWindow.from} to ${startWindow.until}`,
      flag: openFlag(startWindow),
      explanation: startWindow.explanation,
    },
    completionDue && {
      label: 'Completion due',
      when: momentText(completionDue.at),
      flag: overdueFlag(completionDue),
    },
  ].filter((deadline) => deadline !== null);
  return html`
    <section class="card" aria-labelledby="deadlines-heading">
      <h2 id="deadlines-heading">Deadlines</h2>
      ${shown.length === 0 && html`<p class="muted">None in this status.</p>`}
      <div class="deadlines">${shown.map((deadline) => html`<${Deadline} key=${deadline.label} ...${deadline} />`)}</div>
    </section>
  `;
};
