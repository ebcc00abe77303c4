import * as z from 'zod';
import { type Note, noteVisibilities } from './note.ts';
import { actorKinds } from './status.ts';

/** A note as it is answered. */
export const noteView = z
  .strictObject({
    sequence: z.int().describe('Of its history entry: notes are ordered by it'),
    id: z.string().describe('Of its history entry'),
    at: z.string().meta({ format: 'date-time' }),
    by: z.strictObject({ kind: z.enum(actorKinds), id: z.string().nullable() }),
    text: z.string(),
    visibility: z.enum(noteVisibilities),
  })
  .meta({ id: 'Note' });

/** A note for whoever may read it. */
export const viewNote = ({ sequence, id, at, by, text, visibility }: Note): z.input<typeof noteView> => ({
  sequence,
  id,
  at,
  by,
  text,
  visibility,
});
