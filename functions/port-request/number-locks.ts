import { blocksOf } from '../numbers/number-blocks.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import type { Attempt, PortRequest } from './port-request.ts';
import type { Recording } from './recording.ts';
import { holdsNumbers } from './status.ts';

/** What a request holds, so that no other request may take it: nothing before it is submitted, nothing once it has ended. */
export const heldItems = (request: PortRequest | undefined): readonly NumberItem[] =>
  request !== undefined && holdsNumbers(request.status) ? request.content.numbers : [];

/** The locks on one block of 1,000 numbers, before and after a recording. */
export type BlockChange = {
  readonly block: string;
  /** What the request holds in the block from now on. */
  readonly held: readonly NumberItem[];
};

/** The blocks whose locks a recording changes; none where a request keeps what it held. */
export const blockChangesOf = ({ before, after }: Recording): readonly BlockChange[] => {
  const heldBefore = heldItems(before);
  const heldAfter = heldItems(after);
  if (heldBefore === heldAfter || (heldBefore.length === 0 && heldAfter.length === 0)) return [];
  return blocksOf([...heldBefore, ...heldAfter]).map((block) => ({
    block,
    held: heldAfter.filter((item) => blocksOf([item]).includes(block)),
  }));
};

/** The attempts a recording opens: each keeps a frozen copy of the data it was submitted with. */
export const attemptsOpenedBy = ({ before, after }: Recording): readonly Attempt[] =>
  after.attempts.slice(before?.attempts.length ?? 0);
