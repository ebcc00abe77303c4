import * as z from 'zod';
import { longText, text, upTo } from '../port-request/field-schemas.ts';
import { actorKinds } from '../port-request/status.ts';
import type { GivenExample } from './call-examples.ts';
import {
  diagnoses,
  exampleProblems,
  heardSounds,
  incidentActors,
  incidentKinds,
  incidentStatuses,
} from './incident.ts';
import { incidentLimits, incidentTextLimits } from './incident-limits.ts';

const instant = z.string().meta({ format: 'date-time', example: '2026-04-15T09:05:00Z' });

/** As it was written: what cannot be read is kept and told, since it must not spoil the examples beside it (F35). */
const spelling = (example: string, description: string) =>
  upTo(incidentTextLimits.spelling).trim().meta({ example, description });

const exampleBody = z.strictObject({
  callingNumber: spelling('+32475123456', 'Who called, in any usual spelling.'),
  callingOperator: text(incidentTextLimits.callingOperator).meta({ example: 'Orange' }),
  calledNumber: spelling('025805051', 'Which ported number was called.'),
  calledAt: spelling('2026-04-15T11:05:00+02:00', 'When, with an offset.'),
  heard: z.enum(heardSounds),
  note: longText(incidentTextLimits.exampleNote).nullish(),
});

type ExampleBody = z.output<typeof exampleBody>;

/**
 * More than a body holds: the limit itself is a rule with its own code. Without any end to them, a body full of empty ones
 * would be answered with what each of them lacks, more than a function may give.
 */
const exampleBodies = z.array(exampleBody).max(1_000);

/** The examples of a body as they are judged. */
export const givenExamples = (examples: readonly ExampleBody[]): readonly GivenExample[] =>
  examples.map(({ note, ...example }) => ({ ...example, note: note ?? null }));

/** What a report takes. */
export const reportBody = z
  .strictObject({
    kind: z.enum(incidentKinds),
    description: z.union([longText(incidentTextLimits.description), z.literal('')]).nullish(),
    examples: exampleBodies
      .nullish()
      .describe(`Calls that did not arrive, at most ${incidentLimits.examplesPerReport} at once.`),
  })
  .meta({ id: 'IncidentReport' });

/** What takes further examples. */
export const examplesBody = z.strictObject({
  examples: exampleBodies.min(1).describe(`At most ${incidentLimits.examplesPerReport} at once.`),
});

/** What somebody writes on an incident. */
export const noteText = longText(incidentTextLimits.note).nullish();

/** What the desk changes of an incident; a missing field stays, or follows from the others. */
export const changeBody = z.strictObject({
  diagnosis: z.enum(diagnoses).optional(),
  actor: z.enum(incidentActors).optional(),
  status: z.enum(incidentStatuses).optional(),
  note: noteText,
});

const exampleView = z.strictObject({
  callingNumber: z.string().describe('E.164, or as it was written where it cannot be read.'),
  callingNational: z.string().nullable(),
  callingOperator: z.string(),
  calledNumber: z.string().describe('E.164, or as it was written where it cannot be read.'),
  calledNational: z.string().nullable(),
  calledAt: z.string().describe('UTC, or as it was written where it cannot be read.'),
  heard: z.enum(heardSounds),
  note: z.string().nullable(),
  accepted: z.boolean(),
  problem: z.enum(exampleProblems).nullable().describe('Why the call does not count; null where it does.'),
});

/** An incident as it is answered. */
export const incidentView = z
  .strictObject({
    id: z.string().meta({ example: 'inc_01KAQ4Z3X6V9Y2N8M5T7R1W0DF' }),
    portRequestId: z.string(),
    kind: z.enum(incidentKinds),
    description: z.string(),
    openedAt: instant,
    openedBy: z.enum(actorKinds),
    notes: z.array(z.strictObject({ at: instant, by: z.enum(actorKinds), text: z.string() })),
    status: z.enum(incidentStatuses),
    diagnosis: z.enum(diagnoses),
    actor: z.enum(incidentActors).describe('Who has to act; of a resolved incident, who had to.'),
    advice: z
      .string()
      .describe('What helps, in the language of `Accept-Language`, else in that of the contact.'),
    examplesMissing: z.int().describe('How many good examples are still needed; 0 outside routing.'),
    examples: z.array(exampleView),
    escalatedAt: instant.nullable().describe('When it was last reported to the carrier.'),
    resolvedAt: instant.nullable(),
    dueAt: instant
      .nullable()
      .describe(
        'Of a port that runs, when it has to be done at the latest; of what the carrier has, when the desk asks after it.',
      ),
  })
  .meta({ id: 'Incident' });
