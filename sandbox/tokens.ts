import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
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
};

const issuer = 'https://sandbox.fonzer.example';
const audience = 'number-porting';
const keyId = 'sandbox';

export const createSandboxTokens = async (): Promise<SandboxTokens> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, alg: 'ES256', use: 'sig' };
  return {
    issuer: { issuer, audience, keys: createLocalJWKSet({ keys: [jwk] }), mustExpire: false },
    issue: async ({ tenant, scope, subject, expiresAt }) => {
      const token = new SignJWT({ tenant, scope })
        .setProtectedHeader({ alg: 'ES256', kid: keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject ?? `${tenant}-user`);
      return (expiresAt === undefined ? token : token.setExpirationTime(expiresAt)).sign(privateKey);
    },
  };
};
