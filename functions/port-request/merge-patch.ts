const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON merge patch (RFC 7396): null clears, a missing member stays, anything but an object replaces. A null stays a
 * null here rather than leaving the member out, so that clearing reads the same as never having been known.
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) merged.set(name, mergePatch(merged.get(name), value));
  return Object.fromEntries(merged);
};
