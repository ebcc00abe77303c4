import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type ClosedDays, noClosedDays } from '../functions/calendar/working-calendar.ts';
import type { Log } from '../functions/runtime/log.ts';
import { createCallGate } from './call-gate.ts';
import { answerConsoleRequest } from './console-files.ts';
import type { Gateway } from './gateway.ts';
import { answerSandboxRequest, isExclusive, isSandboxRequest } from './sandbox-routes.ts';
import { createSandboxTokens, type SandboxTokens } from './tokens.ts';
import { createWorld, defaultCarrier, type World } from './world.ts';

export type SandboxOptions = {
  /** Where the clock stands first. */
  readonly start: Temporal.Instant;
  readonly baseUrl: string;
  readonly log: Log;
  /** Days on which nothing is done besides weekends and holidays; none when left out. */
  readonly closedDays?: ClosedDays;
};

/** The whole service behind one door. */
export type Sandbox = {
  /** Answers a request once everything due at this instant is done, so that a caller never needs to sleep. */
  readonly handle: Gateway;
  readonly tokens: SandboxTokens;
  readonly world: () => World;
  /** Moves the clock to an instant, unless it has passed already. */
  readonly catchUpWith: (instant: Temporal.Instant) => Promise<void>;
};

const newOperatorSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const createSandbox = async ({
  start,
  baseUrl,
  log,
  closedDays = noClosedDays,
}: SandboxOptions): Promise<Sandbox> => {
  const tokens = await createSandboxTokens();
  const operatorSecrets = new Map([[defaultCarrier, newOperatorSecret()]]);
  const identity = {
    tokens,
    operatorSecrets,
    cursorKey: randomBytes(32).toString('base64'),
    baseUrl,
    log,
    closedDays,
  };
  let world = createWorld(identity, start);
  const gate = createCallGate();
  const controls = {
    world: () => world,
    tokens,
    operatorSecrets,
    reset: (now: Temporal.Instant | undefined) => {
      world = createWorld(identity, now ?? start);
    },
  };

  const settled = async <Answer>(answer: () => Promise<Answer>): Promise<Answer> => {
    const given = await answer();
    await world.clock.settle();
    return given;
  };

  return {
    tokens,
    world: () => world,
    handle: (request) => {
      const consoleFile = answerConsoleRequest(request);
      if (consoleFile !== undefined) return consoleFile;
      if (!isSandboxRequest(request)) return gate.shared(() => settled(() => world.gateway(request)));
      const answer = () => settled(() => answerSandboxRequest(controls, request));
      return isExclusive(request) ? gate.exclusive(answer) : gate.shared(answer);
    },
    catchUpWith: (instant) =>
      Temporal.Instant.compare(instant, world.clock.now()) > 0
        ? gate.exclusive(() => world.clock.advanceTo(instant))
        : Promise.resolve(),
  };
};
