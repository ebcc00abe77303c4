import type { Now } from '../calendar/clock.ts';
import type { MailQueue } from '../correspondence/mail-job.ts';
import type { MailLedger } from '../correspondence/mail-ledger.ts';
import type { EventFeed } from '../events/event-feed.ts';
import type { Lifecycle, Waits } from '../lifecycle/lifecycle.ts';
import type { Outbox } from '../lifecycle/outbox.ts';
import type { Content } from '../port-request/content.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { WebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import type { DeadLetters } from './dead-letters.ts';
import { type DeskAnswer, deskAnswer, deskCommand } from './desk-command.ts';
import { intervalsOf, maskedNumbers, wholeNumbers } from './held-numbers.ts';
import { inspect } from './inspection.ts';
import { graceMinutes, isMissing, type MailsFacts, mailsOf } from './mails-of.ts';
import { queueNames, wokenNames } from './queue-names.ts';
import { resendOf } from './resend.ts';
import { restartOf } from './restart.ts';
import { verify } from './verification.ts';

type DeskDeps = Telemetry &
  FactsDeps & {
    readonly wallClock: Now;
    readonly requests: Pick<PortRequests, 'find' | 'history' | 'attemptContent' | 'holdersOf'>;
    readonly waits: Pick<Waits, 'find'>;
    readonly lifecycle: Pick<Lifecycle, 'newestRun' | 'start'>;
    readonly mailLedger: Pick<MailLedger, 'list' | 'reopen'>;
    readonly mailQueue: MailQueue;
    readonly outbox: Pick<Outbox, 'unhandled'>;
    readonly feed: Pick<EventFeed, 'state'>;
    readonly endpoints: Pick<WebhookEndpoints, 'of'>;
    readonly deliveries: Pick<Deliveries, 'list'>;
    readonly deadLetters: DeadLetters;
  };

/** Of each endpoint so many of its newest deliveries are looked through for those of one request. */
const deliveriesLookedThrough = 200;

/** More than any service leaves lying; they are looked through for those of one request. */
const entriesLookedThrough = 1000;

type Read = { readonly request: PortRequest; readonly history: readonly HistoryEntry[] };

/** A request and its history as they were at one moment, unless it is written faster than it can be read. */
const readWhole = async (requests: DeskDeps['requests'], id: string): Promise<Read | undefined> => {
  for (let tries = 1; ; tries += 1) {
    const request = await requests.find(id);
    if (request === undefined) return undefined;
    const history = await requests.history(id);
    // Written in between: the history is newer than the record.
    if (history.length <= request.version || tries === 3) return { request, history };
  }
};

const readMails = async (
  { requests, mailLedger }: DeskDeps,
  { request, history }: Read,
): Promise<MailsFacts> => {
  const contents = new Map<number, Content>();
  for (const { number } of request.attempts) {
    const content = await requests.attemptContent(request.id, number);
    if (content !== undefined) contents.set(number, content);
  }
  return { request, history, contents, lines: await mailLedger.list(request.id) };
};

/** What the locks say a request holds, among all numbers that it names or was ever submitted with. */
const readLocks = async (requests: DeskDeps['requests'], { request, contents }: MailsFacts) => {
  const named = [request.content, ...contents.values()].flatMap(({ numbers }) => numbers);
  const items = [...new Map(named.map((item) => [JSON.stringify(item), item])).values()];
  const taken = await requests.holdersOf(items.filter((item) => intervalsOf([item]).length > 0));
  return taken.flatMap(({ holder, numbers }) => (holder.portRequestId === request.id ? [numbers] : []));
};

const readDeliveries = async (
  { endpoints, deliveries }: DeskDeps,
  { id, tenant }: PortRequest,
): Promise<readonly Delivery[]> => {
  const found: Delivery[] = [];
  for (const endpoint of (await endpoints.of(tenant)).endpoints)
    found.push(
      ...(await deliveries.list(endpoint.id, { limit: deliveriesLookedThrough, before: undefined })),
    );
  return found.filter(({ portRequestId, status }) => portRequestId === id && status !== 'delivered');
};

