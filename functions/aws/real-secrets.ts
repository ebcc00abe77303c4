import * as z from 'zod';
import type { Operators } from '../operator/operators.ts';
import type { CarrierAddresses } from '../operator/signed-carrier.edge.ts';
import type { CursorKey } from '../runtime/cursor.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import type { EndpointsKey } from '../webhooks/endpoint-secret.ts';
import { notingLastGoodValue } from './last-good-value.ts';
import { secretCarrierAddresses, secretOperators } from './operators.ts';
import { realTelemetry } from './real-telemetry.ts';
import { secretKey } from './secret-key.ts';
import { type SecretDeps, secretsClient } from './secrets.ts';

const secretDeps: (setting: string) => SecretDeps = (setting) => ({
  client: secretsClient(),
  wallClock: systemClock,
  onCovered: notingLastGoodValue(realTelemetry(), setting),
});

const operatorKeysEnv = z.object({ OPERATOR_KEYS_SECRET: z.string().min(1) });

/** The operators of this stage, with the keys that their events are signed with. */
export const realOperators: () => Operators = lazy(() =>
  secretOperators(secretDeps('operator-keys'), readEnv(operatorKeysEnv).OPERATOR_KEYS_SECRET),
);

const carrierOrdersEnv = z.object({ CARRIER_ORDERS_SECRET: z.string().min(1) });

/** Where the carriers of this stage take their orders, and what these are signed with. */
export const realCarrierAddresses: () => CarrierAddresses = lazy(() =>
  secretCarrierAddresses(secretDeps('carrier-orders'), readEnv(carrierOrdersEnv).CARRIER_ORDERS_SECRET),
);

const cursorEnv = z.object({ CURSOR_SECRET: z.string().min(1) });

/** The key that this stage signs its cursors with. */
export const realCursorKey: () => () => Promise<CursorKey> = lazy(() =>
  secretKey(secretDeps('cursor-key'), readEnv(cursorEnv).CURSOR_SECRET),
);

const webhookKeyEnv = z.object({ WEBHOOK_KEY_SECRET: z.string().min(1) });

/** The key that this stage makes the secrets of receivers from. */
export const realWebhookKey: () => () => Promise<EndpointsKey> = lazy(() =>
  secretKey(secretDeps('webhook-key'), readEnv(webhookKeyEnv).WEBHOOK_KEY_SECRET),
);
