import * as z from 'zod';
import type { Operators } from '../operator/operators.ts';
import type { CarrierAddresses } from '../operator/signed-carrier.edge.ts';
import type { CursorKey } from '../runtime/cursor.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { secretCursorKey } from './cursor-key.ts';
import { secretOperators } from './operators.ts';
import { realLog } from './real-log.ts';
import { type SecretDeps, secretsClient } from './secrets.ts';

const secretDeps: (setting: string) => SecretDeps = (setting) => ({
  client: secretsClient(),
  wallClock: systemClock,
  onCovered: (error) => realLog().error('setting.not_refreshed', { setting }, error),
});

const operatorsEnv = z.object({ OPERATORS_SECRET: z.string().min(1) });

/** The operators of this stage: their keys, and where the carrier takes its orders. */
export const realOperators: () => Operators & CarrierAddresses = lazy(() =>
  secretOperators(secretDeps('operators'), readEnv(operatorsEnv).OPERATORS_SECRET),
);

const cursorEnv = z.object({ CURSOR_SECRET: z.string().min(1) });

/** The key that this stage signs its cursors with. */
export const realCursorKey: () => () => Promise<CursorKey> = lazy(() =>
  secretCursorKey(secretDeps('cursor-key'), readEnv(cursorEnv).CURSOR_SECRET),
);