const inspectOne = async (real: DeskDeps, read: Read, showsNumbers: boolean): Promise<DeskAnswer> => {
  const { requests, waits, lifecycle, outbox, feed, wallClock } = real;
  const { id, tenant } = read.request;
  const attempt = currentAttempt(read.request)?.number;
  const mails = await readMails(real, read);
  const left = await outbox.unhandled(wallClock().subtract({ minutes: graceMinutes }), entriesLookedThrough);
  const { findings, numbers, deliveries, deskTasks, ...seen } = inspect({
    ...mails,
    ...(await gatherFacts(real)),
    wait: attempt === undefined ? undefined : await waits.find(id, attempt),
    newestRun: attempt === undefined ? undefined : await lifecycle.newestRun(id, attempt),
    locks: await readLocks(requests, mails),
    leftEntries: left.filter(({ portRequestId }) => portRequestId === id),
    publishedThrough: (await feed.state(tenant, id)).through,
    deliveries: await readDeliveries(real, read.request),
  });
  const written = showsNumbers ? wholeNumbers : maskedNumbers;
  return {
    command: 'inspect',
    kind: 'inspected',
    portRequestId: id,
    ...seen,
    numbers: {
      held: numbers.held.map(written),
      missing: numbers.missing.map(written),
      leftBehind: numbers.leftBehind.map(written),
    },
    deliveries: deliveries.map(({ endpointId, position, type, status, attempts, nextAttemptAt }) => ({
      endpointId,
      position,
      type,
      status,
      attempts: attempts.length,
      nextAttemptAt,
    })),
    deskTasks: deskTasks.map(({ what, since, sequence }) => ({ what, since, sequence })),
    findings,
  };
};

type Resend = Extract<ReturnType<typeof deskCommand.parse>, { readonly command: 'resend' }>;
type Restart = Extract<ReturnType<typeof deskCommand.parse>, { readonly command: 'restart' }>;

const resend = async (
  real: DeskDeps,
  read: Read,
  { mail, again, confirmed }: Resend,
): Promise<DeskAnswer> => {
  const portRequestId = read.request.id;
  const mails = mailsOf(await readMails(real, read));
  const plan = resendOf(mails, mail, again);
  if (plan.kind === 'refused') return { command: 'resend', ...plan, mails };
  if (!confirmed) return { command: 'resend', ...plan };
  if (plan.wentOut)
    for (const { sequence, template } of plan.mails)
      await real.mailLedger.reopen({ portRequestId, sequence, template });
  // Whoever dies before this leaves a mail that never went out, which an inspection finds.
  await real.mailQueue.put(
    plan.mails.map(({ sequence, template, audience }) => ({ portRequestId, sequence, template, audience })),
  );
  return { command: 'resend', ...plan, kind: 'done' };
};

const restart = async (
  { lifecycle }: DeskDeps,
  { request }: Read,
  { attempt, confirmed }: Restart,
): Promise<DeskAnswer> => {
  const number = attempt ?? currentAttempt(request)?.number;
  const newest = number === undefined ? undefined : await lifecycle.newestRun(request.id, number);
  const plan = restartOf(request, attempt, newest);
  if (plan.kind === 'refused') return { command: 'restart', ...plan, newestRun: newest?.run ?? null };
  if (!confirmed) return { command: 'restart', ...plan };
  await lifecycle.start({ portRequestId: request.id, attempt: plan.attempt, run: plan.run });
  return { command: 'restart', ...plan, kind: 'done' };
};

const countQueues = async ({ deadLetters }: DeskDeps): Promise<DeskAnswer> => ({
  command: 'queues',
  kind: 'counted',
  queues: await Promise.all(
    [...queueNames, ...wokenNames].map(async (name) => ({ name, ...(await deadLetters.count(name)) })),
  ),
});

/**
 * Answers: what do operations ask, and what do they want mended? Whoever may invoke this function may do all of it; what changes
 * something is only done once it is confirmed. That it was asked, and by whom, stands in the log.
 */
export const newHandler = (deps: () => DeskDeps) =>
  task(
    { name: 'desk-command', input: deskCommand, output: deskAnswer },
    deps,
    async (real, given): Promise<DeskAnswer> => {
      const { command, askedBy } = given;
      real.log.info('desk.asked', {
        command,
        askedBy,
        step: 'confirmed' in given && !given.confirmed ? 'ask' : 'do',
        portRequestId: 'portRequestId' in given ? given.portRequestId : undefined,
        queue: 'queue' in given ? given.queue : undefined,
      });
      switch (given.command) {
        case 'queues':
          return countQueues(real);
        case 'redrive':
          return {
            command: 'redrive',
            kind: 'done',
            ...(await real.deadLetters.redrive(given.queue, given.limit)),
          };
        case 'purge':
          return {
            command: 'purge',
            kind: 'done',
            ...(await real.deadLetters.discard(given.queue, given.limit)),
          };
        default: {
          const read = await readWhole(real.requests, given.portRequestId);
          if (read === undefined) return { command: given.command, kind: 'no_such_request' };
          switch (given.command) {
            case 'inspect':
              return inspectOne(real, read, given.showsNumbers);
            case 'verify':
              return { command: 'verify', kind: 'verified', ...verify(read.request, read.history) };
            case 'missing-mails': {
              const mails = mailsOf(await readMails(real, read));
              const now = real.now();
              return {
                command: 'missing-mails',
                kind: 'listed',
                mails: mails.filter((mail) => isMissing(mail, now)),
              };
            }
            case 'resend':
              return resend(real, read, given);
            case 'restart':
              return restart(real, read, given);
          }
        }
      }
    },
  );
