/** Milliseconds since the process began. Only goes forward, whatever happens to the time of day. */
export const elapsedMilliseconds = (): number => performance.now();

/** Resolves after so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
