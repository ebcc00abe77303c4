import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { routes } from '../../functions/routes.ts';
import { type Access, scopes } from '../../functions/runtime/route.ts';
import type { Answer, SandboxClient } from '../support/sandbox-client.ts';
import { tenantCalls } from './tenant-calls.ts';
import { type Kit, openCopy, type TwoTenants, twoTenants } from './two-tenants.ts';

type AnyRoute = (typeof routes)[number];

/** Which single scopes are enough for a route. */
const enough: Readonly<Record<Access, readonly string[]>> = {
  'port-requests:read': ['port-requests:read', 'desk'],
  'port-requests:write': ['port-requests:write', 'desk'],
  desk: ['desk'],
  public: [],
  'operator-signature': [],
  'start-link': [],
};

const routesWithToken = routes.filter(({ access }) => enough[access].length > 0);
const named = (all: readonly AnyRoute[]) => all.map((route) => [route.operationId, route] as const);
const namesSomething = ({ path }: AnyRoute) => path.includes('{');
/** Those whose path names something that a tenant has, for those who are no desk. */
const ofATenant = routesWithToken.filter((route) => namesSomething(route) && route.access !== 'desk');
const withParts = ofATenant.filter(
  ({ operationId, path }) => path.split('{').length > 2 && !tenantCalls[operationId].countsWithin,
);

/** Answers in which nothing stands that would tell whose they are. */
const namesNobody: readonly string[] = [
  'enterOperatorEvent',
  'writeNote',
  'deleteWebhookEndpoint',
  'getDates',
  'listRejectionReasons',
  'listStatuses',
];
/** Lists that show the desk too only what the tenant of its token has, as they say themselves. */
const ofTokensTenant: readonly string[] = ['listEvents', 'listWebhookEndpoints'];

let world: TwoTenants;
/** One copy for all that changes nothing. */
let unchanged: Awaited<ReturnType<typeof openCopy>>;
beforeAll(async () => {
  world = await twoTenants();
  unchanged = await openCopy(world);
});

const copyFor = async ({ method }: AnyRoute) =>
  method === 'GET' || method === 'HEAD' ? unchanged : openCopy(world);

const everythingIn = (client: SandboxClient) => JSON.stringify(client.sandbox.save());

/** Ids of the right form that nobody ever had. */
const neverGiven: Readonly<Record<string, string>> = {
  id: 'prt_01KM0000000000000000000000',
  incidentId: 'inc_01KM0000000000000000000000',
  documentId: 'doc_01KM0000000000000000000000',
  entryId: 'prt_01KM0000000000000000000000.4',
  endpointId: 'whe_01KM0000000000000000000000',
  deliveryId: 'whd_000000999999',
};

const pathParametersOf = ({ operationId, path }: AnyRoute, kit: Kit): Readonly<Record<string, string>> => {
  const given = tenantCalls[operationId].path?.(kit) ?? {};
  const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(Object.keys(given).toSorted()).toEqual(wanted.toSorted());
  return given;
};

const unknownOf = (route: AnyRoute, kit: Kit): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(pathParametersOf(route, kit)).map((name) => {
      const id = neverGiven[name];
      if (id === undefined) throw new Error(`Say which ${name} nobody ever had`);
      return [name, id];
    }),
  );

type CallOptions = {
  readonly token: string | null;
  /** Whose call it is: what the path names, and the body. */
  readonly kit: Kit;
  /** What the path names instead. */
  readonly path?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly query?: string;
};

let keys = 0;

const make = (client: SandboxClient, route: AnyRoute, options: CallOptions): Promise<Answer> => {
  const { token, kit, path = pathParametersOf(route, kit), key, query } = options;
  const row = tenantCalls[route.operationId];
  const target = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  keys += 1;
  return client.call(route.method, `${target}${query ?? row.query ?? ''}`, {
    token,
    body: row.body?.(kit),
    headers: {
      ...(route.idempotency === undefined ? {} : { 'idempotency-key': key ?? `key-${keys}` }),
      ...row.headers,
    },
  });
};

/** An answer without what differs between any two calls. */
const told = ({ status, headers, text, json }: Answer) => {
  const { 'x-request-id': requestId, ...others } = headers;
  expect(requestId).toBeTruthy();
  return { status, headers: others, body: json === undefined ? text : { ...json, instance: '' } };
};

const marksIn = (answer: Answer, { marks }: Kit) => {
  const all = JSON.stringify([answer.headers, answer.text, answer.bytes.toString('latin1')]);
  return marks.filter((mark) => all.includes(mark));
};

const tokenWith = (client: SandboxClient, { tenant }: Kit, scope: string) => client.tokenFor(tenant, scope);

/** What a stranger is told who asks for something of acme's, and the work that is done for it. */
const asStranger = async (route: AnyRoute, path: Readonly<Record<string, string>>) => {
  const { client, calls } = unchanged;
  const token = await tokenWith(client, world.umbrella, 'port-requests:read port-requests:write');
  calls.length = 0;
  const answer = await make(client, route, { token, kit: world.acme, path });
  return { told: told(answer), work: calls.map(({ target, method }) => `${target} ${method}`) };
};

