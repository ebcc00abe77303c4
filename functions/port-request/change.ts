import { numbersOf, union } from '../numbers/number-interval.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { PortRequest } from './port-request.ts';
import type { PortRequests, TakenItem } from './port-requests.ts';
import type { Decision } from './recording.ts';
import type { Refusal } from './refusal.ts';

/** What came of a command: written, nothing to write, refused, or answered already under the same key. */
export type Changed =
  | { readonly kind: 'done'; readonly request: PortRequest }
  | { readonly kind: 'already_answered'; readonly answer: RememberedAnswer }
  | Refusal;

/** More tries than writers that could plausibly meet on one request; each try decides anew on what it read. */
const maxTries = 8;

/**
 * Which numbers of which items are taken. Another reseller's request stays unknown: its numbers are one entry for each item, so that
 * it does not show either how many requests hold them, or which of them are one range.
 */
const takenProblems = (request: PortRequest, taken: readonly TakenItem[]): Refusal => {
  const ownIdOf = ({ holder }: TakenItem) =>
    holder.tenant === request.tenant ? holder.portRequestId : undefined;
  const entries = Map.groupBy(taken, (each) => JSON.stringify([each.index, ownIdOf(each) ?? null]));
  return {
    kind: 'numbers_taken',
    problems: [...entries.values()].flatMap((ofEntry) => {
      const [first] = ofEntry;
      if (first === undefined) return [];
      const portRequestId = ownIdOf(first);
      const own = portRequestId === undefined ? {} : { portRequestId };
      return {
        code: 'numbers.already_porting',
        pointer: `/numbers/${first.index}`,
        parameters: own,
        members: { numbers: union(ofEntry.map(({ numbers }) => numbers)).flatMap(numbersOf), ...own },
      };
    }),
  };
};

/** Commits one decision. `stale` asks the caller to read and decide again. */
export const commitDecision = async (
  requests: PortRequests,
  decision: Decision,
  remember?: (request: PortRequest) => RememberedAnswer | undefined,
): Promise<Changed | { readonly kind: 'stale' }> => {
  if (decision.kind === 'nothing_new') return { kind: 'done', request: decision.request };
  if (decision.kind !== 'change') return decision;
  const { recording } = decision;
  const outcome = await requests.commit(recording, remember?.(recording.after));
  switch (outcome.kind) {
    case 'committed':
      return { kind: 'done', request: recording.after };
    case 'stale':
    case 'already_answered':
      return outcome;
    case 'numbers_taken':
      return takenProblems(recording.after, outcome.taken);
  }
};

/**
 * Gather, decide, act: decides on the request as read, commits, and when somebody else was faster reads and decides
 * again. Of two starts at once, one wins and the other is told what the request has become. Deciding may read what is kept
 * beside the request: what is written there meanwhile makes the commit stale.
 * @throws UnavailableError after eight lost races; the caller's retry is judged anew.
 */
export const changeRequest = async (
  requests: PortRequests,
  id: string,
  decide: (request: PortRequest) => Decision | Promise<Decision>,
  remember?: (request: PortRequest) => RememberedAnswer | undefined,
): Promise<Changed> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const request = await requests.find(id);
    if (request === undefined) return { kind: 'unknown' };
    const changed = await commitDecision(requests, await decide(request), remember);
    if (changed.kind !== 'stale') return changed;
  }
  throw new UnavailableError(`Port request ${id} changed ${maxTries} times while it was decided on`);
};
