import { Temporal } from 'temporal-polyfill';
import type { FeedEvent } from '../../functions/events/feed-event.ts';
import type { DeskCommand } from '../../functions/repair/desk-command.ts';
import { queueNames, wokenNames } from '../../functions/repair/queue-names.ts';
import { type Log, logTo } from '../../functions/runtime/log.ts';
import type { WebhookMessage } from '../../functions/webhooks/receivers.ts';
import type { AdapterCall } from '../adapter-calls.ts';
import { failingCall } from '../faults.ts';
import type { GatewayResponse } from '../gateway.ts';
import { type Call, callsOf, resellerOf, type Sent } from '../month/calls.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts';
import type { World } from '../world.ts';

/** Opens the sandbox of a drill; tests look on while they do. */
export type OpenSandbox = (options: SandboxOptions) => Promise<Sandbox>;

/** A call under way: made again every minute, under the same keys, until it is answered. */
type Asked = {
  readonly sent: Sent;
  readonly onAnswer: (answer: GatewayResponse) => void | Promise<void>;
};

/** A sandbox with people around it who do not give up. */
export type DrillStage = {
  readonly world: () => World;
  readonly now: () => Temporal.Instant;
  /** Calls at once, and again every minute until it is answered. */
  readonly ask: (sent: Sent, onAnswer?: (answer: GatewayResponse) => void | Promise<void>) => Promise<void>;
  readonly hasUnanswered: () => boolean;
  /** Moves the clock to an instant, unless it has passed. */
  readonly moveTo: (instant: string) => Promise<void>;
  readonly wait: (minutes: number) => Promise<void>;
  /** Waits, minute by minute, for something that others do. */
  readonly waitUntil: (what: string, isSo: () => boolean | Promise<boolean>) => Promise<void>;
  /** From now on these calls of adapters fail: what `POST /sandbox/faults` is too coarse for. */
  readonly breakCalls: (isMeant: (call: AdapterCall) => boolean) => void;
  readonly mendCalls: () => void;
  /** Asks what operations ask with `npm run desk`. */
  readonly desk: (command: DeskCommand) => Promise<unknown>;
  /** Everything that was put aside is redriven, or thrown away where it is no work. */
  readonly emptyDeadLetters: () => Promise<void>;
  /** What the reseller's receiver was sent, in order, repeats too. */
  readonly received: () => readonly FeedEvent[];
  /** What the reseller read of its feed, in order. */
  readonly feed: () => readonly FeedEvent[];
  /** Answers that nobody expected. */
  readonly surprises: () => readonly string[];
};

export const reseller = resellerOf('game-day');

const start = '2026-03-30T07:30:00Z';

/** Who repairs, as the log names them. */
export const askedBy = 'game-day';

const longestWaitMinutes = 24 * 60;

const silentLog: Log = logTo(() => {});

/** The minute it is, in minutes since 1970. */
export const minuteOf = ({ now }: Pick<DrillStage, 'now'>): number =>
  Math.floor(now().epochMilliseconds / 60_000);

/** Opens a sandbox with a reseller that has a receiver of webhooks and reads its feed. */
export const openStage = async (open: OpenSandbox = createSandbox): Promise<DrillStage> => {
  const received: FeedEvent[] = [];
  let isBroken: (call: AdapterCall) => boolean = () => false;
  const sandbox = await open({
    start: Temporal.Instant.from(start),
    baseUrl: 'http://localhost:4010',
    log: silentLog,
    receivers: {
      faultsOf: async () => [],
      post: async ({ body }: WebhookMessage) => {
        received.push(JSON.parse(body));
        return { status: 204, error: null };
      },
    },
    doubles: {
      around: (given, perform) => (isBroken(given) ? failingCall(given.target, 'error', perform) : perform()),
    },
  });
  const call: Call = callsOf(sandbox);
  const surprises: string[] = [];
  const feed: FeedEvent[] = [];
  let unanswered: readonly Asked[] = [];
  let cursor = '';
  let asked = 0;

  const world = () => sandbox.world();
  const now = () => world().clock.now();

  const tryOnce = async (each: Asked): Promise<void> => {
    const answer = await call(each.sent);
    if (answer.status >= 500) return;
    unanswered = unanswered.filter((other) => other !== each);
    if (answer.status >= 400)
      surprises.push(`${each.sent.method} ${each.sent.target}: ${answer.status} ${answer.body}`);
    await each.onAnswer(answer);
  };

  const readFeed = async (): Promise<void> => {
    const after = cursor === '' ? '' : `&after=${encodeURIComponent(cursor)}`;
    const { status, body } = await call({
      method: 'GET',
      target: `/v1/events?limit=100${after}`,
      by: reseller,
    });
    if (status !== 200) return;
    const page: { readonly items: readonly FeedEvent[]; readonly nextCursor: string } = JSON.parse(body);
    feed.push(...page.items);
    cursor = page.nextCursor;
  };

  const moveTo = async (instant: Temporal.Instant): Promise<void> => {
    await sandbox.catchUpWith(instant);
    await readFeed();
  };

  const wait = async (minutes: number): Promise<void> => {
    for (let left = minutes; left > 0; left -= 1) {
      await moveTo(now().add({ minutes: 1 }));
      for (const each of unanswered) await tryOnce(each);
    }
  };

  const emptyDeadLetters = async (): Promise<void> => {
    for (const { queue } of [...world().deadLetters()]) {
      const woken = wokenNames.find((name) => name === queue);
      const work = queueNames.find((name) => name === queue);
      if (woken !== undefined) await world().askDesk({ command: 'purge', askedBy, queue: woken });
      if (work !== undefined) await world().askDesk({ command: 'redrive', askedBy, queue: work });
    }
    await world().clock.settle();
  };

  const stage: DrillStage = {
    world,
    now,
    ask: async (sent, onAnswer = () => {}) => {
      asked += 1;
      const keyed = { ...sent, headers: { 'idempotency-key': `asked-${asked}`, ...sent.headers } };
      const each = { sent: keyed, onAnswer };
      unanswered = [...unanswered, each];
      await tryOnce(each);
    },
    hasUnanswered: () => unanswered.length > 0,
    moveTo: (instant) => moveTo(Temporal.Instant.from(instant)),
    wait,
    waitUntil: async (what, isSo) => {
      for (let minutes = 0; minutes < longestWaitMinutes; minutes += 1) {
        if (await isSo()) return;
        await wait(1);
      }
      surprises.push(`Waited for a day in vain: ${what}`);
    },
    breakCalls: (isMeant) => {
      isBroken = isMeant;
    },
    mendCalls: () => {
      isBroken = () => false;
    },
    desk: (command) => world().askDesk(command),
    emptyDeadLetters,
    received: () => received,
    feed: () => feed,
    surprises: () => surprises,
  };
  await stage.ask({
    method: 'POST',
    target: '/v1/webhook-endpoints',
    by: reseller,
    body: {
      url: 'https://game-day.example/hooks',
      types: ['port_request.*'],
      contactEmail: 'it@game-day.example',
    },
  });
  return stage;
};
