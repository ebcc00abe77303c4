import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { singleNumberBody } from '../support/example-body.ts';
import { callExample, incidentCalls } from '../support/incident-calls.ts';
import { cancel, confirmation, mustBe, resubmit, startNow } from '../support/journey.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';

type Body = Readonly<Record<string, unknown>>;

/** A call that an operation takes: what it is shown with in the document that is fuzzed. */
export type GoodCall = {
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
};

/** What is in the world, for whoever makes up calls about it. */
export type FuzzedWorld = {
  /** By name: what a path means wherever no good call says otherwise. */
  readonly pathValues: Readonly<Record<string, string>>;
  /** By operation: a call that it takes, at least the first time. */
  readonly goodCalls: Readonly<Record<string, GoodCall>>;
  /** By name: values worth drawing. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
};

/** When the clock stands still for good: a Tuesday, 10:00 in Brussels, inside the hours in which ports are started. */
const standstill = '2026-04-28T08:00:00Z';

/** Every main number ends in the four digits that the start page asks for, so that one confirmation fits all. */
const numberOf = (index: number): string => `025${10 + index}${confirmation}`;

const bodies = () => {
  let index = 0;
  return (overrides: Body = {}): Body => {
    index += 1;
    return singleNumberBody(numberOf(index), { desiredDate: null, ...overrides });
  };
};

const times = async <Result>(count: number, work: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  while (results.length < count) results.push(await work());
  return results;
};

const inTurn = async <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) => {
  for (const item of items) await work(item);
};

/** Names one of a list that the world was filled with. */
const nth = (ids: readonly string[], index: number): string => {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`The world has no ${index + 1} of these`);
  return id;
};

const uploadMandate = async (client: SandboxClient, id: string): Promise<string> => {
  const file = Buffer.from('%PDF-1.7 signed');
  const announced = {
    mediaType: 'application/pdf',
    sizeBytes: file.byteLength,
    sha256: createHash('sha256').update(file).digest('hex'),
  };
  const place = mustBe(await client.post(`/v1/port-requests/${id}/authorisation/uploads`, announced), 201);
  const sent = await client.call('PUT', new URL(place.json.url).pathname, {
    token: null,
    rawBody: file,
    headers: place.json.headers,
  });
  mustBe(sent, 200);
  return place.json.documentId;
};

/** Trouble of several kinds after a port, with notes beside it. */
const reportTrouble = async (client: SandboxClient, id: string): Promise<readonly string[]> => {
  const { opened } = incidentCalls(client, id);
  const example = (index: number) => callExample(index, { calledAt: '2026-04-28T09:55:00+02:00' });
  const routing = { kind: 'partly_unreachable', description: 'Not from Orange' };
  const incidents = [
    await opened({ ...routing, examples: [example(1), example(2), example(3)] }),
    await opened({ ...routing, examples: [example(4)] }),
    await opened({ kind: 'unreachable', description: 'Silence' }),
  ];
  await client.post(`/v1/port-requests/${id}/notes`, { text: 'Call after five.', visibility: 'shared' });
  return incidents.map((incident) => String(incident.id));
};

/**
 * Fills an empty world, its clock on 30 March 2026, with requests in every status and with what gathers around them, several
 * of each: what is fuzzed uses them up. The clock then stands still.
 */
