import * as z from 'zod';
import type { Operators } from '../operator/operators.ts';
import type { CarrierAddresses } from '../operator/signed-carrier.edge.ts';
import { type SecretDeps, secretValue } from './secrets.ts';
import { parseSetting } from './stored-setting.ts';

/** Bytes of a key after its prefix; undefined unless it is base64 throughout. */
const bytesOf = (key: string, prefix: string): number | undefined => {
  const encoded = key.slice(prefix.length);
  const bytes = Buffer.from(encoded, 'base64');
  return key.startsWith(prefix) && bytes.toString('base64') === encoded ? bytes.length : undefined;
};

/** Standard Webhooks asks for 24 to 64 bytes. An empty secret would let anybody sign. */
const isSharedSecret = (key: string): boolean => {
  const bytes = bytesOf(key, 'whsec_') ?? 0;
  return bytes >= 24 && bytes <= 64;
};

/** An ed25519 key has 32 bytes; another length would only fail while a signature is checked. */
const isPublicKey = (key: string): boolean => bytesOf(key, 'whpk_') === 32;

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Orders hold names and numbers: they leave in clear text only for the same machine. */
const isSafeAddress = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || loopback.includes(hostname);
};

const operator = z.strictObject({
  /** Two while one replaces the other. */
  keys: z
    .array(z.string().refine((key) => isSharedSecret(key) || isPublicKey(key)))
    .min(1)
    .max(2),
  /** Where a carrier takes orders, and the secret they are signed with. */
  orders: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).refine(isSafeAddress),
      secret: z.string().refine(isSharedSecret),
    })
    .optional(),
});

const members = ['keys', 'orders', 'url', 'secret'];

/** The operators of a secret: who may report events, and where a carrier takes its orders. */
export const secretOperators = (deps: SecretDeps, secretId: string): Operators & CarrierAddresses => {
  const operators = secretValue(
    deps,
    secretId,
    // A Map: an id comes from a caller's path, and `constructor` must find nobody.
    (text) => new Map(Object.entries(parseSetting(secretId, text, z.record(z.string(), operator), members))),
  );
  return {
    find: async (id) => {
      const found = (await operators()).get(id);
      return found === undefined ? undefined : { id, keys: found.keys };
    },
    addressOf: async (carrier) => (await operators()).get(carrier)?.orders,
  };
};
