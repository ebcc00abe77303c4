import { Temporal } from 'temporal-polyfill';
import type { MandateFiles } from '../functions/authorisation/mandate-files.ts';
import { newHandler as recordUploadHandler } from '../functions/authorisation/record-upload.queue.ts';
import { toInstantText } from '../functions/calendar/clock.ts';
import { workingCalendar } from '../functions/calendar/working-calendar.ts';
import type { Mailer } from '../functions/correspondence/mailer.ts';
import { newHandler as recordBounceHandler } from '../functions/correspondence/record-bounce.queue.ts';
import { newHandler as sendMailHandler } from '../functions/correspondence/send-mail.queue.ts';
import { newHandler as eraseBesideHandler } from '../functions/erasure/erase-beside.queue.ts';
import type { EventFeed } from '../functions/events/event-feed.ts';
import type { FeedEvent } from '../functions/events/feed-event.ts';
import { newHandler as publishHandler } from '../functions/events/publish.queue.ts';
import { newHandler as decideHandler } from '../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepTokenHandler } from '../functions/lifecycle/keep-task-token.task.ts';
import type { Lifecycle } from '../functions/lifecycle/lifecycle.ts';
import { newHandler as recordFailureHandler } from '../functions/lifecycle/record-failure.task.ts';
import { newHandler as relayHandler } from '../functions/lifecycle/relay.stream.ts';
import { newHandler as sweepHandler } from '../functions/lifecycle/sweep.schedule.ts';
import { openApiDocument } from '../functions/openapi.edge.ts';
import type { Carrier } from '../functions/operator/carrier.ts';
import { newHandler as executePortHandler } from '../functions/operator/execute-port.task.ts';
import { newHandler as reportToCarrierHandler } from '../functions/operator/report-to-carrier.queue.ts';
import { newHandler as sendRequestHandler } from '../functions/operator/send-request.task.ts';
import { newHandler as tellCarrierHandler } from '../functions/operator/tell-carrier-of-end.task.ts';
import type { PortRequests } from '../functions/port-request/port-requests.ts';
import { newHandler as deskCommandHandler } from '../functions/repair/desk-command.task.ts';
import type { DeskCommand } from '../functions/repair/desk-command.ts';
import { routes, routeTable } from '../functions/routes.ts';
import { newHandler as authorizerHandler } from '../functions/runtime/authorizer.ts';
import { lazy } from '../functions/runtime/lazy.ts';
import { newIds } from '../functions/runtime/new-id.ts';
import type { TaskHandler } from '../functions/runtime/task.ts';
import { newHandler as unmatchedHandler } from '../functions/runtime/unmatched.http.ts';
import { signMessage } from '../functions/signatures/webhook-signature.ts';
import { newHandler as deliverHandler } from '../functions/webhooks/deliver.queue.ts';
import type { Receivers } from '../functions/webhooks/receivers.ts';
import { newHandler as sweepLanesHandler } from '../functions/webhooks/sweep-lanes.schedule.ts';
import { newHandler as dueHandler } from '../functions/window/do-what-is-due.queue.ts';
import { newHandler as lookHandler } from '../functions/window/look-for-due.schedule.ts';
import type { WokenName } from '../operations/platform-metrics.ts';
import { type CallTarget, withCallsAround } from './adapter-calls.ts';
import { createAsyncInvocation } from './async-invocation.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway, type GatewayResponse } from './gateway.ts';
import { createInMemoryCallCounts } from './in-memory-call-counts.ts';
import { createInMemoryDeadLetters } from './in-memory-dead-letters.ts';
import { createInMemoryMandateFiles, type InMemoryMandateFiles } from './in-memory-mandate-files.ts';
import { createInMemoryStream, type DeadLetter } from './in-memory-queue.ts';
import { startSchedules } from './in-memory-schedules.ts';
import { newLambdaContext } from './lambda-context.ts';
import { withLaneTimers } from './lane-timers.ts';
import {
  createLifecycleRunner,
  type LifecycleRunner,
  type PastExecution,
  runsToResume,
} from './lifecycle-runner.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { mayHaveToSweep, nextMoment } from './next-moment.ts';
import { createRecordedMetrics, type RecordedMetrics } from './recorded-metrics.ts';
import { createSimulatedOperator, type SimulatedOperator } from './simulated-operator.ts';
import { createSimulatedPlatform } from './simulated-platform.ts';
import type { SandboxRecords } from './stores.ts';
import { createSweeps, overhear, sweepName } from './sweeps.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';
import type { SavedWorld, WorldOptions } from './world-options.ts';
import { createWorldQueues, type WorldQueues } from './world-queues.ts';

