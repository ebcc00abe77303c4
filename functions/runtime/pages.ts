import * as z from 'zod';

/** How many entries of a list are asked for at once. */
export const pageLimit = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(25)
  .describe('How many entries a page holds at most');

/** The query parameters of a list that is read page by page. */
export const pageQuery = {
  limit: pageLimit,
  cursor: z
    .string()
    .max(2000)
    .optional()
    .describe('The `nextCursor` of the page before, with the same filter; none: from the beginning'),
};

/** The answer of a list that is read page by page. */
export const pageView = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({
    items: z.array(entry),
    nextCursor: z.string().nullable().describe('Null on the last page'),
  });

/**
 * The first page of what was found, and the cursor of the one after it; null where there is none.
 * @param found one entry more than `limit` where there are more: that one tells that there is a next page.
 * @param cursorAfter writes the cursor that goes on after an entry.
 */
export const pageOf = <Entry>(
  found: readonly Entry[],
  limit: number,
  cursorAfter: (last: Entry) => string,
): { readonly items: readonly Entry[]; readonly nextCursor: string | null } => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > items.length && last !== undefined ? cursorAfter(last) : null };
};
