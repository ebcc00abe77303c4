import type { Answer } from '../sandbox-client.ts';
import { type Counted, countOn, dayOf, daysAfter, instantAt, workedFrom } from './own-calendar.ts';
import { must, type Trial } from './trial.ts';

type Json = Answer['json'];

const skippedOf = ({ skipped }: Json): readonly string[] =>
  skipped.map(({ date, why, name }: Json) => {
    must(why !== 'holiday' || typeof name === 'string', () => `A holiday without a name on ${date}`);
    return `${date} ${why}`;
  });

const mustFollow = (explanation: Json, rule: string, workingDays: number): void =>
  must(
    explanation.rule === rule && explanation.workingDays === workingDays,
    () => `Not ${rule} of ${workingDays} days: ${JSON.stringify(explanation)}`,
  );

/** A date is what its explanation comes to, which passes over exactly the days that do not count. */
const mustCount = (date: string, explanation: Json, counted: Counted, before: Counted['skipped'] = []) => {
  must(date === counted.date, () => `${date} is ${counted.date}: ${JSON.stringify(explanation)}`);
  const expected = [...before, ...counted.skipped].map(({ date: day, why }) => `${day} ${why}`);
  const said = skippedOf(explanation);
  must(`${said}` === `${expected}`, () => `Passed over ${said}, not ${expected}`);
};

const editable = ['draft', 'rejected', 'expired'];

const judgeEarliest = ({ date, explanation }: Json, view: Json, trial: Trial): void => {
  const asked = editable.includes(view.status) ? trial.today() : dayOf(view.attempts.at(-1).submittedAt);
  const approved = view.quote?.approvedOn ?? '';
  mustFollow(explanation, 'earliest-date', 10);
  must(
    explanation.from === [asked, approved].toSorted().at(-1),
    () => `Counted from ${explanation.from}, asked on ${asked}`,
  );
  mustCount(date, explanation, countOn(explanation.from, 10, trial.closed()));
};

const judgeAnswerDue = ({ at, overdue, explanation }: Json, view: Json, trial: Trial): void => {
  const closed = trial.closed();
  const byRule = countOn(dayOf(view.attempts.at(-1).submittedAt), 10, closed);
  const day = daysAfter(dayOf(at), -1);
  must(at === instantAt(daysAfter(day, 1), '00:00'), () => `${at} is not the end of ${day}`);
  if (explanation.rule === 'answer-delayed') {
    mustFollow(explanation, 'answer-delayed', 0);
    mustCount(day, explanation, workedFrom(explanation.from, closed));
    must(day > byRule.date, () => `Delayed to ${day}, which is not later than ${byRule.date}`);
  } else {
    mustFollow(explanation, 'operator-answer', 10);
    mustCount(day, explanation, byRule);
  }
  const isAwaited = view.status === 'submitted' || view.status === 'awaiting_answer';
  must(
    overdue === (isAwaited && trial.now() >= at),
    () => `Overdue or not: ${JSON.stringify(view.deadlines)}`,
  );
};

const judgeWindow = (window: Json, view: Json, trial: Trial): void => {
  const closed = trial.closed();
  const first = workedFrom(view.attempts.at(-1).approvedDate, closed);
  must(window.firstDay === first.date, () => `Opens on ${window.firstDay}, not ${first.date}`);
  must(window.from === '09:00' && window.until === '15:00', () => `Hours of ${JSON.stringify(window)}`);
  mustFollow(window.explanation, 'start-window', 9);
  must(window.explanation.from === first.date, () => `Counted from ${window.explanation.from}`);
  mustCount(window.lastDay, window.explanation, countOn(first.date, 9, closed), first.skipped);
};

/** What is promised for a day may move later, never earlier. */
const mustNotComeEarlier = (what: string, day: string, latest: Map<string, string>): void => {
  const before = latest.get(what) ?? '';
  must(day >= before, () => `${what} was ${before} and is ${day}`);
  latest.set(what, day);
};

/** Every deadline that the API shows, counted again by a calendar of our own. @param latest what was shown before. */
export const judgeDeadlines = (view: Json, trial: Trial, latest: Map<string, string>): void => {
  const { earliestDate, answerDue, startWindow, completionDue } = view.deadlines;
  const attempt = view.attempts.at(-1);
  if (earliestDate !== null) judgeEarliest(earliestDate, view, trial);
  if (answerDue !== null) {
    judgeAnswerDue(answerDue, view, trial);
    mustNotComeEarlier(`answer of ${view.id} ${attempt.number}`, answerDue.at, latest);
  }
  if (startWindow !== null) {
    judgeWindow(startWindow, view, trial);
    mustNotComeEarlier(`last day of ${view.id} ${attempt.number}`, startWindow.lastDay, latest);
  }
  const isHeld = ['submitted', 'awaiting_answer', 'approved', 'ready_to_start', 'in_progress'].includes(
    view.status,
  );
  must(!isHeld || (earliestDate !== null && answerDue !== null), () => `Without deadlines: ${view.status}`);
  must(
    ['approved', 'ready_to_start', 'in_progress'].includes(view.status) ? startWindow !== null : true,
    () => `Without a window: ${view.status}`,
  );
  must(
    (completionDue !== null) ===
      (typeof attempt?.startedAt === 'string' &&
        view.status !== 'cancelled' &&
        !editable.includes(view.status)),
    () => `When is it to be done? ${JSON.stringify(view)}`,
  );
};
