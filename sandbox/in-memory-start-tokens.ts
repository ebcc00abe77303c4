import type { StartToken, StartTokens } from '../functions/window/start-tokens.ts';

/** The start links given out, in memory. */
export const createInMemoryStartTokens = (): StartTokens => {
  const tokens = new Map<string, StartToken>();
  return {
    keep: async (hash, token) => {
      tokens.set(hash, token);
    },
    find: async (hash) => tokens.get(hash),
    countTry: async (hash) => {
      const token = tokens.get(hash);
      if (token === undefined) return 1;
      const tries = token.tries + 1;
      tokens.set(hash, { ...token, tries });
      return tries;
    },
  };
};
