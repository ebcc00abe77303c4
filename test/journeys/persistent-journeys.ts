import { isDeepStrictEqual } from 'node:util';
import type { MetricName } from '../../functions/metrics/metric-catalogue.ts';
import type { AdapterCall } from '../../sandbox/adapter-calls.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import type { Doubles } from '../../sandbox/world-options.ts';
import { exampleBody } from '../support/example-body.ts';
import { confirmation, moments } from '../support/journey.ts';
import { type Answer, SandboxClient } from '../support/sandbox-client.ts';

/** What a journey came to, for whoever asks afterwards. */
export type Outcome = {
  /** Types and statuses; without the notes of steps that kept failing, which are about the outage. */
  readonly history: readonly string[];
  /** Whether the tenant's feed is that history, entry by entry. */
  readonly isPublished: boolean;
  readonly mails: readonly string[];
  /** Sorted, each once: a repeat is told by request, attempt, type and start. */
  readonly toldCarrier: readonly string[];
  readonly executions: readonly string[];
  readonly numbersHeld: number;
  readonly leftInOutbox: number;
  /** What was counted of the history, sorted: one name for each time. */
  readonly counted: readonly string[];
};

const silent = { info: () => {}, error: () => {} };

/** Makes a call again, a minute later, until it is answered: under the same keys, as a client has to. */
const persist = async (client: SandboxClient, call: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; tries <= 1000; tries += 1) {
    const answer = await call();
    if (answer.status < 500) return answer;
    await client.clock({ by: 'PT1M' });
  }
  throw new Error('Not answered in a thousand minutes');
};

const done = (answer: Answer): Answer => {
  if (answer.status >= 400) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
};

/** Moves on to an instant, unless an outage has taken longer. */
const moveTo = async (client: SandboxClient, to: string): Promise<void> => {
  if (`${client.sandbox.world().clock.now()}` < to) await client.clock({ to });
};

const under = (key: string) => ({ headers: { 'idempotency-key': key } });

const create = async (client: SandboxClient): Promise<string> =>
  done(await persist(client, () => client.post('/v1/port-requests', exampleBody(), under('create')))).json.id;

const report = (client: SandboxClient, id: string, type: string, data: unknown, attempt = 1) => {
  const occurredAt = client.sandbox.world().clock.now().toString();
  const more = { attempt, occurredAt, webhookId: `${type}-${attempt}` };
  return persist(client, () => client.event(id, type, data, more)).then(done);
};

/** Waits, minute by minute, for something that others do. */
const waitFor = async <Found>(
  client: SandboxClient,
  look: () => Promise<Found | undefined>,
): Promise<Found> => {
  for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await client.clock({ by: 'PT1M' });
  }
  throw new Error('Waited for a day in vain');
};

const mailedLink = async (client: SandboxClient, id: string): Promise<string | undefined> =>
  (await client.mails(`portRequestId=${id}`))
    .flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? [])
    .at(-1);

const toldOfStart = async (client: SandboxClient): Promise<true | undefined> =>
  client.sandbox
    .world()
    .operator.outbox('colt')
    .some(({ type }) => type === 'port.started') || undefined;

/** Created, approved, started by the mailed link as soon as its window opens, completed. */
const completed = async (client: SandboxClient): Promise<string> => {
  const id = await create(client);
  await moveTo(client, moments.approved);
  await report(client, id, 'request.approved', { date: '2026-04-14' });
  await moveTo(client, moments.windowOpens);
  const link = await waitFor(client, () => mailedLink(client, id));
  // Done, though its answer was lost: then it says that the port was started already.
  const started = await persist(client, () => client.confirm(link, confirmation));
  if (started.status !== 200 && started.status !== 409) throw new Error(`${started.status}: ${started.text}`);
  await client.clock({ by: 'PT20M' });
  // No carrier brings numbers in that it was not told to.
  await waitFor(client, () => toldOfStart(client));
  const completedAt = client.sandbox.world().clock.now().toString();
  await report(client, id, 'port.completed', { completedAt });
  return id;
};

/** Refused, corrected, submitted again, approved, and cancelled before its window opens. */
const corrected = async (client: SandboxClient): Promise<string> => {
  const id = await create(client);
  await moveTo(client, '2026-04-01T08:00:00Z');
  await report(client, id, 'request.rejected', { reasons: [{ code: 'account_number_mismatch' }] });
  await client.clock({ by: 'PT1H' });
  const path = `/v1/port-requests/${id}`;
  const version = (await client.sandbox.world().records.find(id))?.version;
  const patch = { body: { losingOperator: { accountNumber: '998877' } } };
  const headers = { 'if-match': `"${version}"` };
  const patched = await persist(client, () => client.call('PATCH', path, { ...patch, headers }));
  // Done, though its answer was lost: whoever reads again then sees it.
  const { content } = (await client.sandbox.world().records.find(id)) ?? {};
  if (patched.status !== 412 || content?.losingOperator?.accountNumber !== '998877') done(patched);
  done(await persist(client, () => client.post(`${path}/submission`, undefined, under('submit'))));
  await moveTo(client, '2026-04-03T08:00:00Z');
  await report(client, id, 'request.approved', { date: '2026-04-20' }, 2);
  await client.clock({ by: 'PT1H' });
  done(await persist(client, () => client.post(`${path}/cancellation`, {}, under('cancel'))));
  return id;
};

