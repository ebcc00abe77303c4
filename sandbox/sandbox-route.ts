import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { GatewayResponse } from './gateway.ts';
import type { GatewayRequest } from './gateway-event.ts';
import type { SandboxTokens } from './tokens.ts';
import type { World } from './world.ts';

/** What the sandbox's own routes act on. */
export type SandboxControls = {
  readonly world: () => World;
  readonly tokens: SandboxTokens;
  readonly operatorSecrets: ReadonlyMap<string, string>;
  /** An empty world; the clock at `now`, or at its first instant. */
  readonly reset: (now: Temporal.Instant | undefined) => Promise<void>;
};

/** A call of one of them. */
type Call = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parses the body; one that is not there is `{}`. */
  readonly body: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
  readonly request: GatewayRequest;
};

/** One of the sandbox's own routes. */
export type SandboxRoute = {
  readonly method: string;
  readonly path: string;
  /** Moves the clock or replaces the world, so that no call may be under way meanwhile. */
  readonly isExclusive?: true;
  readonly answer: (controls: SandboxControls, call: Call) => Promise<GatewayResponse>;
};

/** An answer in JSON. */
export const json = (body: unknown, status = 200): GatewayResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
