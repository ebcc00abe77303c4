import * as z from 'zod';
import { incidentStatuses } from '../incidents/incident.ts';
import { incidentTextLimits } from '../incidents/incident-limits.ts';
import { instant, localDate, longText, numberItemInput, text, upTo } from '../port-request/field-schemas.ts';

/** What an operator's refusal names: its own code, its own words, the numbers concerned. All kept unchanged. */
const reason = z.strictObject({
  code: text(100),
  text: upTo(2000).nullish(),
  numbers: z.array(numberItemInput).max(500).nullish(),
});

export type OperatorReason = z.infer<typeof reason>;

/** The answer to one number or range by itself; a number stands alone, with its size left out or 1. */
const series = z.strictObject({
  start: upTo(64),
  size: z.int().nullish(),
  end: upTo(64).nullish(),
  outcome: z.enum(['approved', 'rejected']),
  reasons: z.array(reason).max(100).nullish().describe('Needed where the outcome is `rejected`'),
  firstPossibleDate: localDate.nullish(),
});

export type SeriesAnswer = z.infer<typeof series>;

const allSeries = z.array(series).min(1).max(500).nullish();

const envelope = {
  portRequestId: text(100),
  attempt: z.int().min(1),
  occurredAt: instant,
};

/** For the document: that a member is there, and is a list. */
const neededArray = (name: string) => ({ properties: { [name]: { type: 'array' } }, required: [name] });

/** Events by which an operator, or the carrier for it, answers. */
export const operatorEvent = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('request.acknowledged'),
      ...envelope,
      data: z.strictObject({ operatorReference: text(100) }),
    }),
    z.strictObject({
      type: z.literal('answer.delayed'),
      ...envelope,
      data: z.strictObject({ until: localDate, reason: longText(2000).nullish() }),
    }),
    z.strictObject({
      type: z.literal('request.approved'),
      ...envelope,
      data: z.strictObject({ date: localDate.nullish(), series: allSeries }).prefault({}),
    }),
    z.strictObject({
      type: z.literal('request.rejected'),
      ...envelope,
      data: z
        .strictObject({ reasons: z.array(reason).min(1).max(100).nullish(), series: allSeries })
        .refine(({ reasons, series: answers }) => (reasons ?? answers ?? undefined) !== undefined, {
          path: ['reasons'],
          message: 'must say why, for the request or for each series',
        })
        .meta({ anyOf: ['reasons', 'series'].map(neededArray) }),
    }),
    z.strictObject({
      type: z.literal('port.completed'),
      ...envelope,
      data: z.strictObject({
        completedAt: instant,
        numbers: z.array(numberItemInput).min(1).max(500).nullish(),
      }),
    }),
    z.strictObject({
      type: z.literal('port.failed'),
      ...envelope,
      data: z.strictObject({ reason: longText(incidentTextLimits.description) }),
    }),
    z.strictObject({
      type: z.literal('incident.updated'),
      ...envelope,
      data: z.strictObject({
        incidentId: text(100),
        status: z.enum(incidentStatuses),
        note: longText(incidentTextLimits.note).nullish(),
      }),
    }),
    z.strictObject({
      type: z.literal('return.completed'),
      ...envelope,
      data: z.strictObject({ completedAt: instant }),
    }),
    z.strictObject({
      type: z.literal('return.refused'),
      ...envelope,
      data: z.strictObject({ reason: longText(2000) }),
    }),
  ])
  .meta({ id: 'OperatorEvent' });

export type OperatorEvent = z.infer<typeof operatorEvent>;

/** The types of the events above, for lists of what is allowed. */
export const operatorEventTypes = [
  'request.acknowledged',
  'answer.delayed',
  'request.approved',
  'request.rejected',
  'port.completed',
  'port.failed',
  'incident.updated',
  'return.completed',
  'return.refused',
] as const satisfies readonly OperatorEvent['type'][];

export type OperatorEventType = (typeof operatorEventTypes)[number];

/** What an event of one type says. */
export type DataOf<Type extends OperatorEventType> = Extract<OperatorEvent, { type: Type }>['data'];
