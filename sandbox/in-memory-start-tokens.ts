import type { StartToken, StartTokens } from '../functions/window/start-tokens.ts';

/** A start link as data, under the hash of its token. */
export type SavedStartToken = readonly [hash: string, token: StartToken];

/** The start links given out, in memory: none, or those that were saved. */
export const createInMemoryStartTokens = (
  saved: readonly SavedStartToken[] = [],
): StartTokens & { readonly save: () => readonly SavedStartToken[] } => {
  const tokens = new Map(saved);
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
    replace: async (hash) => {
      const token = tokens.get(hash);
      if (token !== undefined) tokens.set(hash, { ...token, replaced: true });
    },
    save: () => [...tokens],
  };
};
