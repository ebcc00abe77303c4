import { type ProblemCode, problemCatalogue } from '../problems/problem-catalogue.ts';
import type { HttpAnswer } from './http-call.ts';

/** The codes that can be an answer by themselves. */
export type AnswerCode = {
  [Code in ProblemCode]: (typeof problemCatalogue)[Code]['status'] extends number ? Code : never;
}[ProblemCode];

/** A refusal on its way out: the code says the status and the title, the members what a caller needs to act on it. */
export type Problem = {
  readonly code: AnswerCode;
  readonly detail?: string;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown at an edge when a call cannot go on; answered as its problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The media type of every refusal (RFC 9457). */
export const problemMediaType = 'application/problem+json';

/** The problem document of RFC 9457 for a refusal; `instance` is the path that was called. */
export const problemAnswer = (
  { code, detail, members, headers }: Problem,
  instance: string,
): HttpAnswer<string> => {
  const { status, title } = problemCatalogue[code];
  return {
    status,
    headers: { 'content-type': problemMediaType, 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({
      type: `urn:fonzer:problem:${code}`,
      title,
      status,
      detail: detail ?? `${title}.`,
      instance,
      code,
      ...members,
    }),
  };
};
