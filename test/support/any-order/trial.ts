import { Temporal } from 'temporal-polyfill';
import type { ClosedDay, ClosedDays } from '../../../functions/calendar/working-calendar.ts';
import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import { problemCatalogue } from '../../../functions/problems/problem-catalogue.ts';
import type { AroundCall } from '../../../sandbox/adapter-calls.ts';
import { inMemoryStores } from '../../../sandbox/in-memory-stores.ts';
import { type Answer, SandboxClient } from '../sandbox-client.ts';
import { dayOf } from './own-calendar.ts';

/** What a step chooses by: whole numbers, of which 0 is the plainest. */
export type Pick = { readonly which: number; readonly what: number; readonly more: number };

/** An event as it was sent. */
export type SentEvent = {
  readonly webhookId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly sentAt: string;
  readonly status: number;
  readonly outcome: string;
};

/** A call of an adapter that was made to fail. */
type Failure = { readonly target: string; readonly method: string; readonly wasDone: boolean };

/** How often a mail went out, and how often it may have gone out once more because its sender could not know. */
export type Mailed = { sent: number; excused: number };

/** What closed days there are: more of them while requests run. */
const growingClosedDays = (): ClosedDays & { readonly close: (day: ClosedDay) => void } => {
  let days: readonly ClosedDay[] = [];
  return {
    get version() {
      return `closed-days-${days.length}`;
    },
    get days() {
      return days;
    },
    close: (day) => {
      days = [...days, day].toSorted((one, other) => (one.date < other.date ? -1 : 1));
    },
  };
};

/** One run: a sandbox, whoever calls it, and what was noted of what they did. */
export type Trial = {
  readonly client: SandboxClient;
  readonly tokens: { readonly acme: string; readonly other: string; readonly desk: string };
  readonly requests: () => readonly PortRequest[];
  readonly now: () => string;
  readonly today: () => string;
  readonly closed: () => ReadonlySet<string>;
  readonly close: (day: ClosedDay) => void;
  /** A key that was never used. */
  readonly newKey: () => string;
  /** Makes a call and judges its answer's form: no failure of its own, and every refusal a known problem. */
  readonly ask: (method: string, target: string, options?: AskOptions) => Promise<Answer>;
  readonly sent: SentEvent[];
  readonly heldBack: Readonly<Record<string, unknown>>[];
  readonly creations: {
    readonly key: string;
    readonly body: unknown;
    readonly id: unknown;
    readonly at: string;
  }[];
  readonly mailed: Map<string, Mailed>;
  /** Calls that failed on purpose, of the whole run. */
  readonly failures: Failure[];
  /** Whether a fault waits for its next call. */
  readonly isFaulty: () => boolean;
  /** Whether the clock could not do yet what it has to for a request: then a command does it first. */
  readonly isLate: (request: PortRequest) => boolean;
  /** How many of the next messages come twice, as queues and a state machine may be told. */
  readonly doubled: { left: number };
  /** What was done, in a line each. */
  readonly told: string[];
};

