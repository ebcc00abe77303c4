import { createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemError } from './problem.ts';

/** The secret that cursors are signed with; every instance of the service has the same. */
export type CursorKey = string;

const signatureOf = (key: CursorKey, binding: string, payload: string): Buffer =>
  createHmac('sha256', key).update(`${binding}\n${payload}`).digest();

/**
 * A place in a list as an opaque text. It is good only where `binding` (whose list, which filter) is the same: a cursor
 * carried to another tenant or filter would skip or repeat entries without anybody noticing.
 */
export const writeCursor = (key: CursorKey, binding: string, place: unknown): string => {
  const payload = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${payload}.${signatureOf(key, binding, payload).toString('base64url')}`;
};

/**
 * The place a cursor names.
 * @param parameter of the query in which it came.
 * @throws ProblemError 400 for one that was not given out for this list.
 */
export const readCursor = (
  key: CursorKey,
  binding: string,
  cursor: string,
  parameter = 'cursor',
): unknown => {
  const [payload = '', signature = ''] = cursor.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(key, binding, payload);
  const isOurs =
    `${payload}.${signature}` === cursor &&
    given.length === expected.length &&
    timingSafeEqual(given, expected);
  if (isOurs) return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const detail = 'This cursor was not given out for this list and filter. Start again without one.';
  throw new ProblemError({
    code: 'cursor.invalid',
    detail,
    members: { errors: [{ code: 'cursor.invalid', pointer: `/query/${parameter}`, detail }] },
  });
};
