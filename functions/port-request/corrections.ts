import type { NumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import { currentAttempt, type PortRequest, type Rejection } from './port-request.ts';
import { writeContent } from './port-request-body.ts';
import { type RejectionReason, rejectionReasonOf } from './rejection-reasons.ts';

/** One place of a request that its operator wants changed, with what stands there now. */
export type Correction = {
  /** JSON Pointer into the request. */
  readonly pointer: string;
  readonly value: unknown;
  readonly reason: RejectionReason;
};

/** What a pointer leads to in a body; undefined where it leads nowhere. */
const valueAt = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
      body,
    );

/** Where a reason is cured now: numbers move in the list as others are taken out, and one that is gone is corrected. */
const pointersOf = (
  { code, field, numbers }: Rejection,
  present: readonly NumberItem[],
): readonly string[] => {
  const template = rejectionReasonOf(code).field;
  if (template?.includes('{i}') && numbers.length > 0)
    return numbersCoveredBy(present, numbers).map((index) => template.replace('{i}', String(index)));
  return field === null ? [] : [field];
};

/**
 * The answer to "what do I change?" (F26): after a rejection every place that is to be corrected, prefilled with what
 * stands there, as a body would say it. Empty in every other status, and where nothing in the request cures it.
 */
export const correctionsOf = (request: PortRequest): readonly Correction[] => {
  if (request.status !== 'rejected') return [];
  const body = writeContent(request.content);
  return (currentAttempt(request)?.rejections ?? []).flatMap((rejection) =>
    pointersOf(rejection, request.content.numbers).map((pointer) => ({
      pointer,
      value: valueAt(body, pointer) ?? null,
      reason: rejectionReasonOf(rejection.code),
    })),
  );
};
