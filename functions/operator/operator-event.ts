import * as z from 'zod';
import { instant, localDate, numberItemInput, text } from '../port-request/field-schemas.ts';

/** What an operator's refusal names: its own code, its own words, the numbers concerned. All kept unchanged. */
const reason = z.strictObject({
  code: text(100),
  text: z.string().max(2000).nullish(),
  numbers: z.array(numberItemInput).max(500).nullish(),
});

export type OperatorReason = z.infer<typeof reason>;

const envelope = {
  portRequestId: text(100),
  attempt: z.int().min(1),
  occurredAt: instant,
};

/** Events by which an operator, or the carrier for it, answers. */
export const operatorEvent = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('request.acknowledged'),
      ...envelope,
      data: z.strictObject({ operatorReference: text(100) }),
    }),
    z.strictObject({
      type: z.literal('request.approved'),
      ...envelope,
      data: z.strictObject({ date: localDate.nullish() }).prefault({}),
    }),
    z.strictObject({
      type: z.literal('request.rejected'),
      ...envelope,
      data: z.strictObject({ reasons: z.array(reason).min(1).max(100) }),
    }),
    z.strictObject({
      type: z.literal('port.completed'),
      ...envelope,
      data: z.strictObject({
        completedAt: instant,
        numbers: z.array(numberItemInput).min(1).max(500).nullish(),
      }),
    }),
  ])
  .meta({ id: 'OperatorEvent' });

export type OperatorEvent = z.infer<typeof operatorEvent>;

/** The types of the events above, for lists of what is allowed. */
export const operatorEventTypes = [
  'request.acknowledged',
  'request.approved',
  'request.rejected',
  'port.completed',
] as const satisfies readonly OperatorEvent['type'][];

export type OperatorEventType = (typeof operatorEventTypes)[number];
