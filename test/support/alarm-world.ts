import type { Receivers } from '../../functions/webhooks/receivers.ts';
import type { AdapterCall } from '../../sandbox/adapter-calls.ts';
import { type FaultMode, failingCall } from '../../sandbox/faults.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import type { World } from '../../sandbox/world.ts';
import { SandboxClient } from './sandbox-client.ts';

/** A world that is brought into the condition of an alarm, or lives the same in peace. */
export type AlarmWorld = {
  readonly client: SandboxClient;
  readonly world: () => World;
  /** Whether the condition is to be brought about. */
  readonly isBroken: boolean;
  /** From now on these calls of adapters fail, unless the world is to be in peace. */
  readonly failing: (isMeant: (call: AdapterCall) => boolean, mode?: FaultMode) => void;
  /** No call fails any more. */
  readonly working: () => void;
  /** Lets some calls of adapters fail while time passes; then they work again. */
  readonly failingFor: (
    by: string,
    isMeant: (call: AdapterCall) => boolean,
    mode?: FaultMode,
  ) => Promise<void>;
  /** Does something as often as it takes for the alarm, or once less often in peace. */
  readonly often: (threshold: number, act: (index: number) => Promise<unknown>) => Promise<void>;
};

/** How a world gets into the condition of an alarm. */
export type Scenario = {
  readonly live: (world: AlarmWorld) => Promise<unknown>;
  /** The relay never sees an entry, unless the world is to be in peace. */
  readonly isRelayDead?: true;
  /** What those who asked for webhooks answer, where the world is not to be in peace. */
  readonly receivers?: Receivers;
  readonly options?: Partial<SandboxOptions>;
  /** Where the clock stands first. */
  readonly start?: string;
};

/** Takes every webhook. */
const taking: Receivers = { faultsOf: async () => [], post: async () => ({ status: 204, error: null }) };

/** Lives a scenario: what was measured, and what time it is at its end. */
export const liveScenario = async (
  { live, isRelayDead, receivers = taking, options = {}, start }: Scenario,
  isBroken: boolean,
): Promise<World> => {
  let isMeantToFail: (call: AdapterCall) => boolean = () => false;
  let how: FaultMode = 'error';
  const client = await SandboxClient.start(start ?? '2026-03-30T08:00:00Z', {
    log: { info: () => {}, error: () => {} },
    receivers: isBroken ? receivers : taking,
    ...options,
    doubles: {
      around: (call, perform) => (isMeantToFail(call) ? failingCall(call.target, how, perform) : perform()),
      isStreamed: () => !(isRelayDead && isBroken),
    },
  });
  const failing: AlarmWorld['failing'] = (isMeant, mode = 'error') => {
    if (!isBroken) return;
    isMeantToFail = isMeant;
    how = mode;
  };
  const working = () => {
    isMeantToFail = () => false;
  };
  await live({
    client,
    world: client.sandbox.world,
    isBroken,
    failing,
    working,
    failingFor: async (by, isMeant, mode) => {
      failing(isMeant, mode);
      await client.clock({ by });
      working();
    },
    often: async (threshold, act) => {
      for (let index = 0; index < threshold - (isBroken ? 0 : 1); index += 1) await act(index);
    },
  });
  return client.sandbox.world();
};

/** Calls of one adapter, or of one of its methods. */
export const callsOf =
  (target: AdapterCall['target'], ...methods: readonly string[]) =>
  (call: AdapterCall): boolean =>
    call.target === target && (methods.length === 0 || methods.includes(call.method));
