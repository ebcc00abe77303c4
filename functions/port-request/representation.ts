import { openIncidentsOf } from '../incidents/incident.ts';
import { defaultLanguage, type Language } from '../language.ts';
import { type NumberItem, nationalOf, zoneOf } from '../numbers/number-item.ts';
import { operatorCodeOf } from '../operator/operator-catalogue.ts';
import { describeProblem } from '../problems/problem-entry.ts';
import { allowedActionsOf } from './allowed-actions.ts';
import type { Content } from './content.ts';
import { warningsOfContent } from './content-warnings.ts';
import { correctionsOf } from './corrections.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Facts } from './facts.ts';
import { installationOf } from './installation.ts';
import { firstNumberOf, mainNumberOf } from './main-number.ts';
import { nextStepOf, nextStepText } from './next-step.ts';
import { type Attempt, currentAttempt, type PortRequest, type Rejection } from './port-request.ts';
import { rejectionReasonOf } from './rejection-reasons.ts';
import type { PortRequestView } from './representation-schema.ts';
import { isEditable } from './status.ts';
import { reviewSubmission } from './submission-check.ts';

const viewItem = (item: NumberItem) => {
  switch (item.kind) {
    case 'single':
      return {
        kind: item.kind,
        number: item.number,
        national: nationalOf(item) ?? item.number,
        zone: zoneOf(item)?.prefix ?? null,
      };
    case 'range':
      return {
        kind: item.kind,
        start: item.start,
        end: item.end,
        size: item.size,
        national: nationalOf(item) ?? item.start,
        zone: zoneOf(item)?.prefix ?? null,
      };
    case 'unreadable':
      return { kind: item.kind, input: item.input };
  }
};

const viewRequestedItem = (item: NumberItem, request: PortRequest) => {
  const first = firstNumberOf(item);
  const completedAt = (first === undefined ? undefined : request.completedNumbers[first]) ?? null;
  const view = viewItem(item);
  return view.kind === 'unreadable' ? view : { ...view, completedAt };
};

const viewContract = (contract: Content['contract']) =>
  contract && {
    numbersLeftBehind: contract.numbersLeftBehind.map(viewItem),
    knownRanges: contract.knownRanges.map(viewItem),
    linkedServices:
      contract.linkedServices?.map(({ number, services }) => ({
        number: number.kind === 'single' ? number.number : null,
        item: viewItem(number),
        services,
      })) ?? null,
    protectedLines: contract.protectedLines.map(viewItem),
    cancelAfterPort: contract.cancelAfterPort.map(viewItem),
  };

const viewRejection = (rejection: Rejection, language: Language) => {
  const reason = rejectionReasonOf(rejection.code);
  return {
    code: rejection.code,
    meaning: reason.meaning[language],
    advice: reason.advice[language],
    actors: reason.actors,
    class: reason.class,
    field: rejection.field,
    numbers: (rejection.named.length > 0 ? rejection.named : rejection.numbers)
      .map(firstNumberOf)
      .filter((number) => number !== undefined),
    operatorCode: rejection.operatorCode,
    operatorText: rejection.operatorText,
  };
};

const viewAttempt = (attempt: Attempt, language: Language) => ({
  number: attempt.number,
  submittedAt: attempt.submittedAt,
  closedAt: attempt.closedAt,
  outcome: attempt.outcome,
  operatorReference: attempt.operatorReference,
  desiredDate: attempt.desiredDate,
  approvedDate: attempt.approvedDate,
  approvedDateStated: attempt.approvedDateStated,
  startedAt: attempt.startedAt,
  startedBy: attempt.startedBy,
  completedAt: attempt.completedAt,
  rulesVersion: attempt.rulesVersion,
  rejections: attempt.rejections.map((rejection) => viewRejection(rejection, language)),
});

/** In which languages the texts of a representation are; undefined: each reader's own. */
export type RepresentationLanguage = { readonly accepted: Language | undefined };

/**
 * A request as the outside sees it. Texts for the reseller are in the contact's language, the next step in the
 * subscriber's; a caller that asks for a language gets all of them in that one.
 */
export const toRepresentation = (
  request: PortRequest,
  facts: Facts,
  { accepted }: RepresentationLanguage,
): PortRequestView => {
  const { content } = request;
  const language = accepted ?? content.contact?.language ?? defaultLanguage;
  const review = isEditable(request.status) ? reviewSubmission(request, facts) : undefined;
  const warnings = review?.warnings ?? warningsOfContent(content);
  const nextStep = nextStepOf(request, review, facts);
  const attempt = currentAttempt(request);
  const deadlines = deadlinesOf(request, facts.now, facts.calendar);
  return {
    id: request.id,
    version: request.version,
    status: request.status,
    tenant: request.tenant,
    customerReference: content.customerReference,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    subscriber: content.subscriber,
    contact: content.contact,
    starter: content.starter,
    losingOperator: content.losingOperator && {
      ...content.losingOperator,
      code: operatorCodeOf(content.losingOperator.name),
    },
    contract: viewContract(content.contract),
    acknowledgements: content.acknowledgements,
    authorisation: content.authorisation,
    noteToOperator: content.noteToOperator,
    quote: content.quote,
    numbers: content.numbers.map((item) => viewRequestedItem(item, request)),
    mainNumber: mainNumberOf(content),
    installation:
      content.numbers.length === 0 && content.installation === null ? null : installationOf(content),
    desiredDate: (isEditable(request.status) ? content.desiredDate : attempt?.desiredDate) ?? null,
    approvedDate: attempt?.approvedDate ?? null,
    plannedDate: request.plannedDate,
    deadlines: {
      ...deadlines,
      answerDue: deadlines.answerDue && {
        at: deadlines.answerDue.at,
        overdue: deadlines.answerDue.overdue,
        explanation: deadlines.answerDue.explanation,
      },
    },
    attempt: attempt?.number ?? null,
    attempts: request.attempts.map((each) => viewAttempt(each, language)),
    nextStep:
      nextStep === undefined
        ? null
        : { ...nextStep, text: nextStepText(nextStep, accepted ?? content.subscriber.language, facts.now) },
    allowedActions: allowedActionsOf(request, facts.now, facts.calendar),
    submissionBlockers: (review?.blockers ?? []).map((problem) => describeProblem(problem, language)),
    warnings: warnings.map((problem) => describeProblem(problem, language)),
    cancellation: request.cancellation,
    openIncidents: openIncidentsOf(request.incidents).map(({ id }) => id),
    compensation: request.compensation,
    emergencyReturn: request.emergencyReturn,
    signedMandates: request.signedMandates.map(({ numbers: _, ...mandate }) => mandate),
    corrections: correctionsOf(request).map(({ reason, ...correction }) => ({
      ...correction,
      code: reason.code,
      advice: reason.advice[language],
    })),
    erasedAt: request.erasedAt,
  };
};
