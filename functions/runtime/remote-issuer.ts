import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { UnavailableError } from '../problems/unavailable-error.ts';
import { readEnv } from './env.ts';
import type { TokenIssuer } from './token.ts';

const issuerEnv = z.object({
  TOKEN_ISSUER: z.string().min(1),
  TOKEN_AUDIENCE: z.string().min(1),
  TOKEN_JWKS_URL: z.url(),
});

/** What speaks against the issuer's list of keys, or the way to it; everything else speaks against the token. */
const isAboutTheList = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSInvalid ||
  error instanceof errors.JWKSTimeout ||
  // Not answered with 200, or not with JSON.
  error.code === 'ERR_JOSE_GENERIC';

/** Keys of an issuer over HTTPS. @throws UnavailableError when they cannot be had: nobody's token is wrong for that. */
export const remoteKeys = (url: URL): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(url);
  return async (...token) => {
    try {
      return await keys(...token);
    } catch (error) {
      if (!isAboutTheList(error)) throw error;
      throw new UnavailableError("The token issuer's keys cannot be fetched", { cause: error });
    }
  };
};

/** The stage's identity provider; its keys are fetched when first needed, and again when a token names a new one. */
export const remoteIssuer = (): TokenIssuer => {
  const env = readEnv(issuerEnv);
  return {
    issuer: env.TOKEN_ISSUER,
    audience: env.TOKEN_AUDIENCE,
    keys: remoteKeys(new URL(env.TOKEN_JWKS_URL)),
    mustExpire: true,
  };
};
