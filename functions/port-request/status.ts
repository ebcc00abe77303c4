/** Where a port request stands; the order is the usual one of its life (assumption: the FAQ names no status). */
export const statuses = [
  'draft',
  'submitted',
  'awaiting_answer',
  'rejected',
  'approved',
  'ready_to_start',
  'in_progress',
  'completed',
  'expired',
  'cancelled',
] as const;

export type Status = (typeof statuses)[number];

/** Whoever acts on a request, by one enum everywhere. */
export const actorKinds = ['reseller', 'subscriber', 'losing_operator', 'carrier', 'desk', 'clock'] as const;

export type ActorKind = (typeof actorKinds)[number];

/** Who did something; `id` is the token's subject or the operator's id, null for the clock and a mailed link. */
export type Actor = { readonly kind: ActorKind; readonly id: string | null };

/** Who acts when nobody does: a deadline has passed. */
export const theClock: Actor = { kind: 'clock', id: null };

type Move = {
  readonly from: readonly Status[];
  readonly to: readonly Status[];
  readonly by: readonly ActorKind[];
};

/**
 * Every move a request can make, and who may make it: routes and the senders of events see to `by`, which tests hold them to.
 * Any other move is refused. Assumption throughout (the FAQ names no status); it keeps two
 * promises: a rejected request reaches `completed` only by a new attempt, and nobody leaves `completed` or `cancelled`.
 */
export const moves = {
  submit: { from: ['draft', 'rejected', 'expired'], to: ['submitted'], by: ['reseller', 'desk'] },
  accept: { from: ['submitted'], to: ['awaiting_answer'], by: ['carrier', 'losing_operator', 'desk'] },
  approve: { from: ['awaiting_answer'], to: ['approved'], by: ['carrier', 'losing_operator', 'desk'] },
  reject: {
    from: ['awaiting_answer', 'approved', 'ready_to_start'],
    to: ['rejected'],
    by: ['carrier', 'losing_operator', 'desk'],
  },
  openWindow: { from: ['approved'], to: ['ready_to_start'], by: ['clock'] },
  replan: { from: ['approved', 'ready_to_start'], to: ['submitted'], by: ['reseller', 'desk'] },
  start: { from: ['ready_to_start'], to: ['in_progress'], by: ['reseller', 'subscriber', 'desk'] },
  expire: { from: ['ready_to_start'], to: ['expired'], by: ['clock'] },
  complete: { from: ['in_progress'], to: ['completed'], by: ['carrier', 'losing_operator', 'desk'] },
  /** It was ported all the same, the carrier went first: only the desk can say so, with a reason. */
  recordOutcome: { from: ['approved', 'ready_to_start', 'expired'], to: ['completed'], by: ['desk'] },
  /** Rolled back, so that no number moved: it can be started again while the window lasts. */
  fail: {
    from: ['in_progress'],
    to: ['ready_to_start', 'expired'],
    by: ['carrier', 'losing_operator', 'desk'],
  },
  cancel: {
    from: ['draft', 'submitted', 'awaiting_answer', 'rejected', 'approved', 'ready_to_start', 'expired'],
    to: ['cancelled'],
    by: ['reseller', 'desk'],
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

const listsStatus = (list: readonly Status[], status: Status): boolean => list.includes(status);

/** Whether the table lets this move begin in this status. */
export const mayMove = (move: MoveName, status: Status): boolean => listsStatus(moves[move].from, status);

/** Whether the request's data may be changed (F26: corrected after a refusal; never while an operator judges it). */
export const isEditable = (status: Status): boolean => listsStatus(['draft', 'rejected', 'expired'], status);

/** Whether the request holds its numbers, so that no other request may take them. */
export const holdsNumbers = (status: Status): boolean =>
  listsStatus(['submitted', 'awaiting_answer', 'approved', 'ready_to_start', 'in_progress'], status);
