/** Lets calls run side by side, but a clock move alone: nobody is answered from a world that is on its way. */
export type CallGate = {
  readonly shared: <Result>(call: () => Promise<Result>) => Promise<Result>;
  readonly exclusive: <Result>(call: () => Promise<Result>) => Promise<Result>;
};

export const createCallGate = (): CallGate => {
  const underWay = new Set<Promise<unknown>>();
  let lastExclusive: Promise<unknown> = Promise.resolve();

  const track = <Result>(call: Promise<Result>): Promise<Result> => {
    underWay.add(call);
    return call.finally(() => underWay.delete(call));
  };

  return {
    shared: async (call) => {
      const before = lastExclusive;
      return track(before.then(call));
    },
    exclusive: (call) => {
      const others = [...underWay];
      const turn = lastExclusive.then(() => Promise.allSettled(others)).then(call);
      // Whoever comes next waits for the end of this one, however it ends.
      lastExclusive = turn.catch(() => {});
      return track(turn);
    },
  };
};
