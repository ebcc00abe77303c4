import { describe, expect, test } from 'vitest';
import { carrierMessageTypes } from '../../functions/operator/carrier.ts';
import { operatorEventTypes } from '../../functions/operator/operator-event.ts';
import { entryTypes } from '../../functions/port-request/history.ts';
import { callExample } from '../support/incident-calls.ts';
import { completedRequest, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { examplesIn, faultsBySchema } from './json-schemas.ts';
import { filesBelow, readFile } from './source-files.ts';

const document = JSON.parse(readFile('docs/openapi.json'));
const { schemas } = document.components;
const carrierOrders = readFile('docs/carrier-orders.md');

/** The members that a table of a page names, from the heading of the table to the next empty line. */
const membersTabled = (page: string, heading: string): readonly string[] => {
  const [, table = ''] = page.slice(page.indexOf(heading)).split('\n\n');
  const rows = table.split('\n').slice(2).join('\n');
  return [...rows.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name),
  );
};

/** A port that was completed, and reported to the carrier for its routing. */
const aPortWithBadRouting = async () => {
  const client = await SandboxClient.start();
  const id = await completedRequest(client);
  await client.clock({ by: 'PT8H' });
  const examples = [1, 2, 3].map((index) => callExample(index));
  const report = { kind: 'partly_unreachable', description: '', examples };
  mustBe(await client.post(`/v1/port-requests/${id}/incidents`, report), 201);
  return { client, id };
};

describe('every published sample fits its schema', () => {
  const examples = examplesIn(document);

  test('those of the OpenAPI document', () => {
    expect(examples.length).toBeGreaterThan(100);
    const faults = examples.flatMap(({ at, value, schema }) =>
      faultsBySchema(value, schema, document).map((fault) => `${at} ${JSON.stringify(value)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  // What operators send in forms of their own is held to the event it means in test/operator/dialects.test.ts.
  test.each(
    filesBelow(['docs/examples'], '.json').flatMap(({ path, text }) => {
      if (!path.startsWith('docs/examples/operators/')) return [{ path, text, name: 'PortRequestCreation' }];
      const isEvent = path.startsWith('docs/examples/operators/own/') || path.endsWith('.event.json');
      return isEvent ? [{ path, text, name: 'OperatorEvent' }] : [];
    }),
  )('the file $path', ({ text, name }) => {
    expect(faultsBySchema(JSON.parse(text), schemas[name], document)).toEqual([]);
  });

  test('the message to a carrier', () => {
    const [sample = ''] = /(?<=```json\n)[\s\S]*?(?=\n```)/.exec(carrierOrders) ?? [];
    const message = JSON.parse(sample);
    expect(Object.keys(message)).toEqual(['type', 'portRequestId', 'attempt', 'body']);
    expect(carrierMessageTypes).toContain(message.type);
  });

  test.each([
    ['a day that does not exist', { type: 'string', format: 'date', example: '2026-02-30' }],
    ['a code that is not listed', { enum: ['a', 'b'], example: 'c' }],
    ['a member that is not there', { schema: { $ref: '#/components/schemas/Problem' }, example: { a: 1 } }],
    ['one of several', { type: 'string', examples: ['a', 1] }],
  ])('where one did not, it would be noticed: %s', (_, part) => {
    const faults = examplesIn({ part }).flatMap(({ value, schema }) =>
      faultsBySchema(value, schema, document),
    );
    expect(faults).not.toEqual([]);
  });
});

describe('what happened and what is reported have one envelope each', () => {
  test('every entry of a history has the members that the document names, and none else', async () => {
    const { client, id } = await aPortWithBadRouting();
    mustBe(await client.post(`/v1/port-requests/${id}/notes`, { text: 'Thank you.' }), 201);
    const entries = await client.history(id);
    expect(entries.length).toBeGreaterThan(9);
    for (const entry of entries) {
      expect(faultsBySchema(entry, schemas.HistoryEntry, document)).toEqual([]);
      expect(Object.keys(entry).toSorted()).toEqual(schemas.HistoryEntry.required.toSorted());
    }
    expect(schemas.HistoryEntry.properties.type.enum).toEqual(entryTypes);
  });

  test('every event of an operator has the same members, whatever its type', () => {
    const members = ['type', 'portRequestId', 'attempt', 'occurredAt', 'data'];
    const described: readonly (typeof schemas)[] = schemas.OperatorEvent.oneOf;
    for (const { required, properties, additionalProperties } of described) {
      // An approval may say nothing but that it is one.
      expect(['data', undefined]).toContain(required[4]);
      expect(required.slice(0, 4)).toEqual(members.slice(0, 4));
      expect(Object.keys(properties)).toEqual(members);
      expect(additionalProperties).toBe(false);
    }
    expect(described.map(({ properties }) => properties.type.const)).toEqual([...operatorEventTypes]);
  });

  test('every message to a carrier has the members that its page names', async () => {
    const { client } = await aPortWithBadRouting();
    const { items } = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json;
    const bodyOf = (type: string) =>
      Object.keys(items.find((each: { readonly type: string }) => each.type === type).body);

    expect(membersTabled(carrierOrders, 'The order:').toSorted()).toEqual(
      bodyOf('request.submitted').toSorted(),
    );
    expect(membersTabled(carrierOrders, 'The report of an incident:').toSorted()).toEqual(
      bodyOf('incident.reported').toSorted(),
    );
  });
});
