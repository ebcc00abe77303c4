import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { HttpAnswer, HttpCall } from './http-call.ts';
import { ProblemError } from './problem.ts';

/** How long the answer to a key is kept. */
const keptHours = 72;

const wellFormedKey = /^[\x20-\x7e]{1,255}$/;

const withSortedMembers = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/**
 * SHA-256 of a JSON value, whatever the order of its members or its white space. Not canonical JSON (RFC 8785), which
 * knows no halves of characters and no `1e999`: a body may hold both where anything is taken.
 */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null, withSortedMembers))
    .digest('hex');

/** What a call was made under: a key, by whom and for what, and with which body. */
export type IdempotencyContext = {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly expiresAt: string;
};

/** The call's key; undefined without one. @throws ProblemError 400 where one is needed, or for one that is not printable. */
export const readIdempotencyKey = (call: HttpCall, isRequired: boolean): string | undefined => {
  const key = call.header('idempotency-key');
  const refuse = (code: 'idempotency.key_missing' | 'idempotency.key_malformed', detail: string) =>
    new ProblemError({ code, detail, members: { errors: [{ code, pointer: '', detail }] } });
  if (key === undefined) {
    if (isRequired)
      throw refuse('idempotency.key_missing', 'Send an Idempotency-Key header, new for each request.');
    return undefined;
  }
  if (!wellFormedKey.test(key))
    throw refuse('idempotency.key_malformed', 'An Idempotency-Key is 1 to 255 printable ASCII characters.');
  return key;
};

/** What a call with a key is remembered under: per tenant, method and path, for 72 hours. */
export const idempotencyContextOf = (
  call: HttpCall,
  key: string,
  body: unknown,
  now: Temporal.Instant,
): IdempotencyContext => ({
  scope: `${call.caller?.tenant} ${call.method} ${call.path}`,
  key,
  fingerprint: fingerprintOf(body),
  expiresAt: toInstantText(now.add({ hours: keptHours })),
});

/** An answer in the form in which it is kept. */
export const remembered = (context: IdempotencyContext, answer: HttpAnswer<string>): RememberedAnswer => ({
  ...context,
  status: answer.status,
  headers: answer.headers,
  body: answer.body,
});

/** Gives a kept answer again, byte for byte. @throws ProblemError 422 when the key was used with another body. */
export const replay = (answer: RememberedAnswer, context: IdempotencyContext): HttpAnswer<string> => {
  if (answer.fingerprint !== context.fingerprint)
    throw new ProblemError({
      code: 'idempotency.key_reused',
      detail: 'This Idempotency-Key was used with another body. Use a new key for a new request.',
      members: {
        errors: [{ code: 'idempotency.key_reused', pointer: '', detail: 'Another body had this key.' }],
      },
    });
  return {
    status: answer.status,
    headers: { ...answer.headers, 'idempotency-replayed': 'true' },
    body: answer.body,
  };
};
