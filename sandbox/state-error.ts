import { QueryEvaluationError } from './jsonata.ts';

/** What `$states.errorOutput` holds. A time-out has no `Cause`, so an expression that reads it fails. */
export type ErrorOutput = { readonly Error: string; readonly Cause?: string };

/** A state that ends with an error instead of an output. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly errorOutput: ErrorOutput;
  constructor(errorOutput: ErrorOutput) {
    super(errorOutput.Error);
    this.errorOutput = errorOutput;
  }
}

/** The error a state reports for something thrown while it was interpreted. Throws what is no such error. */
export const errorOutputOf = (thrown: unknown): ErrorOutput => {
  if (thrown instanceof StateError) return thrown.errorOutput;
  if (thrown instanceof QueryEvaluationError) {
    return { Error: 'States.QueryEvaluationError', Cause: thrown.message };
  }
  throw thrown; // a bug of the interpreter must not look like an error of the state
};

/** What Lambda reports for a function that throws: the cause is a JSON text. */
export const functionErrorOutput = (thrown: unknown): ErrorOutput => {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { Error: name, Cause: JSON.stringify({ errorType: name, errorMessage: message, trace: [] }) };
};

// The wildcards leave these two alone: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
const beyondWildcards = ['States.Runtime', 'States.DataLimitExceeded'];

/** Says whether a retrier or catcher with these names takes the error. */
export const isMatch = (errorEquals: readonly string[], error: string): boolean => {
  if (error === 'States.Runtime') return false; // it always ends the execution
  if (errorEquals.includes(error)) return true;
  if (beyondWildcards.includes(error)) return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout';
};
