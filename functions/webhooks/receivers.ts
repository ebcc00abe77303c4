import type { AttemptOutcome } from './delivery.ts';

/** Why nothing is ever sent to a URL. */
export const urlFaults = ['not_https', 'with_credentials', 'address_not_public'] as const;

export type UrlFault = (typeof urlFaults)[number];

/** One signed message. */
export type WebhookMessage = {
  readonly url: string;
  /** The event's id: the same at every attempt. */
  readonly id: string;
  readonly body: string;
  /** Each signs: two while one replaces the other. */
  readonly secrets: readonly string[];
};

/** Those who asked to be told of events, over HTTPS. */
export interface Receivers {
  /** All that stands against sending to a URL, as far as it can be seen now. */
  readonly faultsOf: (url: string) => Promise<readonly UrlFault[]>;
  /** Sends a message once. Whatever happens on the way is an outcome; it never rejects. */
  readonly post: (message: WebhookMessage) => Promise<AttemptOutcome>;
}
