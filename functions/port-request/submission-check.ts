import { currentMandateOf } from '../authorisation/signed-mandate.ts';
import type { LocalDate } from '../calendar/clock.ts';
import { addMonths, compareDates, localDateOf } from '../calendar/local-date.ts';
import { type NumberItem, problemsOf, readNumberItem } from '../numbers/number-item.ts';
import {
  containsNumber,
  firstOf,
  type ListProblem,
  listLimits,
  notWhollyCoveredBy,
  numbersCoveredBy,
  problemsOfList,
} from '../numbers/number-list.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { type AcknowledgementName, acknowledgementNames, type Content } from './content.ts';
import { warningsOfContent } from './content-warnings.ts';
import { earliestDateOf } from './deadlines.ts';
import { judgeDate } from './desired-date.ts';
import { enterpriseNumberProblem } from './enterprise-number.ts';
import type { Facts } from './facts.ts';
import { missingFields } from './missing-fields.ts';
import type { PortRequest } from './port-request.ts';
import { currentRules, type PortingRules } from './porting-rules.ts';
import { rejectionReasonOf } from './rejection-reasons.ts';

const atItem = ({ code, index, parameters }: ListProblem): ProblemEntry => ({
  code,
  pointer: index === undefined ? '/numbers' : `/numbers/${index}`,
  parameters: { ...parameters },
});

/**
 * Of a list that is too long anyway only as many items are judged one by one as a request may have: a body full of empty
 * texts would be answered with megabytes, more than a function may give.
 */
const itemProblems = (items: readonly NumberItem[], pointer: string): readonly ProblemEntry[] =>
  firstOf(items).flatMap((item, index) =>
    problemsOf(item).map(({ code, parameters }) => ({
      code,
      pointer: `${pointer}/${index}`,
      parameters: { ...parameters },
    })),
  );

/** What the reseller says about the contract has to be readable too, else a range or a protected line is overlooked. */
const contractProblems = ({ contract }: Content): readonly ProblemEntry[] => {
  if (contract === null) return [];
  const unreadableOnly = (items: readonly NumberItem[], pointer: string) =>
    firstOf(items).flatMap((item, index) =>
      item.kind === 'unreadable'
        ? itemProblems([item], pointer).map((entry) => ({ ...entry, pointer: `${pointer}/${index}` }))
        : [],
    );
  return [
    ...unreadableOnly(contract.numbersLeftBehind, '/contract/numbersLeftBehind'),
    ...unreadableOnly(contract.knownRanges, '/contract/knownRanges'),
    ...unreadableOnly(contract.protectedLines, '/contract/protectedLines'),
    ...unreadableOnly(contract.cancelAfterPort, '/contract/cancelAfterPort'),
    ...(contract.linkedServices ?? []).flatMap(({ number }, index) =>
      unreadableOnly([number], '').map((entry) => ({
        ...entry,
        pointer: `/contract/linkedServices/${index}/number`,
      })),
    ),
  ];
};

const protectedLines = ({ contract, numbers }: Content): readonly ProblemEntry[] =>
  numbersCoveredBy(firstOf(numbers), contract?.protectedLines ?? []).map((index) => ({
    code: 'number.protected_line',
    pointer: `/numbers/${index}`,
  }));

/** A number that an operator refused for good cannot return in the same request (codes 8 and 9). */
const finallyRejected = (request: PortRequest): readonly ProblemEntry[] => {
  const refused = request.attempts
    .flatMap(({ rejections }) => rejections)
    .filter(({ code }) => rejectionReasonOf(code).final === 'number')
    .flatMap(({ numbers }) => numbers);
  return numbersCoveredBy(firstOf(request.content.numbers), refused).map((index) => ({
    code: 'number.final_rejection',
    pointer: `/numbers/${index}`,
  }));
};

const mainNumberProblems = ({ mainNumber, numbers }: Content): readonly ProblemEntry[] => {
  if (mainNumber === null || numbers.length === 0) return [];
  const item = readNumberItem(mainNumber);
  return item.kind === 'single' && containsNumber(numbers, item.number)
    ? []
    : [{ code: 'main_number.not_in_request', pointer: '/mainNumber' }];
};

