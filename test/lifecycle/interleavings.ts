/** Every order in which the steps of several lanes can come, each lane's own steps in order: lists of lane numbers. */
export const interleavingsOf = (stepsPerLane: readonly number[]): readonly (readonly number[])[] => {
  if (stepsPerLane.every((steps) => steps === 0)) return [[]];
  return stepsPerLane.flatMap((steps, lane) =>
    steps === 0
      ? []
      : interleavingsOf(stepsPerLane.map((left, other) => (other === lane ? left - 1 : left))).map((rest) => [
          lane,
          ...rest,
        ]),
  );
};

/** Waits for the lane's next turn; asked for before each step that others can come in between of. */
export type Turn = () => Promise<void>;

/** A lane of work that stands still before each of its steps until it is let on. */
const createLane = (work: (turn: Turn) => Promise<void>) => {
  let letOn = () => {};
  let stands = () => {};
  const halt = () =>
    new Promise<void>((resolve) => {
      stands = resolve;
    });
  const first = halt();
  const turn: Turn = () =>
    new Promise((resolve) => {
      letOn = resolve;
      stands();
    });
  const done = work(turn).finally(() => {
    letOn = () => stands();
    stands();
  });
  return {
    done,
    first,
    step: () => {
      const next = halt();
      letOn();
      return next;
    },
  };
};

/** Runs the lanes in this order of steps, then to their ends, one after the other. */
export const runInterleaved = async (
  order: readonly number[],
  works: readonly ((turn: Turn) => Promise<void>)[],
): Promise<void> => {
  const lanes = works.map(createLane);
  await Promise.all(lanes.map(({ first }) => first));
  for (const lane of order) await lanes[lane]?.step();
  await Promise.all(lanes.map(({ done }) => done));
};