/** Whole lives of a request, by clients and operators that repeat what was not answered. */
export const journeys = { completed, corrected } as const;

/** Metrics that count what happened to a port, and not how often something was tried. */
const countsOfHistory: readonly string[] = [
  'RequestsSubmitted',
  'AnswersApproved',
  'AnswersRejected',
  'RejectionReasons',
  'WindowsOpened',
  'PortsStarted',
  'PortsCompleted',
  'RequestsCancelled',
] satisfies readonly MetricName[];

const countedIn = (client: SandboxClient): readonly string[] =>
  client.sandbox
    .world()
    .metrics.all()
    .filter(({ name }) => countsOfHistory.includes(name))
    .flatMap(({ name, dimensions, minutes }) =>
      minutes.flatMap(({ values }) => values.map(() => [name, ...Object.values(dimensions)].join(' '))),
    )
    .toSorted();

const outcomeOf = async (client: SandboxClient, id: string): Promise<Outcome> => {
  const feed = done(await persist(client, () => client.get('/v1/events?limit=100'))).json.items;
  const { records, mailbox, operator, lifecycle } = client.sandbox.world();
  const history = await records.history(id);
  const request = await records.find(id);
  const told = operator
    .outbox('colt')
    .map(({ type, attempt, body }) =>
      JSON.stringify([type, attempt, ...(type === 'port.started' ? [body] : [])]),
    );
  return {
    history: history
      .filter(({ data }) => data['code'] !== 'lifecycle_step_failed')
      .map(({ type, status }) => `${type} ${status}`),
    isPublished: isDeepStrictEqual(feed, history),
    mails: mailbox.mails().map(({ template }) => template),
    // A start has its time, which an outage moves: as a set, each of them once.
    toldCarrier: [...new Set(told)].map((text) => text.replace(/T[\d:]+Z/, '')).sort(),
    executions: lifecycle.executionsOf(id).map(({ name, status }) => `${name.slice(id.length)} ${status}`),
    numbersHeld: (await records.holdersOf(request?.content.numbers ?? [])).length,
    leftInOutbox: records.unhandledCount(),
    counted: countedIn(client),
  };
};

/** Lives a journey in a world of its own, and what it came to two days later. */
export const live = async (
  journey: keyof typeof journeys,
  doublesFor: (client: () => SandboxClient) => Doubles,
  options: Partial<SandboxOptions> = {},
): Promise<Outcome> => {
  const started: { client?: SandboxClient } = {};
  const doubles = doublesFor(() => {
    if (started.client === undefined) throw new Error('Called before the world was there');
    return started.client;
  });
  const client = await SandboxClient.start(moments.submitted, { doubles, log: silent, ...options });
  started.client = client;
  const id = await journeys[journey](client);
  await client.clock({ by: 'P2D' });
  return outcomeOf(client, id);
};

/** A call on the way, and whether anything came of it: a look that finds nothing has nothing to lose. */
export type PeacefulCall = AdapterCall & { readonly isIdle: boolean };

const isNothing = (answer: unknown): boolean => Array.isArray(answer) && answer.length === 0;

/** What the sweeper asks every few minutes: in peace it finds nothing, and `repairs.test.ts` shows what it is for. */
const isOverview = ({ method, given }: AdapterCall): boolean =>
  ['unhandled', 'publishedThrough', 'brokenRuns', 'newestRun'].includes(method) ||
  (method === 'read' && given.length === 0);

const isOfNothing = (call: AdapterCall): boolean =>
  isOverview(call) || (call.method === 'put' && isNothing(call.given[0]));

/** Lives a journey in which nothing fails: what it comes to, and every call of an adapter on its way. */
export const liveInPeace = async (
  journey: keyof typeof journeys,
): Promise<{ readonly outcome: Outcome; readonly calls: readonly PeacefulCall[] }> => {
  const calls: PeacefulCall[] = [];
  const outcome = await live(journey, () => ({
    around: async (call, perform) => {
      const index = calls.push({ ...call, isIdle: isOfNothing(call) }) - 1;
      const answer = await perform();
      if (call.method === 'due' && isNothing(answer)) calls[index] = { ...call, isIdle: true };
      return answer;
    },
  }));
  return { outcome, calls };
};
