import { createHash } from 'node:crypto';
import type { Receivers } from '../../functions/webhooks/receivers.ts';
import type { AdapterCall } from '../../sandbox/adapter-calls.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import type { SavedSandbox } from '../../sandbox/sandbox.ts';
import { exampleBody } from '../support/example-body.ts';
import { mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** What one tenant has: a request in each status that some route wants, and one of everything that stands beside a request. */
export type Kit = {
  readonly tenant: string;
  /** May read and write. */
  readonly token: string;
  readonly draft: string;
  /** It has a note that waits for the desk, a refused event and a signed mandate. */
  readonly awaiting: string;
  readonly approved: string;
  readonly ready: string;
  /** Twenty minutes after its start; it has an incident about bad routing. */
  readonly completed: string;
  readonly incident: string;
  readonly document: string;
  readonly deskTask: string;
  readonly startToken: string;
  /** One of its two endpoints for webhooks, and something that was delivered there. */
  readonly endpoint: string;
  readonly delivery: string;
  /** Texts that stand in nobody's answers but this tenant's and the desk's: ids, numbers, names. */
  readonly marks: readonly string[];
};

/** The two tenants of one world, and the world as data: whoever tries something opens a copy. */
export type TwoTenants = {
  readonly acme: Kit;
  readonly umbrella: Kit;
  readonly saved: SavedSandbox;
};

type Person = {
  readonly tenant: string;
  readonly name: string;
  readonly email: string;
  /** The first digits of each of its numbers, as they are dialled. */
  readonly dialled: string;
};

const people = {
  acme: { tenant: 'acme', name: 'Boulangerie Dupont', email: 'dupont.example', dialled: '0258051' },
  umbrella: { tenant: 'umbrella', name: 'Slagerij Peeters', email: 'peeters.example', dialled: '0258061' },
} as const satisfies Readonly<Record<string, Person>>;

const personOf = (tenant: string): Person => (tenant === 'acme' ? people.acme : people.umbrella);

/** A number of this tenant, by its last two digits. */
export const numberOf = ({ tenant }: Pick<Kit, 'tenant'>, lastDigits: string): string =>
  `${personOf(tenant).dialled}${lastDigits}`;

/** A body of this tenant's own, for one number. */
export const ownBody = (
  tenant: string,
  number: string,
  overrides: Readonly<Record<string, unknown>> = {},
) => {
  const { name, email } = personOf(tenant);
  return exampleBody({
    customerReference: `Reference of ${name}`,
    quote: null,
    subscriber: {
      name,
      language: 'fr',
      email: `info@${email}`,
      address: { street: `Rue ${name}`, houseNumber: '1', postcode: '1000', city: 'Bruxelles' },
    },
    contact: { name: `Contact of ${name}`, email: `contact@${email}`, language: 'nl' },
    starter: null,
    numbers: [numberOf({ tenant }, number)],
    mainNumber: numberOf({ tenant }, number),
    desiredDate: null,
    contract: { linkedServices: [] },
    noteToOperator: `Operator, mind ${name}.`,
    ...overrides,
  });
};

const file = (tenant: string) => Buffer.from(`%PDF-1.7 signed for ${tenant}`);

/** What a tenant says of the mandate that it is going to send. */
export const mandateOf = (tenant: string) => ({
  mediaType: 'application/pdf',
  sizeBytes: file(tenant).byteLength,
  sha256: createHash('sha256').update(file(tenant)).digest('hex'),
});

const path = '/v1/port-requests';

/** Whoever is sent webhooks takes them. */
const receivers: Receivers = {
  faultsOf: async () => [],
  post: async () => ({ status: 200, error: null }),
};

/** An endpoint of this tenant's own. */
export const endpointOf = (tenant: string) => ({
  url: `https://hooks.${personOf(tenant).email}/porting`,
  types: ['port_request.*'],
  contactEmail: `hooks@${personOf(tenant).email}`,
});

const createFor = async (client: SandboxClient, token: string, body: unknown): Promise<string> =>
  mustBe(await client.sendCreation(body, { token }), 201).json.id;

/** What is made on 30 March: requests that will be approved. */
const early = async (client: SandboxClient, { tenant }: Person) => {
  const token = await client.tokenFor(tenant);
  const endpoints = [];
  for (let count = 0; count < 2; count += 1) {
    const made = await client.post('/v1/webhook-endpoints', endpointOf(tenant), { token });
    endpoints.push(mustBe(made, 201).json.id);
  }
  return {
    token,
    endpoints,
    approved: await createFor(client, token, ownBody(tenant, '01', { desiredDate: '2026-04-20' })),
    ready: await createFor(client, token, ownBody(tenant, '02')),
    completed: await createFor(client, token, ownBody(tenant, '03')),
  };
};

const approve = async (client: SandboxClient, id: string, date: string) =>
  mustBe(await client.event(id, 'request.approved', { date }), 202);

/** What is made on 14 April, when a window is open. */
const late = async (
  client: SandboxClient,
  person: Person,
  begun: Awaited<ReturnType<typeof early>>,
): Promise<Kit> => {
  const { tenant, name, email, dialled } = person;
  const { token, endpoints, completed, ready, approved } = begun;
  const [endpoint] = endpoints;
  const post = (target: string, body: unknown) => client.post(target, body, { token });

  const draft = await createFor(client, token, ownBody(tenant, '04', { submit: false }));
  const awaiting = await createFor(client, token, ownBody(tenant, '05'));
  const note = mustBe(await post(`${path}/${awaiting}/notes`, { text: `Note about ${name}` }), 201).json;
  const { now } = await client.clock({ by: 'PT0S' });
  const unexpected = await client.event(awaiting, 'port.completed', { completedAt: now });
  mustBe(unexpected, 409);
  const place = mustBe(await post(`${path}/${awaiting}/authorisation/uploads`, mandateOf(tenant)), 201).json;
  const sent = await client.call('PUT', new URL(place.url).pathname, {
    token: null,
    rawBody: file(tenant),
    headers: { 'content-type': 'application/pdf' },
  });
  mustBe(sent, 200);

  const trouble = { kind: 'unreachable', description: `Nobody reaches ${name}` };
  const incident = mustBe(await post(`${path}/${completed}/incidents`, trouble), 201).json;
  const link = await client.startLink(ready);
  const delivered = await client.get(`/v1/webhook-endpoints/${endpoint}/deliveries`, { token });
  const ids = { draft, awaiting, approved, ready, completed };
  const sentence = dialled.slice(1);
  return {
    ...ids,
    tenant,
    token,
    incident: incident.id,
    document: place.documentId,
    deskTask: `${awaiting}.${note.sequence}`,
    startToken: link.slice('/start/'.length),
    endpoint,
    delivery: mustBe(delivered, 200).json.items[0].id,
    marks: [
      ...Object.values(ids),
      ...endpoints,
      incident.id,
      place.documentId,
      name,
      email,
      dialled,
      `+32${sentence}`,
      // As it is displayed: 02 580 51 01.
      `0${sentence[0]} ${sentence.slice(1, 4)} ${sentence.slice(4)}`,
    ],
  };
};

/** A world with two tenants that have the same kind of things, on the first day of their windows. */
export const twoTenants = async (): Promise<TwoTenants> => {
  const client = await SandboxClient.start('2026-03-30T08:00:00Z', {
    openStores: inMemoryStores(),
    receivers,
  });
  const begun = { acme: await early(client, people.acme), umbrella: await early(client, people.umbrella) };
  await client.clock({ to: '2026-04-02T08:00:00Z' });
  for (const { approved, ready, completed } of [begun.acme, begun.umbrella]) {
    await approve(client, approved, '2026-04-20');
    await approve(client, ready, '2026-04-14');
    await approve(client, completed, '2026-04-14');
  }
  await client.clock({ to: '2026-04-14T07:00:00Z' });
  for (const { completed, token } of [begun.acme, begun.umbrella])
    mustBe(await client.post(`${path}/${completed}/start`, undefined, { token }), 200);
  const { now } = await client.clock({ by: 'PT20M' });
  for (const { completed } of [begun.acme, begun.umbrella])
    mustBe(await client.event(completed, 'port.completed', { completedAt: now }), 202);
  await client.clock({ by: 'PT1H' });
  const acme = await late(client, people.acme, begun.acme);
  const umbrella = await late(client, people.umbrella, begun.umbrella);
  const saved = client.sandbox.save();
  if (saved === undefined) throw new Error('A world in memory can be saved');
  return { acme, umbrella, saved };
};

/** A copy of the world, and the calls that it makes of its stores and of everything else outside, since `calls` was emptied. */
export const openCopy = async ({ saved }: TwoTenants) => {
  const calls: AdapterCall[] = [];
  const client = await SandboxClient.start(undefined, {
    saved,
    openStores: inMemoryStores(),
    receivers,
    doubles: {
      around: (call, perform) => {
        calls.push(call);
        return perform();
      },
    },
  });
  return { client, calls };
};
