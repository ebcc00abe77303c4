import type { SigningKey } from '../signatures/signing-key.ts';

/** An operator that may report events, with the keys it signs with: two while one replaces the other. */
export type Operator = { readonly id: string; readonly keys: readonly SigningKey[] };

/** The operators known to us. Their keys are secrets: they come from wherever a stage keeps those. */
export interface Operators {
  readonly find: (id: string) => Promise<Operator | undefined>;
}
