/** Something that somebody will do at a moment. */
export type Plan = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly act: () => Promise<void>;
};

/** What people will do, earliest first; of several at once the one that was planned first. */
export type Agenda = {
  readonly add: (plan: Plan) => void;
  /** The next moment at which somebody does something. */
  readonly nextAt: () => number | undefined;
  /** Takes out the next plan whose moment has come. */
  readonly takeDue: (now: number) => Plan | undefined;
  readonly size: () => number;
};

type Entry = Plan & { readonly turn: number };

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at === other.at ? one.turn < other.turn : one.at < other.at;

/** An empty agenda: a heap, since a month has tens of thousands of plans. */
export const createAgenda = (): Agenda => {
  const heap: Entry[] = [];
  let turns = 0;

  const swapIf = (upper: number, lower: number): boolean => {
    const one = heap[upper];
    const other = heap[lower];
    if (one === undefined || other === undefined || !isBefore(other, one)) return false;
    heap[upper] = other;
    heap[lower] = one;
    return true;
  };

  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const smaller =
        left !== undefined && right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
      if (!swapIf(at, smaller)) return;
      at = smaller;
    }
  };

  return {
    add: (plan) => {
      turns += 1;
      heap.push({ ...plan, turn: turns });
      for (let at = heap.length - 1; at > 0 && swapIf((at - 1) >> 1, at); ) at = (at - 1) >> 1;
    },
    nextAt: () => heap[0]?.at,
    takeDue: (now) => {
      const [first] = heap;
      if (first === undefined || first.at > now) return undefined;
      const last = heap.pop();
      if (last !== undefined && last !== first) {
        heap[0] = last;
        sink();
      }
      return first;
    },
    size: () => heap.length,
  };
};
