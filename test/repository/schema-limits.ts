type Json = ReturnType<typeof JSON.parse>;

const referredTo = (reference: string, document: Json): Json =>
  reference
    .split('/')
    .slice(1)
    .reduce((part, name) => part[name], document);

/** What stands beside the members of a closed object only narrows them. */
const alternativesOf = ({
  anyOf = [],
  oneOf = [],
  allOf = [],
  additionalProperties,
}: Json): readonly Json[] => (additionalProperties === false ? [] : [...anyOf, ...oneOf, ...allOf]);

const saysNothing = (schema: Json): boolean =>
  schema === true ||
  schema === undefined ||
  Object.keys(schema).every((key) => ['description', 'default', 'example'].includes(key));

const typesOf = ({ type }: Json): readonly string[] => [type ?? []].flat();

/** Every text, list and object of a JSON schema that may be of any size, by its place and what it is. */
export const unboundedIn = (
  schema: Json,
  document: Json,
  at: string,
  within: readonly string[] = [],
): readonly string[] => {
  if (saysNothing(schema)) return [`${at}: anything`];
  const { $ref, enum: values, const: value, properties = {}, items } = schema;
  if ($ref !== undefined)
    return within.includes($ref)
      ? []
      : unboundedIn(referredTo($ref, document), document, at, [...within, $ref]);
  if (values !== undefined || value !== undefined) return [];
  const alternatives = alternativesOf(schema);
  const types = typesOf(schema);
  const isOpen =
    types.includes('object') && alternatives.length === 0 && schema.additionalProperties !== false;
  return [
    ...(types.includes('string') && schema.maxLength === undefined ? [`${at}: text`] : []),
    ...(types.includes('array') && schema.maxItems === undefined ? [`${at}: list`] : []),
    ...(isOpen ? [`${at}: further members`] : []),
    ...alternatives.flatMap((each) => unboundedIn(each, document, at, within)),
    ...(types.includes('array') ? unboundedIn(items, document, `${at}/*`, within) : []),
    ...Object.entries(properties).flatMap(([name, each]) =>
      unboundedIn(each, document, `${at}/${name}`, within),
    ),
  ];
};

/** Where a JSON schema takes lists: the names of the members on the way; `*` is the one item of a list around it. */
export const arraysIn = (schema: Json, document: Json): readonly (readonly string[])[] => {
  if (schema === undefined || schema === true) return [];
  if (schema.$ref !== undefined) return arraysIn(referredTo(schema.$ref, document), document);
  const found = [
    ...(typesOf(schema).includes('array')
      ? [[], ...arraysIn(schema.items, document).map((path) => ['*', ...path])]
      : []),
    ...alternativesOf(schema).flatMap((each) => arraysIn(each, document)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      arraysIn(each, document).map((path) => [name, ...path]),
    ),
  ];
  return [...new Map(found.map((path) => [path.join('/'), path])).values()];
};

/** A body of this size that consists of one list, at a place that `arraysIn` named, with the same item again and again. */
export const fullOf = (path: readonly string[], item: string, bytes: number): string => {
  const before = path.map((name) => (name === '*' ? '[' : `{${JSON.stringify(name)}:`)).join('');
  const after = path
    .map((name) => (name === '*' ? ']' : '}'))
    .toReversed()
    .join('');
  const count = Math.floor((bytes - before.length - after.length - 2) / (item.length + 1));
  return `${before}[${Array.from({ length: count }, () => item).join(',')}]${after}`;
};
