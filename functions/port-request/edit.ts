import { isDeepStrictEqual } from 'node:util';
import { isFinallyRejected } from './allowed-actions.ts';
import { catchUp } from './catch-up.ts';
import type { Content } from './content.ts';
import type { Facts } from './facts.ts';
import type { PortRequest } from './port-request.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import { type Actor, isEditable } from './status.ts';
import { moveNotAllowed } from './submit.ts';

const changedParts = (before: Content, after: Content): readonly string[] =>
  Object.entries(after)
    .filter(
      ([name, value]) => !isDeepStrictEqual(value, Object.entries(before).find(([key]) => key === name)?.[1]),
    )
    .map(([name]) => `/${name}`);

/** Replaces the data of a draft, or corrects a rejected or expired request before its next attempt (F26). */
export const edit = (request: PortRequest, content: Content, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  if (!isEditable(after.status) || isFinallyRejected(after)) return moveNotAllowed(after, facts);
  const changed = changedParts(after.content, content);
  if (changed.length === 0) return decided(recording);
  return decided(
    record(recording, facts, {
      type: 'port_request.corrected',
      actor,
      // Which parts, never what they say: the history holds no names and numbers.
      data: { changed },
      request: { ...after, content },
    }),
  );
};
