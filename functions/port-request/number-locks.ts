import { blocksOf } from '../numbers/number-blocks.ts';
import { type NumberInterval, sharedNumbers } from '../numbers/number-interval.ts';
import { intervalOf, type NumberItem } from '../numbers/number-item.ts';
import type { Attempt, PortRequest } from './port-request.ts';
import type { TakenItem } from './port-requests.ts';
import type { Recording } from './recording.ts';
import { holdsNumbers } from './status.ts';

/** What a request holds, so that no other request may take it: nothing before it is submitted, nothing once it has ended. */
export const heldItems = (request: PortRequest | undefined): readonly NumberItem[] =>
  request !== undefined && holdsNumbers(request.status) ? request.content.numbers : [];

/** Numbers of one block that an open request holds. */
export type NumberLock = NumberInterval & { readonly portRequestId: string; readonly tenant: string };

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

/** A block's locks after a change: those of other requests stay, those of this one are what it holds from now on. */
export const locksAfter = (
  locks: readonly NumberLock[],
  { held }: BlockChange,
  { id, tenant }: PortRequest,
): readonly NumberLock[] => [
  ...locks.filter(({ portRequestId }) => portRequestId !== id),
  ...held
    .map(intervalOf)
    .filter((interval) => interval !== undefined)
    .map((interval) => ({ ...interval, portRequestId: id, tenant })),
];

/**
 * What open requests hold of each item, by the locks of its blocks.
 * @param except a request that does not stand in its own way.
 */
export const takenOf = (
  items: readonly NumberItem[],
  locksOn: (block: string) => readonly NumberLock[],
  except?: string,
): readonly TakenItem[] =>
  items.flatMap((item, index) => {
    const wanted = intervalOf(item);
    if (wanted === undefined) return [];
    return blocksOf([item])
      .flatMap(locksOn)
      .flatMap(({ portRequestId, tenant, ...lock }) => {
        const numbers = sharedNumbers(lock, wanted);
        return numbers === undefined || portRequestId === except
          ? []
          : [{ index, numbers, holder: { portRequestId, tenant } }];
      });
  });

/** The attempts a recording opens: each keeps a frozen copy of the data it was submitted with. */
export const attemptsOpenedBy = ({ before, after }: Recording): readonly Attempt[] =>
  after.attempts.slice(before?.attempts.length ?? 0);
