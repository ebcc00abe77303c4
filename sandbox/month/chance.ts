/** What decides where nothing else does. The same seed gives the same answers in the same order. */
export type Chance = {
  /** At least 0 and less than 1. */
  readonly next: () => number;
  readonly happens: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** One of several, by weights that need not add up to anything. */
  readonly pick: <Choice>(weighted: Weighted<Choice>) => Choice;
  /** Around a middle that half of all are below; the larger the spread, the longer the tail above. */
  readonly logNormal: (median: number, spread: number) => number;
};

/** Choices with how often each is taken, at least one. */
export type Weighted<Choice> = readonly [
  readonly [Choice, number],
  ...(readonly (readonly [Choice, number])[]),
];

/** A number that two numbers give, and hardly any other two: a seed for each of many. */
export const seedOf = (seed: number, index: number): number =>
  (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(index + 1, 0xc2b2ae35)) >>> 0;

/** Chance by mulberry32: small, fast, and good enough for a picture. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** Of a normal distribution: the sum of twelve is close enough to one. */
  const normal = (): number => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6);
  return {
    next,
    happens: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: ([first, ...others]) => {
      const all = [first, ...others];
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of all) {
        left -= weight;
        if (left < 0) return choice;
      }
      return first[0];
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
  };
};
