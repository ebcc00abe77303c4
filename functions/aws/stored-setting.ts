import type * as z from 'zod';
import { UnavailableError } from '../problems/unavailable-error.ts';

/**
 * Thrown when a secret or a list written by hand was read and is not what it should be. Says which, and where it is wrong in words of
 * the expected form; nothing of what it holds, and no cause, since a parser's message quotes what it read.
 */
export class SettingUnreadableError extends Error {
  override readonly name = 'SettingUnreadableError';
}

/** Reads a setting, and says which one when that fails. @throws UnavailableError which an API call answers with 503. */
export const readSetting = async <Value>(name: string, read: () => Promise<Value>): Promise<Value> => {
  try {
    return await read();
  } catch (cause) {
    throw new UnavailableError(`${name} cannot be read`, { cause });
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * A setting's JSON text through its schema.
 * @param members the names the expected form knows: a path may be told by them and by positions, any other step is `*`.
 * @throws SettingUnreadableError
 */
export const parseSetting = <Schema extends z.ZodType>(
  name: string,
  text: string,
  schema: Schema,
  members: readonly string[],
): z.output<Schema> => {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) =>
    path
      .map((step) => (typeof step === 'number' || members.includes(String(step)) ? String(step) : '*'))
      .join('.'),
  );
  const where = [...new Set(places)].filter((place) => place !== '').join(', ');
  throw new SettingUnreadableError(
    `${name} is not in its expected form${where === '' ? '' : ` at ${where}`}`,
  );
};
