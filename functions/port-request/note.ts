import { catchUp } from './catch-up.ts';
import type { Enclosure } from './enclosure.ts';
import type { Facts } from './facts.ts';
import type { PortRequest } from './port-request.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import type { Actor } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** Who may read a note: whoever may read the request, or the desk alone. */
export const noteVisibilities = ['shared', 'desk'] as const;

export type NoteVisibility = (typeof noteVisibilities)[number];

/** A text that somebody left beside a request. */
export type Note = Extract<Enclosure, { kind: 'note' }>;

/** The notes among what is enclosed, in the order in which they were written: two of one instant both count. */
export const notesAmong = (enclosures: readonly Enclosure[]): readonly Note[] =>
  enclosures.filter((enclosure) => enclosure.kind === 'note');

/** As many of the longest still fit into one answer of a function, 6 MB. */
const mostNotes = 500;

/** Leaves a note beside a request, in whatever status it is, unless it was erased (assumption). `enclosures`: what is kept so far. */
export const writeNote = (
  request: PortRequest,
  { text, visibility }: { readonly text: string; readonly visibility: NoteVisibility },
  enclosures: readonly Enclosure[],
  facts: Facts,
  actor: Actor,
): Decision => {
  const recording = catchUp(startRecording(request), facts);
  // What is written now would not be erased again.
  if (recording.after.erasedAt !== null) return moveNotAllowed(recording.after, facts);
  if (notesAmong(enclosures).length >= mostNotes)
    return {
      kind: 'refused',
      problems: [{ code: 'notes.too_many', pointer: '/text', parameters: { maximum: mostNotes } }],
    };
  return decided(
    record(recording, facts, {
      type: 'port_request.noted',
      actor,
      data: { visibility },
      enclosure: { kind: 'note', visibility, text },
      request: recording.after,
    }),
  );
};
