import { Temporal } from 'temporal-polyfill';
import type { InstantText, LocalDate } from '../calendar/clock.ts';
import { holidayNames, holidayOn } from '../calendar/holidays.ts';
import { formatLocalDate, formatLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { Skipped } from '../calendar/working-calendar.ts';
import { type NumberItem, nationalOf } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import { installationOf } from '../port-request/installation.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import type { Attempt, Rejection } from '../port-request/port-request.ts';
import { type PortingRules, rulesOfVersion } from '../port-request/porting-rules.ts';
import { type Cure, cureOf, rejectionReasonOf } from '../port-request/rejection-reasons.ts';
import { asPhrase, type LinkedToNumber, whatStops } from '../window/what-stops.ts';
import { type IncidentFacts, incidentFactsOf } from './incident-facts.ts';
import type { MailOccasion } from './mail.ts';
import { type FactRow, facts, type MailBlock } from './mail-block.ts';
import type { MailWords } from './mail-texts.ts';
import { nothing, oneLine } from './one-line.ts';

/** Numbers that are listed one by one; a mail with a thousand lines is not read (assumption). */
const longestList = 20;

/**
 * What the texts are written with: everything is worded, in the reader's language and in Brussels time, and on one
 * line, so that a name with a line break forges neither a row nor a header. What a request may lack is read on
 * demand; a text that asks for what its request has not throws RangeError, since no mail may go out with a hole.
 */
export type MailFacts = {
  readonly customer: string;
  readonly losingOperator: string;
  /** The reseller's own reference, or the request's id where there is none. */
  readonly reference: string;
  /** What every mail carries. */
  readonly requestRows: readonly FactRow[];
  readonly detailUrl: string;
  readonly startUrl: string;
  readonly startHours: { readonly from: string; readonly until: string };
  /** The longest the customer may be unreachable: `2 uur`, `24 uur` (F28, F29). */
  readonly interruption: string;
  readonly submittedOn: string;
  readonly desiredDate: string;
  readonly operatorReference: string;
  readonly answerDue: {
    readonly date: string;
    readonly workingDays: string;
    /** A sentence that names the holidays passed over, or none. */
    readonly notCounted: readonly string[];
    /** Whether the operator named that day itself, when it said that it would be late. */
    readonly isDelayed: boolean;
  };
  readonly workingDaysLate: string;
  readonly approvedDate: string;
  /** The day the operator stated, where it had to be moved; else null. */
  readonly statedDate: string | null;
  readonly lastDay: string;
  /** As in `answerDue`, for the start window. */
  readonly windowNotCounted: readonly string[];
  readonly startedAt: string;
  readonly startedBy: string;
  readonly completionDue: string;
  /** Whether that moment had passed when the entry was written. */
  readonly completionOverdue: boolean;
  readonly completedAt: string;
  /** The numbers that were done by the entry, each with when it was; later ones have a mail of their own. */
  readonly numbersDone: readonly string[];
  /** The numbers that were not done by the entry. */
  readonly numbersToCome: readonly string[];
  /** Numbers of the request that stayed where they were although the port is done. */
  readonly numbersNotPorted: readonly string[];
  readonly numbersLeftBehind: readonly string[];
  readonly cancelAfterPort: readonly string[];
  /** Each number with the services known to hang on it. */
  readonly linkedServices: readonly string[];
  /** Those of them that stop with the start: the others hang on numbers that stay (F5). */
  readonly stopping: readonly string[];
  /** When the start before the entry was made, if that one was rolled back; else null. */
  readonly failedStart: string | null;
  /** The incident the entry is about. */
  readonly incident: IncidentFacts;
  /** Whether the operator takes back what it had approved; the start link is void then. */
  readonly approvalWithdrawn: boolean;
  /** One table for each reason (F25, F26). */
  readonly rejections: readonly MailBlock[];
  readonly cure: Cure;
  readonly attempts: readonly {
    readonly number: number;
    readonly submittedOn: string;
    readonly result: string;
  }[];
  readonly authorisation: { readonly signedBy: string; readonly signedOn: string };
  /** Who caused the mail, and when. */
  readonly actor: string;
  readonly occurredAt: string;
};

const nationalNumber = (item: NumberItem): string =>
  oneLine(nationalOf(item) ?? (item.kind === 'unreadable' ? JSON.stringify(item.input) : ''));

/** What a mail is written with, worded once for its reader. */
export const mailFactsOf = (occasion: MailOccasion, words: MailWords): MailFacts => {
  const { template, language, request, content, entry, deadlines } = occasion;
  const { labels } = words;

  const needed = <T>(value: T | null | undefined, what: string): T => {
    if (value === null || value === undefined)
      throw new RangeError(`The mail ${template} needs ${what}, which ${entry.id} does not have`);
    return value;
  };
  const attempt = (): Attempt =>
    needed(entry.attempt === null ? undefined : request.attempts[entry.attempt - 1], 'an attempt');
  const rules = (): PortingRules => rulesOfVersion(attempt().rulesVersion);
  const dataText = (name: string): string | undefined => {
    const value = entry.data[name];
    return typeof value === 'string' ? value : undefined;
  };

  const dayOf = (date: LocalDate): string => formatLocalDate(date, language);
  const dayOfInstant = (instant: InstantText): string => dayOf(localDateOf(Temporal.Instant.from(instant)));
  const momentOf = (instant: InstantText): string =>
    words.moment(dayOfInstant(instant), formatLocalTime(Temporal.Instant.from(instant)));

  // Weekends are left out: every reader knows that they do not count.
  const notCounted = (skipped: readonly Skipped[] = []): readonly string[] => {
    const days = skipped
      .filter(({ why }) => why !== 'weekend')
      .map(({ date, why, name }) => {
        const holiday = why === 'holiday' ? holidayOn(date) : undefined;
        const shown = holiday === undefined ? name : holidayNames[holiday][language];
        return shown === undefined ? dayOf(date) : `${oneLine(shown)} (${dayOf(date)})`;
      });
    return days.length === 0 ? [] : [words.notCounted(days.join(', '))];
  };

  const shortened = (items: readonly string[]): readonly string[] =>
    items.length > longestList
      ? [...items.slice(0, longestList), words.andMore(items.length - longestList)]
      : items;
  const nationalNumbers = (items: readonly NumberItem[]): readonly string[] =>
    shortened(items.map(nationalNumber));

  const completionDueAt = (): InstantText =>
    needed(deadlines.completionDue?.at ?? dataText('completionDueAt'), 'a completion due');
  const completedAtOf = (item: NumberItem): InstantText | undefined => {
    const first = firstNumberOf(item);
    return first === undefined ? undefined : request.completedNumbers[first];
  };
  // An empty record says that nobody confirmed number by number, not that nothing was ported.
  const notPorted =
    Object.keys(request.completedNumbers).length === 0
      ? []
      : content.numbers.filter((item) => completedAtOf(item) === undefined);
  const cancelAfterPort = content.contract?.cancelAfterPort ?? [];
  // By the entry: the request as it stands may have more numbers done.
  const indexesDone = (): readonly (string | number)[] => {
    const { itemIndexes } = entry.data;
    return needed(typeof itemIndexes === 'object' ? itemIndexes : null, 'the numbers done');
  };

  const rejectionTable = ({ code, numbers, operatorCode, operatorText }: Rejection): MailBlock => {
    const reason = rejectionReasonOf(code);
    const answer = [operatorCode, operatorText].filter((part) => part !== null).map(oneLine);
    const rejected = nationalNumbers(numbers);
    return facts([
      [labels.reason, reason.meaning[language]],
      [labels.advice, reason.advice[language]],
      [labels.whoActs, reason.actors.map((actor) => words.actors[actor]).join(', ')],
      ...(rejected.length === 0 ? [] : [[labels.rejectedNumbers, rejected.join('\n')] as const]),
      ...(answer.length === 0 ? [] : [[labels.operatorAnswer, answer.join(': ')] as const]),
    ]);
  };

  const linked = ({ number, services }: LinkedToNumber): string => {
    const phrase = asPhrase(services.map(oneLine), language);
    return phrase === '' ? nationalNumber(number) : `${nationalNumber(number)} (${phrase})`;
  };

  const customer = oneLine(content.subscriber.name);
  const losingOperator = oneLine(content.losingOperator?.name);
  const ownReference = content.customerReference === null ? undefined : oneLine(content.customerReference);

  return {
    customer,
    losingOperator,
    reference: ownReference ?? request.id,
    requestRows: [
      ...(ownReference === undefined ? [] : [[labels.reference, ownReference] as const]),
      [labels.requestId, request.id],
      [labels.customer, customer],
      [labels.losingOperator, losingOperator],
      [labels.numbers, nationalNumbers(content.numbers).join('\n') || nothing],
    ],
    detailUrl: `${occasion.portalUrl}/portage/${encodeURIComponent(request.id)}`,
    get startUrl() {
      return needed(occasion.startUrl, 'a start link');
    },
    get startHours() {
      return rules().startHours;
    },
    get interruption() {
      const { simpleMaxMinutes, complexMaxHours } = rules();
      return words.hours(installationOf(content).type === 'simple' ? simpleMaxMinutes / 60 : complexMaxHours);
    },
    get submittedOn() {
      return dayOfInstant(attempt().submittedAt);
    },
    get desiredDate() {
      return dayOf(attempt().desiredDate);
    },
    get operatorReference() {
      return oneLine(attempt().operatorReference);
    },
    get answerDue() {
      const { answerDue } = deadlines;
      // A day that was overdue stays the day, though the operator has named a later one since.
      const date = needed(
        dataText('dueOn') ?? answerDue?.date ?? dataText('answerDueOn'),
        'an answer due date',
      );
      const explanation = answerDue?.date === date ? answerDue.explanation : undefined;
      return {
        date: dayOf(date),
        workingDays: words.workingDays(rules().operatorAnswerWorkingDays),
        notCounted: notCounted(explanation?.skipped),
        isDelayed: explanation?.rule === 'answer-delayed',
      };
    },
    get workingDaysLate() {
      const late = entry.data.workingDaysLate;
      return words.workingDays(needed(typeof late === 'number' ? late : undefined, 'the working days late'));
    },
    get approvedDate() {
      return dayOf(needed(attempt().approvedDate, 'an approved date'));
    },
    get statedDate() {
      const { approvedDate, approvedDateStated } = attempt();
      return approvedDateStated === null || approvedDateStated === approvedDate
        ? null
        : dayOf(approvedDateStated);
    },
    get lastDay() {
      return dayOf(needed(deadlines.startWindow?.lastDay ?? dataText('lastDay'), 'a start window'));
    },
    windowNotCounted: notCounted(deadlines.startWindow?.explanation.skipped),
    get startedAt() {
      return momentOf(needed(attempt().startedAt, 'a start'));
    },
    get startedBy() {
      return words.actors[entry.actor.kind];
    },
    get completionDue() {
      return momentOf(completionDueAt());
    },
    get completionOverdue() {
      return (
        Temporal.Instant.compare(
          Temporal.Instant.from(entry.occurredAt),
          Temporal.Instant.from(completionDueAt()),
        ) > 0
      );
    },
    get completedAt() {
      return momentOf(needed(attempt().completedAt ?? dataText('completedAt'), 'a completion'));
    },
    get numbersDone() {
      const done = indexesDone();
      return shortened(
        content.numbers
          .filter((_, index) => done.includes(index))
          .map((item) => {
            const completedAt = needed(completedAtOf(item), 'the time of a number done');
            return `${nationalNumber(item)}${words.colon}${momentOf(completedAt)}`;
          }),
      );
    },
    get numbersToCome() {
      const done = indexesDone();
      return nationalNumbers(content.numbers.filter((_, index) => !done.includes(index)));
    },
    numbersNotPorted: nationalNumbers(notPorted),
    numbersLeftBehind: nationalNumbers(content.contract?.numbersLeftBehind ?? []),
    cancelAfterPort: nationalNumbers(
      // What stayed is not to be cancelled: the rest of its range may hang on it.
      cancelAfterPort.filter((_, index) => !numbersCoveredBy(cancelAfterPort, notPorted).includes(index)),
    ),
    linkedServices: shortened((content.contract?.linkedServices ?? []).map(linked)),
    stopping: shortened(whatStops(content).map(linked)),
    get failedStart() {
      const failed = attempt().failedStarts.findLast(({ failedAt }) => failedAt <= entry.occurredAt);
      return failed === undefined ? null : momentOf(failed.startedAt);
    },
    get incident() {
      return incidentFactsOf(occasion, { momentOf, words });
    },
    get approvalWithdrawn() {
      return attempt().approvedDate !== null;
    },
    get rejections() {
      return attempt().rejections.map(rejectionTable);
    },
    get cure() {
      return cureOf(attempt().rejections);
    },
    get attempts() {
      return request.attempts
        .slice(0, attempt().number)
        .map(({ number, submittedAt, rejections, outcome }) => ({
          number,
          submittedOn: dayOfInstant(submittedAt),
          result:
            rejections
              .map(({ code }) => `${rejectionReasonOf(code).meaning[language]} (${code})`)
              .join(' ') || (outcome === null ? nothing : words.outcomes[outcome]),
        }));
    },
    authorisation: {
      signedBy: oneLine(content.authorisation?.signedBy),
      signedOn:
        content.authorisation === null || content.authorisation.signedOn === null
          ? nothing
          : dayOf(content.authorisation.signedOn),
    },
    actor: words.actors[entry.actor.kind],
    occurredAt: momentOf(entry.occurredAt),
  };
};
