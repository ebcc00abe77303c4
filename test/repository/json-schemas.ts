import * as z from 'zod';

type Json = ReturnType<typeof JSON.parse>;

/** A schema of the OpenAPI document on its own, with the schemas it refers to. */
const standingAlone = (schema: unknown, document: Json): Json =>
  JSON.parse(
    JSON.stringify({ ...Object(schema), $defs: document.components.schemas }).replaceAll(
      '"#/components/schemas/',
      '"#/$defs/',
    ),
  );

/** What is wrong with a value by a schema of the OpenAPI document, each place in a few words; nothing where it fits. */
export const faultsBySchema = (value: unknown, schema: unknown, document: Json): readonly string[] =>
  z
    .fromJSONSchema(standingAlone(schema, document))
    .safeParse(value)
    .error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [];

/** An example in the OpenAPI document, where it stands, and the schema that it is an example of. */
type PublishedExample = { readonly at: string; readonly value: unknown; readonly schema: Json };

/** Keys of a map from names to schemas: there `example` is a name like any other. */
const holdsNames = (key: string | undefined) => key === 'properties' || key === 'schemas' || key === '$defs';

/** Every example below a part of the OpenAPI document. */
export const examplesIn = (part: Json, path: readonly string[] = []): readonly PublishedExample[] => {
  if (typeof part !== 'object' || part === null) return [];
  const named = holdsNames(path.at(-1));
  return Object.entries<Json>(part).flatMap(([key, value]) => {
    const at = `${path.join('/')}/${key}`;
    // Beside a media type or a parameter the schema is a member; elsewhere the example stands in its schema.
    const schema = part.schema ?? part;
    if (!named && key === 'example') return [{ at, value, schema }];
    if (!named && key === 'examples')
      return (Array.isArray(value) ? value : Object.values<Json>(value).map((each) => each.value)).map(
        (each: unknown, index: number) => ({ at: `${at}/${index}`, value: each, schema }),
      );
    return examplesIn(value, [...path, key]);
  });
};
