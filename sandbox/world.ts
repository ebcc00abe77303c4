import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../functions/calendar/clock.ts';
import { type ClosedDays, workingCalendar } from '../functions/calendar/working-calendar.ts';
import { newHandler as sendMailHandler } from '../functions/correspondence/send-mail.queue.ts';
import { newHandler as decideHandler } from '../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepTokenHandler } from '../functions/lifecycle/keep-task-token.task.ts';
import { newHandler as recordFailureHandler } from '../functions/lifecycle/record-failure.task.ts';
import { newHandler as relayHandler } from '../functions/lifecycle/relay.stream.ts';
import { newHandler as sweepHandler } from '../functions/lifecycle/sweep.schedule.ts';
import { openApiDocument } from '../functions/openapi.edge.ts';
import { newHandler as executePortHandler } from '../functions/operator/execute-port.task.ts';
import { newHandler as sendRequestHandler } from '../functions/operator/send-request.task.ts';
import { newHandler as tellCarrierHandler } from '../functions/operator/tell-carrier-of-end.task.ts';
import { signMessage } from '../functions/operator/webhook-signature.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import { routes, routeTable } from '../functions/routes.ts';
import { newHandler as authorizerHandler } from '../functions/runtime/authorizer.ts';
import { lazy } from '../functions/runtime/lazy.ts';
import type { Log } from '../functions/runtime/log.ts';
import { newIds } from '../functions/runtime/new-id.ts';
import type { TaskHandler } from '../functions/runtime/task.ts';
import { newHandler as unmatchedHandler } from '../functions/runtime/unmatched.http.ts';
import { newHandler as dueHandler } from '../functions/window/do-what-is-due.queue.ts';
import { newHandler as lookHandler } from '../functions/window/look-for-due.schedule.ts';
import { createAsyncInvocation } from './async-invocation.ts';
import { createGateway, type Gateway, type GatewayResponse } from './gateway.ts';
import { createInMemoryMailLedger } from './in-memory-mail-ledger.ts';
import { createInMemoryRecords, type InMemoryRecords } from './in-memory-port-requests.ts';
import { createInMemoryQueue, createInMemoryStream, type DeadLetter } from './in-memory-queue.ts';
import { firstTickFrom, startSchedules, tickName } from './in-memory-schedules.ts';
import { createInMemoryStartTokens } from './in-memory-start-tokens.ts';
import { createInMemoryWaits } from './in-memory-waits.ts';
import { createLifecycleRunner, type LifecycleRunner } from './lifecycle-runner.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { createSimulatedOperator, type ReportedEvent, type SimulatedOperator } from './simulated-operator.ts';
import { createSweeps, sweepName } from './sweeps.ts';
import type { SandboxTokens } from './tokens.ts';
import { createVirtualClock, type Timer, type VirtualClock } from './virtual-clock.ts';

