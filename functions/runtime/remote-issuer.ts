import { createRemoteJWKSet } from 'jose';
import * as z from 'zod';
import { readEnv } from './env.ts';
import type { TokenIssuer } from './token.ts';

const issuerEnv = z.object({
  TOKEN_ISSUER: z.string().min(1),
  TOKEN_AUDIENCE: z.string().min(1),
  TOKEN_JWKS_URL: z.url(),
});

/** The stage's identity provider; its keys are fetched when first needed, and again when a token names a new one. */
export const remoteIssuer = (): TokenIssuer => {
  const env = readEnv(issuerEnv);
  return {
    issuer: env.TOKEN_ISSUER,
    audience: env.TOKEN_AUDIENCE,
    keys: createRemoteJWKSet(new URL(env.TOKEN_JWKS_URL)),
    mustExpire: true,
  };
};
