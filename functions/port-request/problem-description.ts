import type { Language } from '../language.ts';
import { describeEntry } from '../problem-entry.ts';
import type { ProblemEntry } from './refusal.ts';

/** A problem or warning as it is sent. */
export type DescribedProblem = {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
  readonly advice?: string;
  readonly [member: string]: unknown;
};

/** A problem in the reader's language: what is wrong, where, and what can be done about it. */
export const describeProblem = (problem: ProblemEntry, language: Language): DescribedProblem => {
  const { code, pointer, parameters = {}, members = {} } = problem;
  const { detail, advice } = describeEntry(code, parameters, language);
  return { ...members, code, pointer, detail, ...(advice === null ? {} : { advice }) };
};