/** The whole service on one machine, standing at one instant. */
export type World = {
  readonly clock: VirtualClock;
  readonly gateway: Gateway;
  readonly records: SandboxRecords;
  readonly mailbox: Mailbox;
  readonly operator: SimulatedOperator;
  readonly mandateFiles: InMemoryMandateFiles;
  readonly lifecycle: LifecycleRunner;
  /** Every history entry of every request, and what became of endpoints, in the order in which it was written. */
  readonly happened: () => readonly FeedEvent[];
  /** The next moment at which something is due; ticks that would find nothing do not count. */
  readonly nextMoment: () => Temporal.Instant | undefined;
  readonly deadLetters: () => readonly DeadLetter[];
  /** Signs an event as an operator and delivers it to the API. */
  readonly deliverEvent: (operatorId: string, body: string, webhookId: string) => Promise<GatewayResponse>;
  /** What the mail service reports of a mail that was sent: that it came back, above all. */
  readonly reportMail: (event: unknown) => void;
  /** Asks what operations ask a deployed stage. */
  readonly askDesk: (command: DeskCommand) => Promise<unknown>;
  readonly faults: Faults;
  readonly metrics: RecordedMetrics;
  /** On which beat it measures what stands; undefined: only after something happened. */
  readonly samplesEveryMinutes: number | undefined;
  /** Whether a receiver of webhooks is being waited for just now. */
  readonly isDelivering: () => boolean;
  /** The world as data; undefined where its records are kept elsewhere. */
  readonly save: () => SavedWorld | undefined;
};

/** Made once: it is the same for every world. */
const describedApi = lazy(openApiDocument);

/** The carrier of every request in the sandbox. */
export const defaultCarrier = 'colt';

/** No wait of the machine is longer; as in production. */
const longestWaitSeconds = 30 * 24 * 3600;

const deskEmail = 'desk@fonzer.example';

/** What a run is called by that ended with its machine. */
const aborted = (execution: PastExecution): PastExecution =>
  execution.status === 'RUNNING' ? { ...execution, status: 'ABORTED' } : execution;

