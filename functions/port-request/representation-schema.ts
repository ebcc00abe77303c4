import * as z from 'zod';
import { mandateMediaTypes, scanStatuses } from '../authorisation/signed-mandate.ts';
import { languages } from '../language.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { allowedActionNames } from './allowed-actions.ts';
import type { AcknowledgementName } from './content.ts';
import { nextActions } from './next-step-texts.ts';
import { attemptOutcomes } from './port-request.ts';
import { rejectionActors, rejectionReasons, remediationClasses } from './rejection-reasons.ts';
import { actorKinds, statuses } from './status.ts';

const instant = z.string().meta({ format: 'date-time', example: '2026-04-14T07:00:00Z' });
const localDate = z.string().meta({ format: 'date', example: '2026-04-14' });
const language = z.enum(languages);

/** How a date was counted. */
export const explanation = z
  .strictObject({
    rule: z.enum(['earliest-date', 'operator-answer', 'answer-delayed', 'start-window']),
    rulesVersion: z.string(),
    closedDaysVersion: z.string(),
    from: localDate.describe('Day 0, a working day or not.'),
    workingDays: z.int(),
    skipped: z
      .array(
        z.strictObject({
          date: localDate,
          why: z.enum(['weekend', 'holiday', 'closed']),
          name: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Explanation' });

/** The earliest date as it is answered, with how it was counted. */
export const earliestDateView = z.strictObject({ date: localDate, explanation });

/** The due date of an answer as it is answered, with how it was counted. */
export const answerDueView = z.strictObject({ at: instant, overdue: z.boolean(), explanation });

/** A start window as it is answered, with how its last day was counted. */
export const startWindowView = z.strictObject({
  firstDay: localDate,
  lastDay: localDate,
  from: z.string(),
  until: z.string().describe('The first moment of the day that is too late.'),
  timeZone: z.string(),
  openNow: z.boolean(),
  explanation,
});

/** One entry of `errors`, `warnings` or `submissionBlockers`. */
export const problemEntryView = z
  .looseObject({
    // Codes are added, never dropped: a client has to live with one that it does not know.
    code: z.string().meta({ example: 'range.split', 'x-extensible-enum': Object.keys(problemCatalogue) }),
    pointer: z.string().meta({ example: '/numbers/0' }),
    detail: z.string(),
    advice: z.string().optional(),
    numbers: z.array(z.string()).optional().describe('The numbers it concerns, E.164'),
    portRequestId: z
      .string()
      .optional()
      .describe('With `numbers.already_porting`: the request that holds them, where it is your own'),
    earliestDate: localDate.optional().describe('With a `date.…` code: the first day that is accepted'),
    nextWorkingDay: localDate
      .nullable()
      .optional()
      .describe('With a `date.…` code: the first day from the asked one on that is accepted'),
    holiday: z
      .string()
      .nullable()
      .optional()
      .describe('With a `date.…` code: which holiday the asked day is'),
  })
  .meta({ id: 'ProblemEntry' });

const person = z.strictObject({ name: z.string().nullable(), email: z.string().nullable(), language });

const numberView = z.union([
  z.strictObject({
    kind: z.literal('single'),
    number: z.string().meta({ example: '+3225805070' }),
    national: z.string(),
    zone: z.string().nullable(),
    completedAt: instant.nullable().optional(),
  }),
  z.strictObject({
    kind: z.literal('range'),
    start: z.string(),
    end: z.string(),
    size: z.int(),
    national: z.string(),
    zone: z.string().nullable(),
    completedAt: instant.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('unreadable'), input: z.unknown() }),
]);

const rejection = z.strictObject({
  code: z.enum(rejectionReasons.map(({ code }) => code)),
  meaning: z.string(),
  advice: z.string(),
  actors: z.array(z.enum(rejectionActors)).readonly(),
  class: z.enum(remediationClasses),
  field: z.string().nullable(),
  numbers: z
    .array(z.string())
    .readonly()
    .describe('The numbers it concerns, E.164; a range by its first number'),
  operatorCode: z.string().nullable(),
  operatorText: z.string().nullable(),
});

const attempt = z.strictObject({
  number: z.int(),
  submittedAt: instant,
  closedAt: instant.nullable(),
  outcome: z.enum(attemptOutcomes).nullable(),
  operatorReference: z.string().nullable(),
  desiredDate: localDate,
  approvedDate: localDate.nullable(),
  approvedDateStated: localDate.nullable(),
  startedAt: instant.nullable(),
  startedBy: z.enum(actorKinds).nullable(),
  completedAt: instant.nullable(),
  rulesVersion: z.string(),
  rejections: z.array(rejection),
});

/** A port request as the outside sees it. A part that does not exist yet is null, never absent. */
export const portRequestView = z
  .strictObject({
    id: z.string().meta({ example: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF' }),
    version: z.int(),
    status: z.enum(statuses),
    tenant: z.string(),
    customerReference: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    subscriber: z.strictObject({
      name: z.string(),
      enterpriseNumber: z.string().nullable(),
      language,
      email: z.string().nullable(),
      address: z
        .strictObject({
          street: z.string().nullable(),
          houseNumber: z.string().nullable(),
          box: z.string().nullable(),
          postcode: z.string().nullable(),
          city: z.string().nullable(),
        })
        .nullable(),
    }),
    contact: person.nullable(),
    starter: person.nullable(),
    losingOperator: z
      .strictObject({
        name: z.string().nullable(),
        accountNumber: z.string().nullable(),
        easySwitchId: z.string().nullable(),
        code: z.string().describe("The operator's code in our catalogue, `other` if none."),
      })
      .nullable(),
    contract: z
      .strictObject({
        numbersLeftBehind: z.array(numberView),
        knownRanges: z.array(numberView),
        linkedServices: z
          .array(
            z.strictObject({
              number: z.string().nullable(),
              item: numberView,
              services: z.array(z.string()).readonly(),
            }),
          )
          .nullable(),
        protectedLines: z.array(numberView),
        cancelAfterPort: z.array(numberView),
      })
      .nullable(),
    acknowledgements: z.strictObject({
      numbersCheckedWithOperator: z.boolean(),
      linkedServicesMayStop: z.boolean(),
      numbersLeftBehindMayDelay: z.boolean(),
      noProtectedLines: z.boolean(),
    } satisfies Record<AcknowledgementName, z.ZodType>),
    authorisation: z
      .strictObject({ signedBy: z.string().nullable(), signedOn: localDate.nullable() })
      .nullable(),
    noteToOperator: z.string().nullable(),
    quote: z.strictObject({ reference: z.string(), approvedOn: localDate }).nullable(),
    numbers: z.array(numberView),
    mainNumber: z.string().nullable(),
    installation: z
      .strictObject({
        type: z.enum(['simple', 'complex']),
        because: z.enum(['single_number', 'several_numbers', 'range', 'desk']),
      })
      .nullable()
      .describe('Null as long as there are no numbers to count it from.'),
    desiredDate: localDate.nullable(),
    approvedDate: localDate.nullable(),
    plannedDate: localDate.nullable(),
    deadlines: z.strictObject({
      earliestDate: earliestDateView.nullable(),
      answerDue: answerDueView.nullable(),
      startWindow: startWindowView.nullable(),
      completionDue: z.strictObject({ at: instant, overdue: z.boolean() }).nullable(),
    }),
    attempt: z.int().nullable(),
    attempts: z.array(attempt),
    nextStep: z
      .strictObject({
        actor: z.enum(actorKinds),
        action: z.enum(nextActions),
        by: instant.nullable(),
        text: z.string(),
      })
      .nullable(),
    allowedActions: z.array(z.enum(allowedActionNames)).readonly(),
    submissionBlockers: z.array(problemEntryView),
    warnings: z.array(problemEntryView),
    cancellation: z
      .strictObject({ at: instant, by: z.enum(actorKinds), reason: z.string().nullable() })
      .nullable(),
    openIncidents: z.array(z.string()),
    compensation: z
      .strictObject({
        amount: z.number(),
        currency: z.literal('EUR'),
        daysLate: z.int(),
        numbers: z.int(),
        agreedDate: localDate,
        claimUntil: localDate,
        rulesVersion: z.string(),
      })
      .nullable()
      .describe('An internal estimate, never promised; the subscriber has to claim it.'),
    emergencyReturn: z
      .strictObject({
        requestedAt: instant,
        reason: z.string(),
        status: z.enum(['requested', 'completed', 'refused']),
      })
      .nullable(),
    signedMandates: z
      .array(
        z.strictObject({
          id: z.string(),
          mediaType: z.enum(mandateMediaTypes),
          sizeBytes: z.int(),
          sha256: z.string(),
          uploadedAt: instant,
          scanStatus: z.enum(scanStatuses),
        }),
      )
      .describe('Oldest first; the newest without a virus counts.'),
    corrections: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON Pointer into the request: what to change.'),
          code: z.enum(rejectionReasons.map(({ code }) => code)),
          value: z.unknown().describe('What stands there now, to be corrected.'),
          advice: z.string(),
        }),
      )
      .describe('After a rejection: everything the operator wants changed, by its place in the request.'),
    erasedAt: instant.nullable().describe('When names and addresses were taken out of it.'),
  })
  .meta({ id: 'PortRequest' });

export type PortRequestView = z.input<typeof portRequestView>;
