import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Now } from '../calendar/clock.ts';
import { signMessage } from '../signatures/webhook-signature.ts';
import type { AttemptOutcome, DeliveryError } from './delivery.ts';
import { type AddressRule, mayConnectTo } from './public-address.ts';
import type { Receivers, UrlFault, WebhookMessage } from './receivers.ts';

/** Finds every address of a host name, as `dns.lookup` does with `all`. */
export type ResolveName = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

type ReceiverSettings = AddressRule & {
  /** Messages are stamped by it. Receivers go by the real time, and refuse what is more than minutes off. */
  readonly clock: Now;
  /** How long a receiver has for its answer, from the first packet on. */
  readonly timeoutMilliseconds: number;
  readonly resolve?: ResolveName;
};

/** How long a receiver has for its answer (Standard Webhooks asks for 15 to 30 at most). */
export const webhookTimeoutMilliseconds = 10_000;

/** Names are looked up for no longer than this when an endpoint is made: what cannot be found then is judged at each attempt. */
const longestLookupMilliseconds = 2000;

/** Where the system finds nothing it gives no list at all, whatever its types say. */
const resolveBySystem: ResolveName = (hostname, done) =>
  lookUp(hostname, { all: true, verbatim: true }, (error, addresses) =>
    done(error, error === null ? addresses : []),
  );

/** Thrown inside a connection attempt when the name leads somewhere it must not. */
class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
}

/** Without the brackets around an IPv6 address. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Resolves a name for a connection and lets through only addresses that may be connected to: the socket uses exactly these, so
 * that a name which answers differently the second time gains nothing. One address that may not is enough to refuse all.
 */
const checkedLookup =
  (resolve: ResolveName, rule: AddressRule): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error !== null || first === undefined) {
        done(error ?? new Error(`${hostname} has no address`), '');
      } else if (addresses.every(({ address }) => mayConnectTo(address, rule))) {
        if (options.all === true) done(null, [...addresses]);
        else done(null, first.address, first.family);
      } else done(new AddressRefusedError('A name leads to an address that is not public'), '');
    });

const nameErrors: ReadonlySet<string> = new Set([
  'EINVAL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ENODATA',
]);

const closedErrors: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

const deliveryErrorOf = (error: Error): DeliveryError => {
  const code = codeOf(error);
  if (error instanceof AddressRefusedError) return 'address_not_public';
  if (error.name === 'TimeoutError' || code === 'ABORT_ERR') return 'timeout';
  if (nameErrors.has(code)) return 'name_not_resolved';
  if (closedErrors.has(code) || code.startsWith('HPE_')) return 'connection_closed';
  // `ERR_TLS_CERT_ALTNAME_INVALID`, `CERT_HAS_EXPIRED`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, `EPROTO` …
  if (/TLS|SSL|CERT|VERIFY|EPROTO/.test(code)) return 'tls_failed';
  return 'connection_failed';
};

/** What a message is sent with (Standard Webhooks 1.0). Stamped and signed anew at each attempt. */
const headersOf = ({ id, body, secrets }: WebhookMessage, clock: Now): Readonly<Record<string, string>> => {
  const bytes = Buffer.from(body);
  const timestamp = `${Math.floor(clock().epochMilliseconds / 1000)}`;
  return {
    'content-type': 'application/json',
    'content-length': `${bytes.byteLength}`,
    'user-agent': 'fonzer-number-porting/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => signMessage(secret, { id, timestamp, body: bytes }))
      .join(' '),
  };
};

/** The rules for a URL before any name is looked up. */
const faultsOfForm = (url: URL, rule: AddressRule): readonly UrlFault[] => {
  const isOwnMachine =
    hostOf(url) === 'localhost' ||
    (mayConnectTo(hostOf(url), { allowsLoopback: true }) &&
      !mayConnectTo(hostOf(url), { allowsLoopback: false }));
  const mayBeHttp = rule.allowsLoopback && url.protocol === 'http:' && isOwnMachine;
  // A connection to a bare address looks nothing up, so that nothing else would judge it.
  const isRefusedAddress = isIP(hostOf(url)) !== 0 && !mayConnectTo(hostOf(url), rule);
  return [
    ...(url.protocol === 'https:' || mayBeHttp ? [] : (['not_https'] as const)),
    ...(url.username === '' && url.password === '' ? [] : (['with_credentials'] as const)),
    ...(isRefusedAddress ? (['address_not_public'] as const) : []),
  ];
};

/**
 * Receivers over HTTPS. Sends only to addresses of the internet, each checked as it is connected to; follows no redirect, since
 * that would lead to an address its tenant never named; reads nothing of the answer but its status.
 */
export const httpsReceivers = (settings: ReceiverSettings): Receivers => {
  const { clock, timeoutMilliseconds, resolve = resolveBySystem } = settings;
  const lookup = checkedLookup(resolve, settings);

  const faultsOfName = (hostname: string): Promise<readonly UrlFault[]> =>
    new Promise((settle) => {
      const timer = setTimeout(() => settle([]), longestLookupMilliseconds);
      resolve(hostname, (error, addresses) => {
        clearTimeout(timer);
        const isRefused =
          error === null && !addresses.every(({ address }) => mayConnectTo(address, settings));
        settle(isRefused ? ['address_not_public'] : []);
      });
    });

  return {
    faultsOf: async (text) => {
      const url = new URL(text);
      const isName = hostOf(url) !== '' && isIP(hostOf(url)) === 0;
      return [...faultsOfForm(url, settings), ...(isName ? await faultsOfName(hostOf(url)) : [])];
    },
    post: (message) =>
      new Promise<AttemptOutcome>((settle) => {
        const url = new URL(message.url);
        if (faultsOfForm(url, settings).length > 0) {
          settle({ status: null, error: 'address_not_public' });
          return;
        }
        const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
        const sent = send(url, {
          method: 'POST',
          headers: headersOf(message, clock),
          // A connection of its own: one that is kept would stay open to an address that was checked long ago.
          agent: false,
          lookup,
          signal: AbortSignal.timeout(timeoutMilliseconds),
        });
        sent.on('response', (response) => {
          const { statusCode: status } = response;
          settle(
            status === undefined ? { status: null, error: 'connection_closed' } : { status, error: null },
          );
          response.destroy();
        });
        sent.on('error', (error) => settle({ status: null, error: deliveryErrorOf(error) }));
        // Whatever a receiver does, the attempt ends: an answer that changes the protocol is neither a response nor an error.
        sent.on('close', () => settle({ status: null, error: 'connection_closed' }));
        sent.end(message.body);
      }),
  };
};
