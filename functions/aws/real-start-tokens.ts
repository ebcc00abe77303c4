import { lazy } from '../runtime/lazy.ts';
import type { StartTokens } from '../window/start-tokens.ts';
import { dynamoStartTokens } from './dynamo-start-tokens.ts';
import { realTable } from './real-table.ts';

/** The start links given out. */
export const realStartTokens: () => StartTokens = lazy(() => dynamoStartTokens(realTable()));
