import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../functions/openapi.edge.ts';
import { routes } from '../../functions/routes.ts';
import { parseWith } from '../../functions/runtime/json-body.ts';
import { ProblemError } from '../../functions/runtime/problem.ts';
import { arraysIn, fullOf, unboundedIn } from './schema-limits.ts';

const document = JSON.parse(JSON.stringify(openApiDocument()));

/** What has no end of its own, and what else ends it. */
const endedOtherwise: Readonly<Record<string, string>> = {
  'checkNumbers body/numbers/*: anything':
    'the 64 KiB of a body and its 32 levels; it is only read and given back',
  'sendStartForm body: further members': 'the 64 KiB of a body; only two members of the form are read',
  'sendStartForm body/action: text': 'the 64 KiB of a body; compared with one word',
  'sendStartForm body/confirmation: text': 'the 64 KiB of a body; compared with four digits',
};

const bodiesAndQueries = routes.map(({ operationId, method, path }) => {
  const { requestBody, parameters = [] } = document.paths[path][method.toLowerCase()];
  const [body] = Object.values<{ readonly schema: unknown }>(requestBody?.content ?? {});
  return {
    operationId,
    parts: [
      ...(body === undefined ? [] : [{ at: 'body', schema: body.schema }]),
      ...parameters
        .filter((each: { readonly in: string }) => each.in === 'query')
        .map(({ name, schema }: { readonly name: string; readonly schema: unknown }) => ({
          at: `query/${name}`,
          schema,
        })),
    ],
  };
});

const megabytes = 1024 * 1024;

describe('Whatever comes in has an end', () => {
  test.each(bodiesAndQueries.map((each) => [each.operationId, each] as const))(
    'every text, list and object of %s',
    (operationId, { parts }) => {
      const unbounded = parts.flatMap(({ at, schema }) =>
        unboundedIn(schema, document, `${operationId} ${at}`),
      );
      expect(unbounded.filter((place) => !Object.hasOwn(endedOtherwise, place))).toEqual([]);
    },
  );

  test('nothing is excused that has an end, or is not there any more', () => {
    const unbounded = bodiesAndQueries.flatMap(({ operationId, parts }) =>
      parts.flatMap(({ at, schema }) => unboundedIn(schema, document, `${operationId} ${at}`)),
    );
    expect(Object.keys(endedOtherwise).filter((place) => !unbounded.includes(place))).toEqual([]);
  });

  test.each([
    [
      'a text',
      { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
      'x/a: text',
    ],
    ['a list', { type: 'array', items: { type: 'string', maxLength: 5 } }, 'x: list'],
    ['an object', { type: 'object' }, 'x: further members'],
    ['one of several', { anyOf: [{ type: 'null' }, { type: ['string', 'null'] }] }, 'x: text'],
    ['anything at all', { description: 'whatever' }, 'x: anything'],
  ])('one without would be noticed: %s', (_, schema, place) => {
    expect(unboundedIn(schema, document, 'x')).toEqual([place]);
  });
});

describe('What the form of the largest body is refused with fits into one answer', () => {
  const lists = routes.flatMap((route) => {
    const { requestBody } = document.paths[route.path][route.method.toLowerCase()];
    const schema = requestBody?.content?.['application/json']?.schema;
    return arraysIn(schema, document).map((path) => ({ route, path }));
  });

  test('there are such lists', () => {
    expect(lists.length).toBeGreaterThan(10);
  });

  test.each(lists.map((each) => [each.route.operationId, each.path.join('/'), each] as const))(
    '%s, full of %s that say nothing',
    (_, __, { route, path }) => {
      for (const item of ['{}', '0', '""', '[]']) {
        const body = fullOf(path, item, 64 * 1024);
        const answered = () => {
          try {
            return parseWith(route.body, JSON.parse(body));
          } catch (error) {
            if (error instanceof ProblemError) return error.problem.members;
            throw error;
          }
        };
        // A function answers at most 6 MB.
        expect(Buffer.byteLength(JSON.stringify(answered() ?? null))).toBeLessThan(4 * megabytes);
      }
    },
  );
});
