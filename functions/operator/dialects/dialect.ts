import * as z from 'zod';
import { rejectionReasons } from '../../port-request/rejection-reasons.ts';
import { operatorEventTypes } from '../operator-event.ts';
import { valueForms } from './value-forms.ts';

/** Where a value stands: a JSON Pointer (RFC 6901) into the operator's payload or, in a list, into one of its items. */
const pointer = z.string().regex(/^(?:\/(?:[^~/]|~[01])+)+$/);

const place = {
  from: pointer,
  /** An event may come without it; anything else that is missing is refused. */
  optional: z.literal(true).optional(),
};

/** One value, taken as it stands, read from a form of its own, or looked up: the operator's word on the left, ours on the right. */
const single = z.union([
  z.strictObject({ ...place, form: z.enum(valueForms).optional() }),
  z.strictObject({ ...place, values: z.record(z.string(), z.string()) }),
]);

/** A list of objects: for each, our members and where they stand in it. */
const list = z.strictObject({ ...place, each: z.record(z.string(), single) });

const listOfLists = z.strictObject({ ...place, each: z.record(z.string(), z.union([single, list])) });

const member = z.union([single, list, listOfLists]);

const variant = z
  .strictObject({
    /** Where its names come from: the operator's documentation, and of which day, or an assumption. */
    standing: z.string().min(1),
    /** Which of the operator's words stands for which event; a word that is not listed is refused. */
    type: z.strictObject({ from: pointer, values: z.record(z.string(), z.enum(operatorEventTypes)) }),
    portRequestId: single,
    attempt: single,
    occurredAt: single,
    /** The `data` of each event that the operator sends. */
    data: z.partialRecord(z.enum(operatorEventTypes), z.record(z.string(), member)),
  })
  .refine(
    ({ type, data }) =>
      [...new Set(Object.values(type.values))].toSorted().join() === Object.keys(data).toSorted().join(),
    'needs the data of each event that it has a word for, and of no other',
  );

/** Ours: a payload that has one of them at its top must not be taken for a variant. */
const membersOfEvents: readonly string[] = ['type', 'portRequestId', 'attempt', 'occurredAt', 'data'];

/**
 * How one operator speaks: its codes for refusals, and the payloads it sends where its system cannot send our own. Plain data. Our own
 * events and our own codes are always taken beside them.
 */
export const dialectSchema = z.strictObject({
  /** Where the codes come from: the operator's documentation, and of which day, or an assumption. */
  codesStanding: z.string().min(1),
  /** The operator's codes in lower case, words joined by `_`, each with our reason. What is not listed is `other`. */
  codes: z.record(z.string().regex(/^[a-z0-9_]+$/), z.enum(rejectionReasons.map(({ code }) => code))),
  /** The member by which a payload says which variant it is: a payload without it is one of our own events. Nothing is guessed. */
  variantNamedAt: pointer.refine(
    (at) => !membersOfEvents.includes(at.split('/')[1] ?? ''),
    'must not be a member of our own events',
  ),
  /** The variants by the text of that member. Members of a payload that a variant does not name are passed over. */
  variants: z.record(z.string(), variant),
});

export type Dialect = z.infer<typeof dialectSchema>;

/** How one payload of an operator is read. */
export type Variant = z.infer<typeof variant>;

/** How one value of it is read. */
export type SingleReading = z.infer<typeof single>;

/** How one member of our `data` is read: a value, or a list. */
export type MemberReading = z.infer<typeof member>;

/** The form of a dialect as JSON Schema, for whoever writes one down elsewhere. */
export const dialectJsonSchema = () => z.toJSONSchema(dialectSchema, { io: 'input', reused: 'ref' });
