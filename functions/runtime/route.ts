import * as z from 'zod';
import type { ProblemCode } from '../problems/problem-catalogue.ts';

/** The rights that a token can carry. */
export const scopes = ['port-requests:read', 'port-requests:write', 'desk'] as const;

export type Scope = (typeof scopes)[number];

/** The HTTP methods that routes answer. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';

/** Who may call a route: anyone, a bearer token with this scope, an operator's signature, or whoever holds the link. */
export type Access = 'public' | Scope | 'operator-signature' | 'start-link';

/** What a route answers: a schema that the body leaves through, or a media type for what is no JSON. */
export type AnswerSchema = {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
  /** Whether what has that media type is bytes and no text. */
  readonly isBinary?: boolean;
  /** Headers that every such answer has and that are worth knowing, each with what it says. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Of a route whose path names nothing. */
export const noPathParameters = z.object({});

/** Of a route without query parameters; one that is sent is ignored. */
export const noQuery = z.object({});

/** Of a route without a body; one that is sent is ignored. */
export const noBody = z.undefined();

/**
 * One route of the API. The gateway, the sandbox's router and the OpenAPI document are all made from it, so none of
 * them can know a route the others do not.
 */
export type Route<
  PathParameters extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  OperationId extends string = string,
> = {
  readonly operationId: OperationId;
  readonly method: Method;
  /** `/v1/port-requests/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly access: Access;
  /** Whether an `Idempotency-Key` has to be given, is honoured, or means nothing. */
  readonly idempotency?: 'required' | 'honoured';
  /** Whether `If-Match` has to be given. */
  readonly precondition?: 'required';
  /** Further request headers, for the description; the handler reads them itself. */
  readonly headers?: z.ZodObject;
  readonly pathParameters: PathParameters;
  readonly query: Query;
  readonly body: Body;
  readonly bodyMediaTypes?: readonly string[];
  readonly answers: Readonly<Record<number, AnswerSchema>>;
  /** Refusals beyond those every route of its kind has. */
  readonly problems?: readonly ProblemCode[];
};

/** Keeps a route's exact schemas, so that its handler knows what it is given, and its name, so that no table forgets it. */
export const defineRoute = <
  PathParameters extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  OperationId extends string,
>(
  route: Route<PathParameters, Query, Body, OperationId>,
): Route<PathParameters, Query, Body, OperationId> => route;

const segmentsOf = (path: string): readonly string[] => path.split('/');

const decodeSegment = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

/** The path parameters of a path that has this form; undefined for any other path. */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const expected = segmentsOf(template);
  const given = segmentsOf(path);
  if (expected.length !== given.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, segment] of expected.entries()) {
    const actual = given[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== actual) return undefined;
      continue;
    }
    const value = decodeSegment(actual);
    if (value === undefined || value === '') return undefined;
    params.set(segment.slice(1, -1), value);
  }
  return Object.fromEntries(params);
};
