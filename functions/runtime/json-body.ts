import type * as z from 'zod';
import type { HttpCall } from './http-call.ts';
import { ProblemError } from './problem.ts';

/** No body is larger: the largest accepted request, 500 items with all that may surround them, fits. */
const maxBodyBytes = 64 * 1024;

/**
 * What several bodies may add up to: more than one body, since numbers take more room in their one spelling than in a
 * written range; well below what a record can hold.
 */
const maxValueBytes = 2 * maxBodyBytes;

const checkSize = (bytes: number, maxBytes: number): void => {
  if (bytes > maxBytes)
    throw new ProblemError({
      code: 'request.too_large',
      detail: `At most ${maxBytes} bytes are taken here; these are ${bytes}.`,
    });
};

/** Refuses a body that is too large. @throws ProblemError 413. */
export const checkBodySize = ({ rawBody }: HttpCall): void => checkSize(rawBody.byteLength, maxBodyBytes);

/** Refuses a value that several bodies have added up to. @throws ProblemError 413. */
export const checkValueSize = (value: unknown): void =>
  checkSize(Buffer.byteLength(JSON.stringify(value)), maxValueBytes);

/** Refuses a body in a form the route does not take. @throws ProblemError 415. */
export const checkMediaType = (call: HttpCall, mediaTypes: readonly string[]): void => {
  const given = call.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given === undefined || !mediaTypes.includes(given))
    throw new ProblemError({
      code: 'request.unsupported_media_type',
      detail: `Send ${mediaTypes.join(' or ')}.`,
    });
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Fault = { readonly code: string; readonly pointer: string; readonly detail: string };

const faultsOf = (
  issue: z.core.$ZodIssue,
  prefix: readonly PropertyKey[],
  input: unknown,
): readonly Fault[] => {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'field.unknown',
        pointer: pointerOf([...path, key]),
        detail: 'There is no such field here.',
      }));
    default: {
      const value = issue.path.reduce<unknown>(memberOf, input);
      const isMissing = value === undefined || (value === null && issue.code === 'invalid_type');
      return [
        {
          code: isMissing ? 'field.required' : 'field.wrong_type',
          pointer: pointerOf(path),
          detail: isMissing ? 'This field is needed and is missing.' : issue.message,
        },
      ];
    }
  }
};

const memberOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Refuses what a schema cannot read, with every fault at once. @throws ProblemError 400. */
export const parseWith = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  prefix: readonly PropertyKey[] = [],
): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ProblemError({
    code: 'request.malformed',
    members: { errors: parsed.error.issues.flatMap((issue) => faultsOf(issue, prefix, input)) },
  });
};

const unreadable = (detail: string): ProblemError =>
  new ProblemError({
    code: 'request.malformed',
    detail,
    members: { errors: [{ code: 'field.wrong_type', pointer: '', detail }] },
  });

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Deeper than any body a route takes. What is deeper still would overflow whatever writes it out again. */
const maxLevels = 32;

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1)));

const parseJson = (rawBody: Buffer): unknown => {
  try {
    return JSON.parse(decoder.decode(rawBody));
  } catch {
    throw unreadable('The body is not JSON.');
  }
};

/** The JSON value of a body. @throws ProblemError 400 for what is no UTF-8, no JSON, or nested beyond all reason. */
export const readJson = ({ rawBody }: Pick<HttpCall, 'rawBody'>): unknown => {
  const value = parseJson(rawBody);
  if (isDeeperThan(value, maxLevels)) throw unreadable(`The body is nested deeper than ${maxLevels} levels.`);
  return value;
};
