import { type Item, text } from './dynamo-items.ts';

/** What stands, by what it is: each is a partition of the index `standing`. */
export type StandingKind = 'REQUEST' | 'WAIT' | 'LOCK' | 'MAIL';

/** What an item carries as long as it stands; without it, it is in no overview. */
export const standingAs = (kind: StandingKind): Item => ({ standingKey: text(kind) });

/** An item that stands no more. */
export const withoutStanding = ({ standingKey: _, ...item }: Item): Item => item;
