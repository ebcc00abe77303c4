import type { components, ProblemCode } from './api.generated.ts';

/** A refusal as the API sends it: a problem document (RFC 9457) with a stable `code`; more codes may come. */
export type Problem = components['schemas']['Problem'];

/** What a problem of a code says besides the ordinary, for a program that acts on it. */
type MembersOf = {
  readonly 'auth.scope_missing': 'requiredScope';
  readonly 'port_request.move_not_allowed': 'requestStatus' | 'allowedActions';
  readonly 'operator_event.not_expected': 'requestStatus' | 'attempt' | 'allowedEvents';
  readonly 'window.closed': 'opensAt' | 'closesAt' | 'lastDay';
  readonly 'document.not_clean': 'scanStatus';
  readonly 'request.malformed': 'errors';
  readonly 'request.refused': 'errors';
  readonly 'cursor.invalid': 'errors';
  readonly 'idempotency.key_missing': 'errors';
  readonly 'idempotency.key_malformed': 'errors';
  readonly 'idempotency.key_reused': 'errors';
  readonly 'numbers.already_porting': 'errors';
};

/** A problem of one code, with the members that come with this code. */
export type ProblemOf<Code extends ProblemCode> = Problem & {
  readonly code: Code;
} & (Code extends keyof MembersOf ? Required<Pick<Problem, MembersOf[Code]>> : unknown);

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' &&
  error !== null &&
  typeof Reflect.get(error, 'code') === 'string' &&
  typeof Reflect.get(error, 'status') === 'number';

/** Whether a refusal has this code; then its members are known too: `lastDay` of `window.closed`. */
export const hasCode = <const Code extends ProblemCode>(
  problem: Problem | undefined,
  code: Code,
): problem is ProblemOf<Code> => problem?.code === code;

/**
 * Thrown by `dataOf` for every answer that is no success. `problem` is undefined where something in between answered
 * instead of the API, a proxy say, and what it sent is no problem document.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(status: number, error: unknown) {
    const problem = isProblem(error) ? error : undefined;
    super(problem === undefined ? `Answered ${status}` : `${problem.code}: ${problem.detail}`);
    this.status = status;
    this.problem = problem;
  }
}

/** What a call of the client comes to. */
export type Result<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

/**
 * The body of a successful answer; for those who rather catch than look.
 * @throws ProblemError for any other answer
 */
export function dataOf<Outcome extends { readonly error?: unknown; readonly response: Response }>(
  result: Outcome,
  // From the success alone: a compiler without `exactOptionalPropertyTypes` reads the refusal's `data?: never` as undefined.
): Outcome extends { readonly data: infer Data; readonly error?: undefined } ? Data : never;
/** Of a success `undefined` is data where the answer has no body: its status decides, and not what it holds. */
export function dataOf({ data, error, response }: Result<unknown>): unknown {
  if (!response.ok) throw new ProblemError(response.status, error);
  return data;
}
