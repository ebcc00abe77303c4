import type { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import type { Language } from '../language.ts';
import { entryTypes } from '../port-request/history.ts';

/** What an endpoint can ask for: a type of event, all of a kind, or all. */
export const typePatterns = ['*', 'port_request.*', 'incident.*', ...entryTypes] as const;

export type TypePattern = (typeof typePatterns)[number];

/** Endpoints of one tenant. Each is sent every event, in the one transaction that publishes it. */
export const mostEndpoints = 5;

/** Where a tenant is told of events. */
export type WebhookEndpoint = {
  readonly id: string;
  readonly url: string;
  readonly types: readonly TypePattern[];
  readonly contactEmail: string;
  /** Of the mail that says it was given up. */
  readonly language: Language;
  readonly status: 'enabled' | 'disabled';
  readonly createdAt: InstantText;
  /** Its secret is made from this (`secretOf`) and is kept nowhere; each rotation counts it up. */
  readonly secretGeneration: number;
  /** Until then the secret before this one signs too; null: it does not. */
  readonly previousSecretUntil: InstantText | null;
  /** When the first of the deliveries failed that nothing has followed but failures; null: the last one arrived. */
  readonly failingSince: InstantText | null;
  /** The position in the feed at which it was given up; null while it is enabled. */
  readonly disabledAtPosition: number | null;
};

/** Whether an endpoint asked for events of this type. */
export const wants = ({ types }: Pick<WebhookEndpoint, 'types'>, type: string): boolean =>
  types.some(
    (pattern) =>
      pattern === '*' || pattern === type || (pattern.endsWith('*') && type.startsWith(pattern.slice(0, -1))),
  );

/** An endpoint as it is made. */
export const newEndpoint = (
  given: Pick<WebhookEndpoint, 'id' | 'url' | 'types' | 'contactEmail' | 'language'>,
  now: Temporal.Instant,
): WebhookEndpoint => ({
  ...given,
  status: 'enabled',
  createdAt: toInstantText(now),
  secretGeneration: 1,
  previousSecretUntil: null,
  failingSince: null,
  disabledAtPosition: null,
});

/** Hours for which the secret before a rotation still signs, so that no receiver has to change at one instant. */
const previousSecretHours = 24;

/** An endpoint with a new secret. One rotated twice within a day keeps the last two: what leaked has to end somewhere. */
export const withNewSecret = (endpoint: WebhookEndpoint, now: Temporal.Instant): WebhookEndpoint => ({
  ...endpoint,
  secretGeneration: endpoint.secretGeneration + 1,
  previousSecretUntil: toInstantText(now.add({ hours: previousSecretHours })),
});

/** The generations of the secret that sign at an instant, newest first. */
export const signingGenerations = (
  { secretGeneration, previousSecretUntil }: WebhookEndpoint,
  now: Temporal.Instant,
): readonly number[] =>
  previousSecretUntil !== null && toInstantText(now) < previousSecretUntil
    ? [secretGeneration, secretGeneration - 1]
    : [secretGeneration];

/** An endpoint that is used again, with all its time before it. */
export const enabled = (endpoint: WebhookEndpoint): WebhookEndpoint => ({
  ...endpoint,
  status: 'enabled',
  failingSince: null,
  disabledAtPosition: null,
});
