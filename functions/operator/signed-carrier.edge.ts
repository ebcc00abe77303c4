import type { Now } from '../calendar/clock.ts';
import type { SigningKey } from '../signatures/signing-key.ts';
import { signMessage } from '../signatures/webhook-signature.ts';
import { type Carrier, type CarrierMessage, messageIdOf } from './carrier.ts';

/** Where a carrier takes orders, and the `whsec_…` secret they are signed with. */
export type CarrierAddress = { readonly url: string; readonly secret: SigningKey };

/** The carriers that orders are sent to. */
export interface CarrierAddresses {
  readonly addressOf: (carrier: string) => Promise<CarrierAddress | undefined>;
}

/**
 * Thrown when a carrier did not accept a message: no address, no answer, or an answer other than 2xx. It may have taken the
 * message all the same; the repeat has the same id. Holds the status, or the code of what went wrong; nothing of the address, of
 * what was sent or answered, and no cause, since fetch's messages quote the address.
 */
export class CarrierUnreachableError extends Error {
  override readonly name = 'CarrierUnreachableError';
}

/** What sending needs from its surroundings. */
export type SignedCarrierDeps = {
  readonly addresses: CarrierAddresses;
  readonly fetch: typeof fetch;
  /** The carrier judges the signature's age by its own clock, so a moved business clock must not stand in it. */
  readonly wallClock: Now;
  /** How long the carrier may take to answer. */
  readonly timeoutMilliseconds?: number;
};

/** As for our own deliveries to MyFonzer (assumption: COLT's interface is not public). */
const usualTimeoutMilliseconds = 10_000;

const post = async (
  { fetch: send, wallClock, timeoutMilliseconds = usualTimeoutMilliseconds }: SignedCarrierDeps,
  { url, secret }: CarrierAddress,
  message: CarrierMessage,
): Promise<Response> => {
  const { type, portRequestId, attempt, body } = message;
  const text = JSON.stringify({ type, portRequestId, attempt, body });
  const id = messageIdOf(message);
  const timestamp = `${Math.floor(wallClock().epochMilliseconds / 1000)}`;
  return send(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signMessage(secret, { id, timestamp, body: Buffer.from(text) }),
    },
    body: text,
    // Elsewhere than agreed nobody is to read names and numbers.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
};

/** Whatever else stands where a code or a name should be may quote the address. */
const isPlainWord = (value: unknown): value is string => typeof value === 'string' && /^\w+$/.test(value);

/** Why there was no answer, in one word: the code fetch keeps in the error or its cause (`ECONNREFUSED`), or the error's name. */
const reasonOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  const codes = [error, cause].map((each) =>
    each instanceof Error && 'code' in each ? each.code : undefined,
  );
  return [...codes, error.name].find(isPlainWord);
};

/**
 * A carrier that takes its orders over HTTPS, as JSON signed by Standard Webhooks (`v1`); `docs/carrier-orders.md` is what it
 * is told of this. Sends once: the machine tries again, for as long as it takes.
 */
export const signedCarrier = (deps: SignedCarrierDeps): Carrier => ({
  send: async (message) => {
    const { carrier, type } = message;
    const address = await deps.addresses.addressOf(carrier);
    if (address === undefined) throw new CarrierUnreachableError(`No address takes orders for ${carrier}`);
    const response = await post(deps, address, message).catch((error: unknown) => {
      const reason = reasonOf(error);
      throw new CarrierUnreachableError(
        `${carrier} did not answer ${type}${reason === undefined ? '' : `: ${reason}`}`,
      );
    });
    // Unread, an answer keeps its connection; what it says is nobody's to log. One that broke off is an answer all the same: the
    // status says what the carrier took, and an order it took must not fail.
    await response.body?.cancel().catch(() => {});
    if (!response.ok)
      throw new CarrierUnreachableError(`${carrier} answered ${type} with ${response.status}`);
  },
});
