import type * as z from 'zod';

/** Thrown when the environment lacks what a function needs; names everything at once. */
export class MissingEnvironmentError extends Error {
  override readonly name = 'MissingEnvironmentError';
}

/**
 * Reads the environment through a schema. There are no defaults for what is missing: a guessed table name would hide it.
 * @throws MissingEnvironmentError naming every variable that is missing or wrong.
 */
export const readEnv = <Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<Schema> => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new MissingEnvironmentError(`The environment does not fit: ${faults.join('; ')}`);
};
