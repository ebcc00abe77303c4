import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { TokenIssuer } from '../functions/runtime/token.ts';

/** The sandbox's own identity provider: gives out tokens for any tenant and scope. */
export type SandboxTokens = {
  readonly issuer: TokenIssuer;
  /** A token; without `expiresAt` (seconds since 1970) it stays good, however far the clock is moved. */
  readonly issue: (claims: {
    readonly tenant: string;
    readonly scope: string;
    readonly subject?: string | undefined;
    readonly expiresAt?: number | undefined;
  }) => Promise<string>;
  /** The private key, so that tokens stay good in the next run too. */
  readonly signingKey: JWK;
};

const issuer = 'https://sandbox.fonzer.example';
const audience = 'number-porting';
const keyId = 'sandbox';
const algorithm = 'ES256';

const newSigningKey = async (): Promise<JWK> =>
  exportJWK((await generateKeyPair(algorithm, { extractable: true })).privateKey);

/** The identity provider: with a new key, or with the one that was saved. */
export const createSandboxTokens = async (saved?: JWK): Promise<SandboxTokens> => {
  const signingKey = saved ?? (await newSigningKey());
  const { d: _, ...publicKey } = signingKey;
  const jwk = { ...publicKey, kid: keyId, alg: algorithm, use: 'sig' };
  const privateKey = await importJWK(signingKey, algorithm);
  return {
    signingKey,
    issuer: { issuer, audience, keys: createLocalJWKSet({ keys: [jwk] }), mustExpire: false },
    issue: async ({ tenant, scope, subject, expiresAt }) => {
      const token = new SignJWT({ tenant, scope })
        .setProtectedHeader({ alg: algorithm, kid: keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject ?? `${tenant}-user`);
      return (expiresAt === undefined ? token : token.setExpirationTime(expiresAt)).sign(privateKey);
    },
  };
};
