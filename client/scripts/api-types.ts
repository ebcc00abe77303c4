import openapiTS, { astToString } from 'openapi-typescript';

const banner = `/** Made from docs/openapi.json: what every route takes and answers. Not for editing: \`npm run generate\`. */
`;

/** Follows members of a document, of which only the text is known, to the texts that stand there. */
const textsAt = (document: unknown, path: readonly string[]): readonly string[] => {
  const found = path.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined),
    document,
  );
  if (!Array.isArray(found) || found.length === 0) throw new Error(`The document has no ${path.join('.')}`);
  return found.map(String);
};

/** In the document such a member is any text, since more may come; a program is better told those that are known. */
const knownTexts = (document: unknown, schema: string, member: string): string =>
  textsAt(document, ['components', 'schemas', schema, 'properties', member, 'x-extensible-enum'])
    .map((text) => `\n    | ${JSON.stringify(text)}`)
    .join('');

/** The TypeScript types of an OpenAPI document, as the source of a module, with the codes of its problems. */
export const apiTypesSource = async (document: object): Promise<string> => {
  const text = JSON.stringify(document);
  // From its text, as a caller would get it: the generator changes the object that it is given.
  const nodes = await openapiTS(text, {
    // A member with a default need not be sent.
    defaultNonNullable: false,
    silent: true,
  });
  const known: unknown = JSON.parse(text);
  return `${banner}${astToString(nodes)}
/** The codes that a problem document may have. */
export type ProblemCode =${knownTexts(known, 'Problem', 'code')};
/** The codes that an entry of \`errors\`, \`warnings\` or \`submissionBlockers\` may have. */
export type EntryCode =${knownTexts(known, 'ProblemEntry', 'code')};
/** The types that an event of a webhook may have. */
export type WebhookEventType =${knownTexts(known, 'WebhookEvent', 'type')};
`;
};
