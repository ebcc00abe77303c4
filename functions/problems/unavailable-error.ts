/** Thrown when something cannot be done just now and may well succeed a moment later; an API call is answered 503. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}
