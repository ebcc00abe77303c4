import { describe, expect, test } from 'vitest';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { awaitingRequest, cancel, moments, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { addEndpoint, draftOf, noteOn, webhookWorld, wholeFeed } from '../support/webhook-world.ts';

const pageAfter = async (client: SandboxClient, after: string | undefined, limit: number, token?: string) => {
  const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
  const as = token === undefined ? {} : { token };
  return mustBe(await client.get(`/v1/events?limit=${limit}${query}`, as), 200).json;
};

const idOf = ({ id }: { readonly id: string }): string => id;

describe('the feed of a tenant', () => {
  test('holds the histories of all its requests, each in its order, and nothing else', async () => {
    const client = await SandboxClient.start(moments.submitted);
    const first = await awaitingRequest(client);
    const second = await draftOf(client, '025805090');
    await client.clock({ to: moments.approved });
    mustBe(await client.event(first, 'request.approved', { date: '2026-04-14' }), 202);
    await noteOn(client, second);
    await client.clock({ to: moments.windowOpens });
    mustBe(await cancel(client, second), 200);

    const feed = await wholeFeed(client, undefined, 3);
    const histories = [await client.history(first), await client.history(second)];
    for (const history of histories)
      expect(feed.filter(({ portRequestId }) => portRequestId === history[0]?.portRequestId)).toEqual(
        history,
      );
    expect(feed).toHaveLength(histories.flat().length);
    expect(feed.map(({ occurredAt }) => occurredAt)).toEqual(
      feed.map(({ occurredAt }) => occurredAt).toSorted(),
    );
  });

  test('is read on from any cursor, without loss or repeat, while more is written', async () => {
    const client = await SandboxClient.start(moments.submitted);
    const ids = [await draftOf(client, '025805071'), await draftOf(client, '025805072')];
    const seen: string[] = [];
    let after: string | undefined;
    for (let round = 0; round < 12; round += 1) {
      for (const id of ids.slice(0, 1 + (round % 2))) await noteOn(client, id);
      const { items, nextCursor } = await pageAfter(client, after, 1 + (round % 4));
      seen.push(...items.map(idOf));
      after = nextCursor;
    }
    for (let page = await pageAfter(client, after, 5); page.items.length > 0; ) {
      seen.push(...page.items.map(idOf));
      page = await pageAfter(client, page.nextCursor, 5);
    }
    expect(seen).toEqual((await wholeFeed(client)).map(idOf));
    expect(seen).toHaveLength(2 + 12 + 6);
  });

  test('is read by many while many write, and all have seen the same', async () => {
    const client = await SandboxClient.start(moments.submitted);
    const ids = [await draftOf(client, '025805071'), await draftOf(client, '025805072')];
    const read = async () => {
      const seen: string[] = [];
      let after: string | undefined;
      while (seen.length < 22) {
        const { items, nextCursor } = await pageAfter(client, after, 4);
        seen.push(...items.map(idOf));
        after = nextCursor;
      }
      return seen;
    };
    const write = async (id: string) => {
      for (let written = 0; written < 10; written += 1) await noteOn(client, id);
    };
    const [one, other] = await Promise.all([read(), read(), ...ids.map(write)]);
    const whole = (await wholeFeed(client)).map(idOf);
    expect([one, other]).toEqual([whole, whole]);
  });

  test('gives a cursor to go on from also where nothing is there, or nothing new', async () => {
    const client = await SandboxClient.start(moments.submitted);
    const empty = await pageAfter(client, undefined, 10);
    expect(empty).toEqual({ items: [], nextCursor: expect.any(String) });
    const id = await draftOf(client);
    const { items, nextCursor } = await pageAfter(client, empty.nextCursor, 10);
    expect(items).toEqual(await client.history(id));
    const nothingNew = await pageAfter(client, nextCursor, 10);
    expect(nothingNew.items).toEqual([]);
    await noteOn(client, id);
    expect((await pageAfter(client, nothingNew.nextCursor, 10)).items).toEqual(
      (await client.history(id)).slice(1),
    );
  });

  test.each(['0', '101', '-1', 'x', '1.5'])('is not read in pages of %s', async (limit) => {
    const client = await SandboxClient.start(moments.submitted);
    expect(await client.get(`/v1/events?limit=${limit}`)).toMatchObject({
      status: 400,
      json: { code: 'request.malformed', errors: [{ pointer: '/query/limit' }] },
    });
  });

  test('takes no cursor but its own', async () => {
    const { client, receiver } = await webhookWorld();
    const other = await client.tokenFor('other');
    await draftOf(client);
    const { nextCursor: own } = await pageAfter(client, undefined, 1);
    const { nextCursor: foreign } = await pageAfter(client, undefined, 1, other);
    await awaitingRequest(client);
    const { nextCursor: ofList } = (await client.get('/v1/port-requests?limit=1')).json;
    for (const number of [1, 2]) await addEndpoint(client, receiver.url(`/${number}`));
    const { nextCursor: ofEndpoints } = (await client.get('/v1/webhook-endpoints?limit=1')).json;
    const changed = `${own.slice(0, 3)}${own[3] === 'A' ? 'B' : 'A'}${own.slice(4)}`;
    for (const cursor of [foreign, ofList, ofEndpoints, changed, own.slice(1), '', '7', 'x'.repeat(2000)]) {
      expect(await client.get(`/v1/events?after=${encodeURIComponent(cursor)}`), cursor).toMatchObject({
        status: 400,
        json: { code: 'cursor.invalid', errors: [{ pointer: '/query/after' }] },
      });
    }
    expect(await client.get(`/v1/events?after=${own}`, { token: other })).toMatchObject({ status: 400 });
  });

  test('is each tenant’s own', async () => {
    const client = await SandboxClient.start(moments.submitted);
    const token = await client.tokenFor('other');
    const own = await draftOf(client, '025805071');
    const foreign = await draftOf(client, '025805072', token);
    expect((await wholeFeed(client)).map(({ portRequestId }) => portRequestId)).toEqual([own]);
    expect((await wholeFeed(client, token)).map(({ portRequestId }) => portRequestId)).toEqual([foreign]);
  });

  test('has each event once, however often its message comes, and all where the relay never sees any', async () => {
    const client = await SandboxClient.start(moments.submitted, { doubles: { isStreamed: () => false } });
    const id = await draftOf(client);
    await noteOn(client, id);
    expect(await wholeFeed(client)).toEqual([]);
    await client.clock({ by: 'PT10M' });
    expect(await wholeFeed(client)).toEqual(await client.history(id));
  });
});

describe('a sandbox that is closed and opened again', () => {
  test('goes on with what waited for receivers, and with its feed', async () => {
    const options = { openStores: inMemoryStores() };
    const { client, receiver } = await webhookWorld(() => 500, { options });
    const { id: endpointId, secret } = await addEndpoint(client, receiver.url());
    const id = await draftOf(client);
    await noteOn(client, id);
    await client.clock({ by: 'PT10M' });
    const { nextCursor } = await pageAfter(client, undefined, 1);
    const path = `/v1/webhook-endpoints/${endpointId}`;
    const deliveries = (await client.get(`${path}/deliveries`)).json;

    const saved = JSON.parse(JSON.stringify(client.sandbox.save()));
    const opened = await SandboxClient.start(undefined, { saved, receivers: receiver.receivers });
    expect((await opened.get(`${path}/deliveries`)).json).toEqual(deliveries);
    const history = await opened.history(id);
    expect((await pageAfter(opened, nextCursor, 10)).items).toEqual(history.slice(1));

    receiver.plan(() => 200);
    const tried = receiver.tried.length;
    await opened.clock({ by: 'PT12M' });
    expect(receiver.tried.slice(tried).map(({ event }) => event.id)).toEqual(history.map(idOf));
    expect(receiver.taken()).toEqual(history.map(idOf));
    // Under the secret that was shown before it was closed.
    const rotated = mustBe(await opened.post(`${path}/secret`), 200).json.secret;
    expect(rotated).not.toBe(secret);
    await noteOn(opened, id);
    expect(`${receiver.received.at(-1)?.headers['webhook-signature']}`.split(' ')).toHaveLength(2);
  });
});