type AskOptions = {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly rawBody?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Fails the run, with what is wrong. */
export const must = (isRight: boolean, complaint: () => string): void => {
  if (!isRight) throw new Error(complaint());
};

const isKnownCode = (code: unknown): code is keyof typeof problemCatalogue =>
  typeof code === 'string' && Object.hasOwn(problemCatalogue, code);

/** A refusal is a problem document whose code is known and has that status. */
const judgeProblem = (what: string, { status, headers, json, text }: Answer): void => {
  must(headers['content-type'] === 'application/problem+json', () => `${what}: ${status} is no problem`);
  const { code } = json;
  must(
    isKnownCode(code) && problemCatalogue[code].status === status && json.status === status,
    () => `${what}: ${status} with ${text}`,
  );
  if (code !== 'request.malformed' && code !== 'request.refused') return;
  must(
    Array.isArray(json.errors) &&
      json.errors.length > 0 &&
      json.errors.every(
        (each: { code: unknown; pointer: unknown }) =>
          isKnownCode(each.code) && typeof each.pointer === 'string' && /^(\/|$)/.test(each.pointer),
      ),
    () => `${what}: ${status} without entries: ${text}`,
  );
};

/** Only records that were made to fail may cost an answer; where the caller died, nobody knows how far it came. */
const judgeFailure = (what: string, { status, text }: Answer, failed: readonly Failure[]): void => {
  const records = failed.filter(({ target }) => target === 'records');
  const allowed = [
    ...(records.some(({ wasDone }) => !wasDone) ? [503] : []),
    ...(records.some(({ wasDone }) => wasDone) ? [500, 503] : []),
  ];
  must(allowed.includes(status), () => `${what}: ${status} ${text} after ${JSON.stringify(failed)}`);
};

const lineOf = (given: readonly unknown[]): string | undefined => {
  const [first] = given;
  if (typeof first !== 'object' || first === null) return undefined;
  const mail: unknown = Reflect.get(first, 'tags') ?? first;
  if (typeof mail !== 'object' || mail === null) return undefined;
  return ['portRequestId', 'sequence', 'template'].map((name) => `${Reflect.get(mail, name)}`).join(' ');
};

const diedAfter = 'The caller died after the call was done';

/** Watches what goes out, and which calls were made to fail. */
const watcher = (mailed: Map<string, Mailed>, failures: Failure[], doubled: { left: number }): AroundCall => {
  const note = (line: string | undefined, change: Partial<Mailed>) => {
    if (line === undefined) return;
    const before = mailed.get(line) ?? { sent: 0, excused: 0 };
    mailed.set(line, {
      sent: before.sent + (change.sent ?? 0),
      excused: before.excused + (change.excused ?? 0),
    });
  };
  return async ({ target, method, given }, perform) => {
    const isMail = target === 'mail' && method === 'send';
    const isDoubled = doubled.left > 0 && (target === 'queues' || target === 'lifecycle');
    if (isDoubled) doubled.left -= 1;
    try {
      if (isDoubled) await perform();
      const answer = await perform();
      if (isMail) note(lineOf(given), { sent: 1 });
      return answer;
    } catch (error) {
      const wasDone = error instanceof Error && error.message === diedAfter;
      failures.push({ target, method, wasDone });
      // The mail service cannot be asked what it has sent: whoever died after sending, or could not write it down, repeats it.
      if (isMail && wasDone) note(lineOf(given), { sent: 1, excused: 1 });
      if (target === 'records' && method === 'sent' && !wasDone) note(lineOf(given), { excused: 1 });
      throw error;
    }
  };
};

/** A trial in an empty world. */
export const startTrial = async (start: string): Promise<Trial> => {
  const closedDays = growingClosedDays();
  const mailed = new Map<string, Mailed>();
  const failures: Failure[] = [];
  const doubled = { left: 0 };
  const client = await SandboxClient.start(start, {
    closedDays,
    // Ten thousand steps are for the fast store; what both stores promise is tested elsewhere.
    openStores: inMemoryStores(),
    doubles: { around: watcher(mailed, failures, doubled) },
    log: { info: () => {}, error: () => {} },
  });
  const { world } = client.sandbox;
  const now = () => world().clock.now().toString({ smallestUnit: 'second' });
  const told: string[] = [];
  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `key-${keys}`;
  };
  return {
    client,
    tokens: {
      acme: client.token,
      other: await client.tokenFor('other'),
      desk: await client.deskToken(),
    },
    requests: () => world().records.all(),
    now,
    today: () => dayOf(now()),
    closed: () => new Set(closedDays.days.map(({ date }) => date)),
    close: closedDays.close,
    newKey,
    ask: async (method, target, options = {}) => {
      const failedBefore = failures.length;
      const answer = await client.call(method, target, options);
      const what = `${method} ${target}`;
      told.push(
        `${now()} ${what} ${JSON.stringify(options.body ?? options.rawBody?.toString() ?? '').slice(0, 200)} -> ${answer.status} ${answer.json?.code ?? answer.json?.outcome ?? answer.json?.status ?? ''}`,
      );
      if (answer.status >= 500) judgeFailure(what, answer, failures.slice(failedBefore));
      else if (answer.status >= 400 && target.startsWith('/v1/')) judgeProblem(what, answer);
      return answer;
    },
    sent: [],
    heldBack: [],
    creations: [],
    mailed,
    failures,
    isFaulty: () => world().faults.underWay().length > 0,
    isLate: ({ dueAt }) =>
      dueAt !== null && Temporal.Instant.compare(Temporal.Instant.from(dueAt), world().clock.now()) <= 0,
    doubled,
    told,
  };
};
