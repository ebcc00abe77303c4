import * as z from 'zod';
import type { Operators } from '../operator/operators.ts';
import type { CarrierAddresses } from '../operator/signed-carrier.edge.ts';
import { readSigningKey } from '../signatures/signing-key.ts';
import { type SecretDeps, secretValue } from './secrets.ts';
import { parseSetting } from './stored-setting.ts';

const isSharedSecret = (key: string): boolean => readSigningKey(key)?.version === 'v1';

const isPublicKey = (key: string): boolean => readSigningKey(key)?.version === 'v1a';

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Orders hold names and numbers: they leave in clear text only for the same machine. A name or password in the address is
 * refused: `fetch` takes none, and quotes the whole address when it says so.
 */
const isSafeAddress = (address: string): boolean => {
  // Asked even of what is no address, and what `new URL` throws holds the text.
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (protocol === 'https:' || loopback.includes(hostname)) && username === '' && password === '';
};

const operatorKeys = z.strictObject({
  /** Two while one replaces the other. */
  keys: z
    .array(z.string().refine((key) => isSharedSecret(key) || isPublicKey(key)))
    .min(1)
    .max(2),
});

const carrierOrders = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).refine(isSafeAddress),
  secret: z.string().refine(isSharedSecret),
});

/** What a secret says by id. A Map: an id comes from a caller's path, and `constructor` must find nobody. */
const secretById = <Schema extends z.ZodType>(
  deps: SecretDeps,
  secretId: string,
  entry: Schema,
  members: readonly string[],
): (() => Promise<ReadonlyMap<string, z.output<Schema>>>) =>
  secretValue(
    deps,
    secretId,
    (text) => new Map(Object.entries(parseSetting(secretId, text, z.record(z.string(), entry), members))),
  );

/**
 * The operators who may report events, from a secret `{ "<operatorId>": { "keys": ["whsec_…" | "whpk_…"] } }`. It says nothing of
 * orders: whoever checks signatures could otherwise sign orders too. Fails like `secretValue`.
 */
export const secretOperators = (deps: SecretDeps, secretId: string): Operators => {
  const operators = secretById(deps, secretId, operatorKeys, ['keys']);
  return {
    find: async (id) => {
      const found = (await operators()).get(id);
      return found === undefined ? undefined : { id, keys: found.keys };
    },
  };
};

/**
 * Where carriers take orders, from a secret `{ "<carrier>": { "url": "https://…", "secret": "whsec_…" } }`. It says nothing of the
 * keys that events are signed with: whoever sends orders could otherwise report a port as completed. Fails like `secretValue`.
 */
export const secretCarrierAddresses = (deps: SecretDeps, secretId: string): CarrierAddresses => {
  const carriers = secretById(deps, secretId, carrierOrders, ['url', 'secret']);
  return { addressOf: async (carrier) => (await carriers()).get(carrier) };
};