/** What outlives a reset: keys and addresses. */
export type WorldIdentity = {
  readonly tokens: SandboxTokens;
  /** The secret each known operator signs with. */
  readonly operatorSecrets: ReadonlyMap<string, string>;
  readonly cursorKey: string;
  /** Where the sandbox is reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly log: Log;
  readonly closedDays: ClosedDays;
};

/** The whole service on one machine, standing at one instant. */
export type World = {
  readonly clock: VirtualClock;
  readonly gateway: Gateway;
  readonly records: InMemoryRecords;
  readonly mailbox: Mailbox;
  readonly operator: SimulatedOperator;
  readonly lifecycle: LifecycleRunner;
  /** Every history entry of every request, in the order in which they were written. */
  readonly happened: () => readonly HistoryEntry[];
  /** The next moment at which something is due; ticks that would find nothing do not count. */
  readonly nextMoment: () => Temporal.Instant | undefined;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Signs an event as an operator and delivers it to the API. */
  readonly deliverEvent: (operatorId: string, body: string, webhookId: string) => Promise<GatewayResponse>;
};

/** Made once: it is the same for every world. */
const describedApi = lazy(openApiDocument);

/** The carrier of every request in the sandbox. */
export const defaultCarrier = 'colt';

/** No wait of the machine is longer; as in production. */
const longestWaitSeconds = 30 * 24 * 3600;

const deskEmail = 'desk@fonzer.example';

export const createWorld = (identity: WorldIdentity, start: Temporal.Instant): World => {
  const { tokens, operatorSecrets, cursorKey, baseUrl, log } = identity;
  const clock = createVirtualClock(start);
  const { now } = clock;
  const newId = newIds(now);
  const closedDays = async () => identity.closedDays;
  const happened: HistoryEntry[] = [];
  const deadLetters: DeadLetter[] = [];
  const onDeadLetter = (letter: DeadLetter) => {
    deadLetters.push(letter);
  };

  const records = createInMemoryRecords(now, (entry) => {
    happened.push(entry);
    relayed(entry);
    sweeps.arm();
  });
  const mailbox = createMailbox(() => toInstantText(now()));
  const mailLedger = createInMemoryMailLedger();
  const startTokens = createInMemoryStartTokens();
  const waits = createInMemoryWaits();

  let eventCount = 0;
  const deliverEvent = (operatorId: string, body: string, webhookId: string) => {
    const message = {
      id: webhookId,
      timestamp: `${Math.floor(now().epochMilliseconds / 1000)}`,
      body: Buffer.from(body),
    };
    const secret = operatorSecrets.get(operatorId) ?? 'whsec_';
    return gateway({
      method: 'POST',
      target: `/v1/operators/${encodeURIComponent(operatorId)}/events`,
      headers: {
        'content-type': ['application/json'],
        'webhook-id': [message.id],
        'webhook-timestamp': [message.timestamp],
        'webhook-signature': [signMessage(secret, message)],
      },
      body: message.body,
    });
  };

  const operator = createSimulatedOperator({
    clock,
    calendar: () => workingCalendar(identity.closedDays),
    report: (operatorId: string, event: ReportedEvent) => {
      eventCount += 1;
      return deliverEvent(operatorId, JSON.stringify(event), `sim_${eventCount}`);
    },
  });

  const lifecycle: LifecycleRunner = createLifecycleRunner(clock, {
    DecideNextStep: decideHandler(() => deps),
    KeepTaskToken: keepTokenHandler(() => deps),
    SendRequestToOperator: sendRequestHandler(() => deps),
    ExecutePort: executePortHandler(() => deps),
    TellCarrierOfEnd: tellCarrierHandler(() => deps),
    RecordFailure: recordFailureHandler(() => deps),
  });

  const deps = {
    log,
    now,
    wallClock: now,
    newId,
    closedDays,
    cursorKey: async () => cursorKey,
    requests: records,
    answers: records.answers,
    outbox: records.outbox,
    carrier: defaultCarrier,
    carrierPort: operator,
    startTokens,
    mailLedger,
    mailer: mailbox,
    waits,
    lifecycle,
    longestWaitSeconds,
    operators: {
      find: async (id: string) => {
        const secret = operatorSecrets.get(id);
        return secret === undefined ? undefined : { id, keys: [secret] };
      },
    },
    mailQueue: {
      put: async (jobs: readonly unknown[]) => {
        for (const job of jobs) mailQueue(job);
      },
    },
    dueQueue: {
      put: async (ids: readonly string[]) => {
        for (const portRequestId of ids) dueQueue({ portRequestId });
      },
    },
    mailSettings: {
      portalUrl: baseUrl,
      startLinkBase: `${baseUrl}/start/`,
      desk: { email: deskEmail, language: 'nl' as const },
      fonzerContact: { email: 'porting@fonzer.example', phone: null },
    },
    openApiDocument: async () => describedApi(),
    tokenIssuer: tokens.issuer,
  };

  const mailQueue = createInMemoryQueue({
    name: 'mails',
    clock,
    onDeadLetter,
    handler: sendMailHandler(() => deps),
  });
  const dueQueue = createInMemoryQueue({ name: 'due', clock, onDeadLetter, handler: dueHandler(() => deps) });
  const relayed = createInMemoryStream({
    name: 'relay',
    clock,
    onDeadLetter,
    handler: relayHandler(() => deps),
  });
  const scheduled = (name: string, handler: TaskHandler) =>
    createAsyncInvocation({ name, clock, onDeadLetter, handler });
  startSchedules(
    clock,
    scheduled(
      'look',
      lookHandler(() => deps),
    ),
  );
  const sweeps = createSweeps(
    clock,
    scheduled(
      sweepName,
      sweepHandler(() => deps),
    ),
    () => mayHaveToSweep(),
  );

  const gateway = createGateway({
    edges: Object.values(routeTable).flatMap((edge) => {
      const handler = edge.newHandler(() => deps);
      return edge.routes.map((route) => ({ route, handler }));
    }),
    unmatched: unmatchedHandler(routes)(() => deps),
    authorizer: authorizerHandler(() => deps),
  });

  const earliestDue = (): string | undefined =>
    records
      .all()
      .map(({ dueAt }) => dueAt)
      .filter((dueAt) => dueAt !== null)
      .sort()[0];

  const mayHaveToSweep = (): boolean => {
    const due = earliestDue();
    return records.unhandledCount() > 0 || (due !== undefined && due <= toInstantText(now()));
  };

  return {
    clock,
    gateway,
    records,
    mailbox,
    operator,
    lifecycle,
    deliverEvent,
    happened: () => happened,
    deadLetters: () => deadLetters,
    nextMoment: () => {
      const due = earliestDue();
      // The machine's own waits only look: they count from the instant at which there is something to see, as ticks do.
      const sees = ({ at, what }: Timer) =>
        what !== tickName &&
        (what !== sweepName || mayHaveToSweep()) &&
        (!what.endsWith(' timeout') || (due !== undefined && toInstantText(at) >= due));
      const moments = [
        ...clock
          .timers()
          .filter(sees)
          .slice(0, 1)
          .map(({ at }) => at),
        ...(due === undefined ? [] : [firstTickFrom(Temporal.Instant.from(due))]),
      ];
      return moments.sort(Temporal.Instant.compare)[0];
    },
  };
};