test('The table of calls names every route once, and nothing else', () => {
  const names: readonly string[] = routes.map(({ operationId }) => operationId);
  expect(Object.keys(tenantCalls).toSorted()).toEqual(names.toSorted());
});

describe('Refused, and without a trace', () => {
  test.each(named(routesWithToken))('%s: without a token or without its scope', async (_, route) => {
    const { acme, umbrella } = world;
    const { client } = unchanged;
    const before = everythingIn(client);

    for (const [token, code] of [
      [null, 'auth.token_missing'],
      ['a.b.c', 'auth.token_invalid'],
    ] as const) {
      const answer = await make(client, route, { token, kit: acme });
      expect([answer.status, answer.json.code]).toEqual([401, code]);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
    const missing = scopes.filter((scope) => !enough[route.access].includes(scope));
    // Another tenant is told the same: not even that there is such a thing.
    for (const scope of ['', 'desks', ...missing])
      for (const caller of [acme, umbrella]) {
        const answer = await make(client, route, {
          token: await tokenWith(client, caller, scope),
          kit: acme,
        });
        expect([answer.status, answer.json.code]).toEqual([403, 'auth.scope_missing']);
        expect(answer.json.requiredScope).toBe(route.access);
      }

    expect(everythingIn(client)).toBe(before);
  });

  test.each(named(ofATenant))(
    '%s: what another tenant has is told, and looked for, like what never existed',
    async (_, route) => {
      const before = everythingIn(unchanged.client);
      const foreign = await asStranger(route, pathParametersOf(route, world.acme));
      const unknown = await asStranger(route, unknownOf(route, world.acme));
      expect(foreign.told.status).toBe(404);
      expect(foreign.told.body.code).toMatch(/\.not_found$/);
      expect(foreign).toEqual(unknown);
      expect(everythingIn(unchanged.client)).toBe(before);
    },
  );

  test.each(named(withParts))('%s: nor does an id of one’s own open a part of it', async (_, route) => {
    const before = everythingIn(unchanged.client);
    const [whole = ''] = /(?<=\{)\w+/.exec(route.path) ?? [];
    const own = { [whole]: pathParametersOf(route, world.umbrella)[whole] ?? '' };
    const foreign = await asStranger(route, { ...pathParametersOf(route, world.acme), ...own });
    const unknown = await asStranger(route, { ...unknownOf(route, world.acme), ...own });
    expect(foreign.told.status).toBe(404);
    expect(foreign).toEqual(unknown);
    expect(everythingIn(unchanged.client)).toBe(before);
  });
});

describe('Done', () => {
  test.each(named(routesWithToken))(
    '%s: for its own tenant with any one scope that is enough',
    async (_, route) => {
      const { acme, umbrella } = world;
      for (const scope of enough[route.access]) {
        const { client } = await copyFor(route);
        for (const [kit, other] of [
          [acme, umbrella],
          [umbrella, acme],
        ] as const) {
          const answer = await make(client, route, { token: await tokenWith(client, kit, scope), kit });
          expect([scope, answer.status]).toEqual([scope, tenantCalls[route.operationId].status]);
          // And shows nothing of the other.
          if (scope !== 'desk') expect(marksIn(answer, other)).toEqual([]);
        }
      }
    },
  );

  test.each(named(routesWithToken))('%s: for the desk, of whichever tenant it is', async (_, route) => {
    const { acme, umbrella } = world;
    const { client } = await copyFor(route);
    for (const [kit, desk] of [
      [acme, umbrella],
      [umbrella, acme],
    ] as const) {
      const answer = await make(client, route, { token: await tokenWith(client, desk, 'desk'), kit });
      expect(answer.status).toBe(tenantCalls[route.operationId].status);
      const shown = [kit, desk].filter((each) => marksIn(answer, each).length > 0);
      if (namesNobody.includes(route.operationId)) expect(shown).toEqual([]);
      // An empty answer would be none for the desk.
      else if (ofTokensTenant.includes(route.operationId)) expect(shown).toEqual([desk]);
      else expect(shown).toContain(kit);
    }
  });
});

describe('A cursor', () => {
  const cursorNameOf = ({ query }: AnyRoute) =>
    query instanceof z.ZodObject
      ? ['cursor', 'after'].find((name) => Object.keys(query.shape).includes(name))
      : undefined;
  const paged = routesWithToken.filter((route) => cursorNameOf(route) !== undefined);

  test.each(named(paged))(
    'of %s is good for the tenant that was given it, and for no other',
    async (_, route) => {
      const { acme, umbrella } = world;
      const { client } = unchanged;
      for (const scope of enough[route.access])
        for (const [kit, other] of [
          [acme, umbrella],
          [umbrella, acme],
        ] as const) {
          const token = await tokenWith(client, kit, scope);
          const page = await make(client, route, { token, kit, query: '?limit=1' });
          expect(page.json.nextCursor).toEqual(expect.any(String));
          const query = `?limit=1&${cursorNameOf(route)}=${page.json.nextCursor}`;
          expect((await make(client, route, { token, kit, query })).status).toBe(200);
          const stranger = await tokenWith(client, other, scope);
          const foreign = await make(client, route, { token: stranger, kit: other, query });
          expect([scope, foreign.status, foreign.json.code]).toEqual([scope, 400, 'cursor.invalid']);
        }
    },
  );

  test('is what the great lists and the feed go by', () => {
    expect(paged.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['listPortRequests', 'listDeskQueue', 'listEvents']),
    );
  });
});

describe('An idempotency key', () => {
  const withKeys = routesWithToken.filter(({ idempotency }) => idempotency !== undefined);
  const scopeFor = ({ access }: AnyRoute) =>
    access === 'desk' ? 'desk' : 'port-requests:read port-requests:write';

  test.each(named(withKeys.filter((route) => !namesSomething(route))))(
    '%s: of one tenant is new to another',
    async (_, route) => {
      const { acme, umbrella } = world;
      const { client } = await openCopy(world);
      const key = 'the same key';
      const answerFor = async (kit: Kit) =>
        make(client, route, { token: await tokenWith(client, kit, scopeFor(route)), kit, key });
      expect((await answerFor(acme)).status).toBe(tenantCalls[route.operationId].status);
      const answer = await answerFor(umbrella);
      expect(answer.status).toBe(tenantCalls[route.operationId].status);
      expect(answer.headers['idempotency-replayed']).toBeUndefined();
      expect(marksIn(answer, acme)).toEqual([]);
    },
  );

  test.each(named(withKeys.filter((route) => ofATenant.includes(route))))(
    '%s: under which something was done opens it to nobody else',
    async (_, route) => {
      const { acme, umbrella } = world;
      const { client } = await openCopy(world);
      const key = 'the same key';
      const done = await make(client, route, {
        token: await tokenWith(client, acme, scopeFor(route)),
        kit: acme,
        key,
      });
      expect(done.status).toBe(tenantCalls[route.operationId].status);
      const token = await tokenWith(client, umbrella, scopeFor(route));
      const foreign = await make(client, route, { token, kit: acme, key });
      const unknown = await make(client, route, { token, kit: acme, key, path: unknownOf(route, acme) });
      expect(foreign.status).toBe(404);
      expect(told(foreign)).toEqual(told(unknown));
    },
  );

  test.each(named(withKeys.filter(({ access }) => access === 'desk')))(
    '%s: is one tenant’s also among desks: what one desk did is not told to the other as its own',
    async (_, route) => {
      const { acme, umbrella } = world;
      const { client } = await openCopy(world);
      const key = 'the same key';
      for (const desk of [acme, umbrella]) {
        const token = await tokenWith(client, desk, 'desk');
        const answer = await make(client, route, { token, kit: acme, key });
        expect(answer.headers['idempotency-replayed']).toBeUndefined();
      }
    },
  );
});

describe('A route without a token', () => {
  const open = routes.filter(({ access }) => access === 'public');
  const ofLinks = routes.filter(({ access }) => access === 'start-link');
  const ofOperators = routes.filter(({ access }) => access === 'operator-signature');

  test.each(named(open))('%s: says the same to everybody, and nothing of anybody', async (_, route) => {
    const { acme, umbrella } = world;
    const { client } = unchanged;
    const answers = [];
    for (const token of [null, acme.token, umbrella.token])
      answers.push(await make(client, route, { token, kit: acme }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    for (const kit of [acme, umbrella]) expect(answers.flatMap((answer) => marksIn(answer, kit))).toEqual([]);
  });

  test.each(named(ofLinks))('%s: opens by its link, which no bearer token replaces', async (_, route) => {
    const { acme, umbrella } = world;
    const { client } = await copyFor(route);
    const before = JSON.stringify(client.sandbox.save()?.world.stores.records);
    for (const token of [null, umbrella.token]) {
      const answer = await make(client, route, { token, kit: acme });
      expect(answer.status).toBe(tenantCalls[route.operationId].status);
      expect(marksIn(answer, umbrella)).toEqual([]);
    }
    for (const guessed of [acme.ready, 'x'.repeat(43)]) {
      const answer = await make(client, route, { token: acme.token, kit: acme, path: { token: guessed } });
      expect([answer.status, marksIn(answer, acme)]).toEqual([404, []]);
    }
    expect(JSON.stringify(client.sandbox.save()?.world.stores.records)).toBe(before);
  });

  test.each(named(ofOperators))('%s: takes a signature, and no bearer token for one', async (_, route) => {
    const { acme } = world;
    const { client } = unchanged;
    const before = everythingIn(client);
    for (const token of [null, acme.token, await client.deskToken()]) {
      const answer = await make(client, route, { token, kit: acme });
      expect([answer.status, answer.json.code]).toEqual([401, 'webhook.signature_invalid']);
    }
    expect(everythingIn(client)).toBe(before);
  });
});
