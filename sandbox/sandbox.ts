import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type ClosedDays, noClosedDays } from '../functions/calendar/working-calendar.ts';
import type { Log } from '../functions/runtime/log.ts';
import { systemClock } from '../functions/runtime/system-clock.ts';
import { httpsReceivers, webhookTimeoutMilliseconds } from '../functions/webhooks/https-receivers.edge.ts';
import type { Receivers } from '../functions/webhooks/receivers.ts';
import { createCallGate } from './call-gate.ts';
import { answerConsoleRequest } from './console-files.ts';
import type { Gateway, GatewayResponse } from './gateway.ts';
import type { GatewayRequest } from './gateway-event.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { answerSandboxRequest, isExclusive, isSandboxRequest } from './sandbox-routes.ts';
import type { OpenStores } from './stores.ts';
import { createSandboxTokens, type SandboxTokens } from './tokens.ts';
import { createWorld, defaultCarrier, type World } from './world.ts';
import type { Doubles, SavedWorld } from './world-options.ts';

/** What a sandbox starts with. */
export type SandboxOptions = {
  /** Where the clock stands first. */
  readonly start: Temporal.Instant;
  readonly baseUrl: string;
  readonly log: Log;
  /** Days on which nothing is done besides weekends and holidays; none when left out. */
  readonly closedDays?: ClosedDays;
  /** How many calls each tenant may make in a minute; as many as it likes when left out. */
  readonly callsPerMinute?: number | undefined;
  /** Where worlds keep what has to last; in memory when left out. */
  readonly openStores?: OpenStores;
  /** A sandbox that was saved: it goes on where it stood. */
  readonly saved?: SavedSandbox | undefined;
  /** Told of each change before whoever caused it is answered, so that it can be kept. */
  readonly onChange?: (save: () => SavedSandbox | undefined) => void;
  /** Who is sent webhooks; over the network when left out, on this machine too. */
  readonly receivers?: Receivers;
  readonly doubles?: Doubles;
  /** Measures what stands on this beat too, when nothing happens; only after something did when left out. */
  readonly samplesEveryMinutes?: number | undefined;
};

/** A sandbox as data: its world, and the keys that outlive a reset. */
export type SavedSandbox = {
  readonly signingKey: SandboxTokens['signingKey'];
  readonly operatorSecrets: readonly (readonly [operatorId: string, secret: string])[];
  readonly cursorKey: string;
  readonly webhookKey: string;
  readonly world: SavedWorld;
};

/** The whole service behind one door. */
export type Sandbox = {
  /** Answers a request once everything due at this instant is done, so that a caller never needs to sleep. */
  readonly handle: Gateway;
  readonly tokens: SandboxTokens;
  readonly world: () => World;
  /** Moves the clock to an instant, unless it has passed already. */
  readonly catchUpWith: (instant: Temporal.Instant) => Promise<void>;
  /** The sandbox as data; undefined where its records are kept elsewhere. */
  readonly save: () => SavedSandbox | undefined;
};

const newOperatorSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const newSecrets = (): Pick<SavedSandbox, 'operatorSecrets' | 'cursorKey' | 'webhookKey'> => ({
  operatorSecrets: [[defaultCarrier, newOperatorSecret()]],
  cursorKey: randomBytes(32).toString('base64'),
  webhookKey: randomBytes(32).toString('base64'),
});

/** Reading changes nothing, here and in the API. */
const isReading = ({ method }: GatewayRequest): boolean => method === 'GET' || method === 'HEAD';

/** A sandbox with an empty world, or with the one that was saved. */
export const createSandbox = async ({
  start,
  baseUrl,
  log,
  closedDays = noClosedDays,
  callsPerMinute,
  saved,
  openStores = inMemoryStores(),
  onChange = () => {},
  receivers = httpsReceivers({
    allowsLoopback: true,
    clock: systemClock,
    timeoutMilliseconds: webhookTimeoutMilliseconds,
  }),
  doubles = {},
  samplesEveryMinutes,
}: SandboxOptions): Promise<Sandbox> => {
  const tokens = await createSandboxTokens(saved?.signingKey);
  const secrets = saved ?? newSecrets();
  const operatorSecrets = new Map(secrets.operatorSecrets);
  const { cursorKey, webhookKey } = secrets;
  const identity = {
    tokens,
    operatorSecrets,
    cursorKey,
    webhookKey,
    receivers,
    baseUrl,
    log,
    closedDays,
    callsPerMinute,
  };
  let world = await createWorld({
    identity,
    start,
    openStores: saved === undefined ? openStores : inMemoryStores(saved.world.stores),
    saved: saved?.world,
    doubles,
    samplesEveryMinutes,
  });
  await world.clock.settle();

  const gate = createCallGate();
  const controls = {
    world: () => world,
    tokens,
    operatorSecrets,
    reset: async (now: Temporal.Instant | undefined) => {
      world = await createWorld({ identity, start: now ?? start, openStores, doubles, samplesEveryMinutes });
    },
  };

  const save = (): SavedSandbox | undefined => {
    const savedWorld = world.save();
    return (
      savedWorld && {
        signingKey: tokens.signingKey,
        operatorSecrets: [...operatorSecrets],
        cursorKey,
        webhookKey,
        world: savedWorld,
      }
    );
  };

  const settled = async (
    request: GatewayRequest,
    answer: Gateway,
    settle: () => Promise<void> = world.clock.settle,
  ): Promise<GatewayResponse> => {
    const given = await answer(request);
    await settle();
    if (!isReading(request)) onChange(save);
    return given;
  };

  const moveTo = async (instant: Temporal.Instant): Promise<void> => {
    const timersBefore = world.clock.timers();
    await world.clock.advanceTo(instant);
    if (world.clock.timers() !== timersBefore) onChange(save);
  };

  return {
    tokens,
    world: () => world,
    save,
    handle: (request) => {
      const consoleFile = answerConsoleRequest(request);
      if (consoleFile !== undefined) return consoleFile;
      const gateway: Gateway = isSandboxRequest(request)
        ? (own) => answerSandboxRequest(controls, own)
        : (own) => world.gateway(own);
      const isAlone = isSandboxRequest(request) && isExclusive(request);
      // Whoever is told of an event may ask for more before they answer: made to wait for the end of all deliveries, they would
      // wait for themselves.
      if (world.isDelivering() && !isAlone) return settled(request, gateway, world.clock.settleButBeside);
      return isAlone
        ? gate.exclusive(() => settled(request, gateway))
        : gate.shared(() => settled(request, gateway));
    },
    catchUpWith: (instant) =>
      Temporal.Instant.compare(instant, world.clock.now()) > 0
        ? gate.exclusive(() => moveTo(instant))
        : Promise.resolve(),
  };
};