/** A world: empty, or as it was saved, with the machine's runs begun anew. */
export const createWorld = async ({
  identity,
  start,
  openStores,
  saved,
  doubles = {},
  samplesEveryMinutes,
}: WorldOptions): Promise<World> => {
  const { tokens, operatorSecrets, cursorKey, webhookKey, baseUrl, log, callsPerMinute } = identity;
  const { around: aroundByTest = (_, perform) => perform(), isStreamed = () => true } = doubles;
  const { asInvoked = (handler) => handler } = doubles;
  const clock = createVirtualClock(saved === undefined ? start : Temporal.Instant.from(saved.now));
  const { now } = clock;
  const metrics = createRecordedMetrics(now);
  const platform = createSimulatedPlatform(metrics);
  const newId = newIds(now);
  const closedDays = async () => identity.closedDays;
  const happened: FeedEvent[] = [];
  const deadLetters: DeadLetter[] = [...(saved?.deadLetters ?? [])];
  const onDeadLetter = (letter: DeadLetter) => {
    deadLetters.push(letter);
    platform.deadLetters(letter.queue, deadLetters.filter(({ queue }) => queue === letter.queue).length);
  };

  const stores = await openStores(now, (entry) => {
    happened.push(entry);
    if (isStreamed(entry)) relayed.put(entry);
    sweeps.arm();
  });
  const { records } = stores;
  const mailbox = createMailbox(() => toInstantText(now()), saved?.mailbox);

  const mandateFiles = createInMemoryMandateFiles(
    clock,
    baseUrl,
    (event) => queues.putUpload(event),
    saved?.mandateFiles,
  );

  const faults = createFaults();
  const outside = <Port extends object>(port: Port, target: CallTarget): Port =>
    withCallsAround(port, target, (call, perform) => aroundByTest(call, () => faults.around(call, perform)));

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
    report: (operatorId, event, webhookId) => deliverEvent(operatorId, JSON.stringify(event), webhookId),
    saved: saved?.operators,
  });

  const functions = {
    DecideNextStep: decideHandler(() => deps),
    KeepTaskToken: keepTokenHandler(() => deps),
    SendRequestToOperator: sendRequestHandler(() => deps),
    ExecutePort: executePortHandler(() => deps),
    TellCarrierOfEnd: tellCarrierHandler(() => deps),
    RecordFailure: recordFailureHandler(() => deps),
  };
  const past = saved?.executions ?? [];
  const lifecycle: LifecycleRunner = createLifecycleRunner(
    clock,
    Object.fromEntries(Object.entries(functions).map(([name, handler]) => [name, asInvoked(handler)])),
    past.map(aborted),
    doubles.definition,
    platform,
    () => sweeps.arm(),
  );

  let receiversAtWork = 0;
  const receivers: Receivers = {
    ...identity.receivers,
    post: async (message) => {
      receiversAtWork += 1;
      return identity.receivers.post(message).finally(() => {
        receiversAtWork -= 1;
      });
    },
  };

  const lanes = withLaneTimers(stores, clock, () => sweepLanes());

  const feed: EventFeed = {
    ...lanes.feed,
    append: async (publication) => {
      const appended = await lanes.feed.append(publication);
      // Entries of requests are told of as they are written.
      if (appended === 'appended' && publication.request === undefined) happened.push(...publication.events);
      return appended;
    },
  };

  const queues: WorldQueues = createWorldQueues({
    clock,
    platform,
    onDeadLetter,
    workers: {
      mailQueue: sendMailHandler(() => deps),
      dueQueue: dueHandler(() => deps),
      bounceQueue: recordBounceHandler(() => deps),
      reportQueue: reportToCarrierHandler(() => deps),
      erasureQueue: eraseBesideHandler(() => deps),
      uploadQueue: recordUploadHandler(() => deps),
      publicationQueue: publishHandler(() => deps),
      laneQueue: deliverHandler(() => deps),
    },
    saved,
  });
  const deps = {
    log,
    metrics,
    now,
    wallClock: now,
    newId,
    closedDays,
    cursorKey: async () => cursorKey,
    webhookKey: async () => webhookKey,
    requests: outside<PortRequests>(records, 'records'),
    feed: outside(feed, 'records'),
    endpoints: outside(stores.endpoints, 'records'),
    deliveries: outside(lanes.deliveries, 'records'),
    receivers: outside(receivers, 'receivers'),
    // Pauses without chance, so that whoever moves the clock knows when a webhook comes again.
    random: () => 0.5,
    answers: outside(records.answers, 'records'),
    outbox: outside(records.outbox, 'records'),
    startTokens: outside(stores.startTokens, 'records'),
    mailLedger: outside(stores.mailLedger, 'records'),
    waits: outside(stores.waits, 'records'),
    standing: outside(stores.standing, 'records'),
    carrier: defaultCarrier,
    carrierPort: outside<Carrier>(operator, 'operator'),
    mailer: outside<Mailer>(mailbox, 'mail'),
    mailTurn: async () => {},
    mandateFiles: outside<MandateFiles>(mandateFiles, 'files'),
    lifecycle: outside<Lifecycle>(lifecycle, 'lifecycle'),
    longestWaitSeconds,
    operators: {
      find: async (id: string) => {
        const secret = operatorSecrets.get(id);
        return secret === undefined ? undefined : { id, keys: [secret] };
      },
    },
    mailQueue: outside(queues.mailQueue, 'queues'),
    endpointMails: outside(queues.endpointMails, 'queues'),
    dueQueue: outside(queues.dueQueue, 'queues'),
    carrierReports: outside(queues.carrierReports, 'queues'),
    erasures: outside(queues.erasures, 'queues'),
    publications: outside(queues.publications, 'queues'),
    laneQueue: outside(queues.laneQueue, 'queues'),
    deadLetters: createInMemoryDeadLetters({
      letters: deadLetters,
      queueOf: queues.queueOf,
      onCount: platform.deadLetters,
    }),
    mailSettings: {
      portalUrl: baseUrl,
      startLinkBase: `${baseUrl}/start/`,
      desk: { email: deskEmail, language: 'nl' as const },
      fonzerContact: { email: 'porting@fonzer.example', phone: null },
    },
    openApiDocument: async () => describedApi(),
    tokenIssuer: tokens.issuer,
    // No adapter that a fault can be set on: what a fault is for is the call that the limit lets in.
    callRate:
      callsPerMinute === undefined ? undefined : { counts: createInMemoryCallCounts(), callsPerMinute },
  };

  const relayed = createInMemoryStream({
    name: 'relay',
    clock,
    onDeadLetter,
    onWaiting: (waiting) => platform.waiting('relay', waiting),
    onWorkerDied: () => platform.failed('workers'),
    handler: relayHandler(() => deps),
  });
  const scheduled = (name: WokenName, handler: TaskHandler) =>
    createAsyncInvocation({
      name,
      clock,
      onDeadLetter,
      handler,
      onError: () => platform.failed(name === 'sweep of webhooks' ? 'events' : 'workers'),
    });
  const look = scheduled(
    'look',
    lookHandler(() => deps),
  );
  startSchedules(clock, async () => {
    await look();
    // What the tick could not queue is the sweeper's.
    sweeps.armLoosely();
  });
  const sweepLanes = scheduled(
    'sweep of webhooks',
    sweepLanesHandler(() => deps),
  );
  const overheard = overhear(metrics, deps.standing);
  const sweeps = createSweeps(
    clock,
    scheduled(
      sweepName,
      sweepHandler(() => ({ ...deps, ...overheard })),
    ),
    () => overheard.wasRestless() || mayHaveToSweep(clock, records),
    samplesEveryMinutes,
  );

  const desk = deskCommandHandler(() => deps);

  const gateway = createGateway({
    edges: Object.values(routeTable).flatMap((edge) => {
      const handler = edge.newHandler(() => deps);
      return edge.routes.map((route) => ({ route, handler }));
    }),
    unmatched: unmatchedHandler(() => routes)(() => deps),
    authorizer: authorizerHandler(() => deps),
    onAnswer: platform.answered,
  });

  for (const run of saved === undefined ? [] : runsToResume(records.all(), past)) await lifecycle.start(run);
  if (records.unhandledCount() > 0) sweeps.arm();
  if (saved !== undefined) await lanes.arm();

  return {
    clock,
    gateway,
    records: {
      ...records,
      leaveLocks: async (block, locks) => {
        await records.leaveLocks(block, locks);
        sweeps.arm();
      },
    },
    mailbox,
    operator,
    mandateFiles,
    lifecycle,
    deliverEvent,
    reportMail: queues.putMailReport,
    askDesk: (command) => desk(command, newLambdaContext()),
    faults,
    metrics,
    samplesEveryMinutes,
    isDelivering: () => receiversAtWork > 0,
    save: () =>
      stores.save && {
        now: toInstantText(now()),
        stores: stores.save(),
        mailbox: mailbox.save(),
        operators: operator.save(),
        mandateFiles: mandateFiles.save(),
        executions: lifecycle.save(),
        ...queues.save(),
        deadLetters: [...deadLetters],
      },
    happened: () => happened,
    deadLetters: () => deadLetters,
    nextMoment: () => nextMoment(clock, records),
  };
};
