import { dataOf, type Result } from './problem.ts';

/** One page of a list; `nextCursor` is null on the last. */
export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** One page of a feed: its `nextCursor` is never null, since more may happen. */
export type FeedPage<Item> = { readonly items: readonly Item[]; readonly nextCursor: string };

/**
 * Every item of a list, page after page. The next page is asked for when it is needed.
 * @param pageAt asks for one page: `(at) => client.GET('/v1/port-requests', { params: { query: { status: 'approved', ...at } } })`
 * @throws ProblemError when a page is refused
 */
export async function* everyItem<Item>(
  pageAt: (at: { readonly cursor?: string }) => Promise<Result<Page<Item>>>,
): AsyncGenerator<Item, void, void> {
  let cursor: string | null = null;
  do {
    const page: Page<Item> = dataOf(await pageAt(cursor === null ? {} : { cursor }));
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/**
 * The pages of a feed from a cursor on, until it has nothing new. Whoever has handled a page keeps its `nextCursor`, and
 * goes on from there the next time: so nothing is missed, and what was handled last may come again after a crash.
 * @param pageAfter asks for one page: `(at) => client.GET('/v1/events', { params: { query: at } })`
 * @param after the cursor that was kept; from the very beginning without it
 * @throws ProblemError when a page is refused
 */
export async function* newPages<Item>(
  pageAfter: (at: { readonly after?: string }) => Promise<Result<FeedPage<Item>>>,
  after?: string,
): AsyncGenerator<FeedPage<Item>, void, void> {
  let cursor = after;
  for (;;) {
    const page: FeedPage<Item> = dataOf(await pageAfter(cursor === undefined ? {} : { after: cursor }));
    if (page.items.length === 0) return;
    yield page;
    cursor = page.nextCursor;
  }
}