export const fillWorld = async (client: SandboxClient): Promise<FuzzedWorld> => {
  const body = bodies();
  const create = async (overrides: Body = {}) =>
    String(mustBe(await client.sendCreation(body(overrides)), 201).json.id);
  const approve = (date: string) => async (id: string) =>
    mustBe(await client.event(id, 'request.approved', { date }), 202);
  const completeNow = async (id: string) => {
    const { now } = await client.clock({ by: 'PT0S' });
    mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
  };

  const makeEndpoint = async () => {
    const endpoint = {
      url: 'https://portal.example/porting',
      types: ['*'],
      contactEmail: 'it@portal.example',
    };
    return String(mustBe(await client.post('/v1/webhook-endpoints', endpoint), 201).json.id);
  };

  // Given somebody who is told of it all
  const endpoints = await times(2, makeEndpoint);
  // And requests that were approved in time, for days before, around and after the standstill
  const expired = await times(3, () => create());
  const ready = await times(7, () => create());
  const started = await times(4, () => create());
  const completed = await times(4, () => create());
  const approved = await times(4, () => create());
  const document = await uploadMandate(client, nth(completed, 0));
  await client.clock({ to: '2026-04-02T09:12:00Z' });
  await inTurn(expired, approve('2026-04-14'));
  await inTurn([...ready, ...started, ...completed], approve('2026-04-24'));
  await inTurn(approved, approve('2026-05-05'));
  // When the clock moves on, and the ports of some are begun and ended
  await client.clock({ to: '2026-04-28T07:30:00Z' });
  await inTurn([...started, ...completed], async (id) => mustBe(await startNow(client, id), 200));
  await client.clock({ by: 'PT20M' });
  await inTurn(completed, completeNow);
  await client.clock({ to: standstill });
  // And others are new
  const drafts = await times(4, () => create({ submit: false }));
  const waiting = await times(8, () => create());
  const rejected = await times(3, () => create());
  await inTurn(rejected, (id) =>
    client.event(id, 'request.rejected', { reasons: [{ code: 'account_number_mismatch' }] }),
  );
  const cancelled = await times(2, () => create());
  await inTurn(cancelled, async (id) => mustBe(await cancel(client, id), 200));
  const trouble = await reportTrouble(client, nth(completed, 0));
  // What was refused is kept for the desk
  await client.event(nth(waiting, 0), 'port.completed', { completedAt: standstill });
  mustBe(await resubmit(client, nth(expired, 0)), 200);

  const links = await Promise.all(ready.map((id) => client.startLink(id)));
  const tokens = links.map((link) => link.replace('/start/', ''));
  const queue = mustBe(await client.get('/v1/desk/queue', { token: await client.deskToken() }), 200).json;
  const entries: string[] = queue.items.map(({ id }: { readonly id: string }) => id);

  const toldOf = await client.get(`/v1/webhook-endpoints/${nth(endpoints, 0)}/deliveries`);
  const deliveries: string[] = mustBe(toldOf, 200).json.items.map(({ id }: { readonly id: string }) => id);

  const seconds = String(Temporal.Instant.from(standstill).epochMilliseconds / 1000);
  const ofRequest = (ids: readonly string[], index = 0): GoodCall => ({ path: { id: nth(ids, index) } });
  const ofIncident = (index: number, sent?: Body): GoodCall => ({
    path: { id: nth(completed, 0), incidentId: nth(trouble, index) },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const eventAbout = (id: string): Body => ({
    type: 'request.acknowledged',
    portRequestId: id,
    attempt: 1,
    occurredAt: standstill,
    data: { operatorReference: 'C-99' },
  });
  return {
    pathValues: {
      id: nth(waiting, 6),
      incidentId: nth(trouble, 0),
      documentId: document,
      entryId: nth(entries, 0),
      operatorId: 'colt',
      token: nth(tokens, 2),
      endpointId: nth(endpoints, 0),
      deliveryId: nth(deliveries, 0),
    },
    goodCalls: {
      createPortRequest: { headers: { 'Idempotency-Key': 'acme-42' }, body: body() },
      editPortRequest: {
        ...ofRequest(rejected),
        headers: { 'If-Match': '*' },
        body: { losingOperator: { accountNumber: '612345679' } },
      },
      submitPortRequest: { ...ofRequest(drafts), body: {} },
      cancelPortRequest: { ...ofRequest(waiting, 1), body: { reason: 'The customer stays' } },
      changeDate: { ...ofRequest(approved), body: { date: '2026-05-07' } },
      startPort: { ...ofRequest(ready), body: {} },
      renewStartLink: { ...ofRequest(ready, 1), body: {} },
      writeNote: { ...ofRequest(waiting, 2), body: { text: 'Call after five.' } },
      reportIncident: {
        ...ofRequest(completed, 1),
        body: { kind: 'unreachable', description: 'Silence' },
      },
      addCallExamples: ofIncident(1, {
        examples: [callExample(5, { calledAt: '2026-04-28T09:55:00+02:00' })],
      }),
      changeIncident: ofIncident(0, { note: 'Asked again' }),
      resolveIncident: ofIncident(2, { note: 'A loose plug' }),
      getIncident: ofIncident(0),
      enterOperatorEvent: { ...ofRequest(waiting, 3), body: eventAbout(nth(waiting, 3)) },
      receiveOperatorEvent: {
        headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': seconds },
        body: eventAbout(nth(waiting, 4)),
      },
      recordOutcome: {
        ...ofRequest(started),
        body: { outcome: 'completed', at: standstill, reason: 'Said on the phone' },
      },
      requestEmergencyReturn: { ...ofRequest(completed, 2), body: { reason: 'The line is needed' } },
      eraseSubscriberData: { ...ofRequest(cancelled), body: {} },
      requestMandateUpload: {
        ...ofRequest(waiting, 5),
        body: { mediaType: 'application/pdf', sizeBytes: 12, sha256: 'a'.repeat(64) },
      },
      getSignedMandate: { path: { id: nth(completed, 0), documentId: document } },
      listRefusedEvents: ofRequest(waiting),
      createWebhookEndpoint: {
        body: { url: 'https://portal.example/porting', types: ['*'], contactEmail: 'it@portal.example' },
      },
      deleteWebhookEndpoint: { path: { endpointId: nth(endpoints, 1) } },
      sendStartForm: { path: { token: nth(tokens, 3) }, body: { confirmation } },
    },
    dictionaries: {
      'port-requests': [
        ...drafts,
        ...waiting,
        ...rejected,
        ...approved,
        ...ready,
        ...started,
        ...completed.slice(1),
        ...expired,
        ...cancelled,
      ],
      troubled: completed.slice(0, 1),
      incidents: trouble,
      documents: [document],
      'start-tokens': tokens,
      'queue-entries': entries,
      endpoints: endpoints.slice(0, 1),
      deliveries,
      seconds: [seconds],
    },
  };
};