const isNeeded = (name: AcknowledgementName, { contract }: Content): boolean => {
  switch (name) {
    case 'noProtectedLines':
      return true;
    case 'linkedServicesMayStop':
      return (
        contract?.linkedServices === undefined ||
        contract.linkedServices === null ||
        contract.linkedServices.length > 0
      );
    case 'numbersLeftBehindMayDelay':
      return (contract?.numbersLeftBehind ?? []).length > 0;
    case 'numbersCheckedWithOperator':
      return false;
  }
};

const missingAcknowledgements = (content: Content): readonly ProblemEntry[] =>
  acknowledgementNames
    .filter((name) => isNeeded(name, content) && !content.acknowledgements[name])
    .map((name) => ({
      code: 'acknowledgement.missing',
      pointer: `/acknowledgements/${name}`,
      parameters: { name },
    }));

const authorisationProblems = ({ authorisation }: Content, today: LocalDate): readonly ProblemEntry[] => {
  const pointer = '/authorisation';
  const signedOn = authorisation?.signedOn;
  if (!authorisation?.signedBy || !signedOn) return [{ code: 'authorisation.missing', pointer }];
  const oldest = addMonths(today, -currentRules.authorisationMaxAgeMonths);
  if (compareDates(signedOn, oldest) < 0)
    return [{ code: 'authorisation.too_old', pointer: `${pointer}/signedOn`, parameters: { oldest } }];
  if (compareDates(signedOn, today) > 0)
    return [{ code: 'authorisation.signed_in_future', pointer: `${pointer}/signedOn` }];
  return [];
};

/** Numbers that were added after the mandate was signed and uploaded: an incomplete one is refused (public: BIPT, mandate). */
const numbersNotOnMandate = ({ content, signedMandates }: PortRequest): readonly ProblemEntry[] => {
  const mandate = currentMandateOf(signedMandates);
  if (mandate === undefined || mandate.numbers.length === 0) return [];
  return notWhollyCoveredBy(content.numbers, mandate.numbers)
    .slice(0, listLimits.items)
    .map((index) => ({ code: 'authorisation.number_missing', pointer: `/numbers/${index}` }));
};

/** What a submission now would be judged by: the date it would ask for, all that blocks it, all that deserves a look. */
export type SubmissionReview = {
  readonly desiredDate: LocalDate;
  readonly blockers: readonly ProblemEntry[];
  readonly warnings: readonly ProblemEntry[];
};

/**
 * Judges a request as if it were submitted at this instant: all problems at once. Alarm, lift and emergency lines block or only
 * warn, by the policy (F14, F15).
 */
export const reviewSubmission = (
  request: PortRequest,
  facts: Facts,
  policy: PortingRules['protectedLinePolicy'] = currentRules.protectedLinePolicy,
): SubmissionReview => {
  const { content } = request;
  const today = localDateOf(facts.now);
  const earliest = earliestDateOf(today, content.quote?.approvedOn, currentRules, facts.calendar).date;
  const desiredDate = content.desiredDate ?? earliest;
  const protectedLineProblems = protectedLines(content);
  const blocksProtectedLines = policy === 'block';
  return {
    desiredDate,
    blockers: [
      ...missingFields(content),
      ...enterpriseNumberProblem(content.subscriber.enterpriseNumber),
      ...itemProblems(content.numbers, '/numbers'),
      ...problemsOfList(content.numbers, content.contract?.knownRanges ?? []).map(atItem),
      ...(blocksProtectedLines ? protectedLineProblems : []),
      ...finallyRejected(request),
      ...mainNumberProblems(content),
      ...contractProblems(content),
      ...judgeDate(desiredDate, earliest, '/desiredDate', facts),
      ...missingAcknowledgements(content),
      ...authorisationProblems(content, today),
      ...numbersNotOnMandate(request),
    ],
    warnings: [...warningsOfContent(content), ...(blocksProtectedLines ? [] : protectedLineProblems)],
  };
};
