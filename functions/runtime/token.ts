import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Now } from '../calendar/clock.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';

/** Whose tokens are accepted, and the keys they are signed with (JWKS). */
export type TokenIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Whether a token has to say when it ends; only a sandbox lets one live for ever. */
  readonly mustExpire: boolean;
};

/** What a bearer token says, or why there is nothing to believe. */
export type TokenReading =
  | { readonly kind: 'accepted'; readonly subject: string; readonly tenant: string; readonly scope: string }
  | { readonly kind: 'refused'; readonly code: 'auth.token_missing' | 'auth.token_invalid' };

/** Signed with a private key of the issuer; a shared secret could be guessed, and `none` is no signature. */
const acceptedAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const refused = (code: 'auth.token_missing' | 'auth.token_invalid'): TokenReading => ({
  kind: 'refused',
  code,
});

/**
 * Reads an `Authorization` header. The tenant is always needed: a token without one belongs to nobody.
 * @throws UnavailableError when the issuer's keys cannot be had: that says nothing about the token.
 */
export const readToken = async (
  header: string | undefined,
  { issuer, audience, keys, mustExpire }: TokenIssuer,
  now: Now,
): Promise<TokenReading> => {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header?.trim() ?? '')?.[1];
  if (header === undefined || header.trim() === '') return refused('auth.token_missing');
  if (token === undefined) return refused('auth.token_invalid');
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: acceptedAlgorithms,
      requiredClaims: mustExpire ? ['exp'] : [],
      currentDate: new Date(now().epochMilliseconds),
    });
    const { sub, tenant, scope } = payload;
    return typeof sub === 'string' && sub !== '' && typeof tenant === 'string' && tenant !== ''
      ? { kind: 'accepted', subject: sub, tenant, scope: typeof scope === 'string' ? scope : '' }
      : refused('auth.token_invalid');
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    return refused('auth.token_invalid');
  }
};
