import { Temporal } from 'temporal-polyfill';
import { type Now, toInstantText } from '../calendar/clock.ts';
import type { EventFeed } from '../events/event-feed.ts';
import { endpointDisabled } from '../events/feed-event.ts';
import { type Metrics, measured } from '../metrics/metrics.ts';
import { untilWritten } from '../problems/until-written.ts';
import { triedForHours } from './delivery.ts';
import type { WebhookEndpoint } from './webhook-endpoint.ts';
import type { TenantEndpoints, WebhookEndpoints } from './webhook-endpoints.ts';

/** What keeping the health of an endpoint needs. */
export type HealthDeps = {
  readonly now: Now;
  readonly newId: (prefix: string) => string;
  readonly endpoints: WebhookEndpoints;
  readonly feed: EventFeed;
  readonly metrics: Metrics;
};

/** Whether an endpoint is sent anything after an attempt; `given_up` also where it is gone. */
export type EndpointHealth = 'used' | 'given_up';

/** Whether nothing has arrived at an endpoint for so long that it is given up (72 hours without any 2xx). */
const isGivenUp = ({ failingSince }: WebhookEndpoint, now: Temporal.Instant): boolean =>
  failingSince !== null &&
  Temporal.Instant.compare(now, Temporal.Instant.from(failingSince).add({ hours: triedForHours })) >= 0;

const replaced = ({ endpoints }: TenantEndpoints, changed: WebhookEndpoint): readonly WebhookEndpoint[] =>
  endpoints.map((endpoint) => (endpoint.id === changed.id ? changed : endpoint));

/** Writes what an attempt says of an endpoint. Answers how it stands then; undefined: somebody else wrote meanwhile. */
const noteOnce = async (
  real: HealthDeps,
  { tenant, endpointId }: { readonly tenant: string; readonly endpointId: string },
  isAcknowledged: boolean,
  at: Temporal.Instant,
): Promise<EndpointHealth | undefined> => {
  const before = await real.endpoints.of(tenant);
  const endpoint = before.endpoints.find(({ id }) => id === endpointId);
  if (endpoint?.status !== 'enabled') return 'given_up';
  const failingSince = isAcknowledged ? null : (endpoint.failingSince ?? toInstantText(at));
  const noted = { ...endpoint, failingSince };
  if (isGivenUp(noted, at)) {
    const { head } = await real.feed.state(tenant, undefined);
    const event = endpointDisabled(endpointId, {
      id: real.newId('evt'),
      occurredAt: toInstantText(real.now()),
    });
    const disabled = { ...noted, status: 'disabled', disabledAtPosition: head + 1 } as const;
    const appended = await real.feed.append({
      tenant,
      head,
      events: [event],
      request: undefined,
      deliveries: [],
      endpoints: { before, after: replaced(before, disabled) },
    });
    if (appended !== 'appended') return undefined;
    real.metrics.put([measured('WebhookEndpointsDisabled', {})]);
    return 'given_up';
  }
  if (failingSince === endpoint.failingSince) return 'used';
  const { kind } = await real.endpoints.write({ before, after: replaced(before, noted) });
  return kind === 'written' ? 'used' : undefined;
};

/**
 * Notes whether an attempt arrived. After 72 hours in which none did, the endpoint is disabled, with the event that says so in
 * the same transaction: it is never given up silently.
 * @param at when the attempt was over, by the wall clock.
 */
export const noteHealth = (
  real: HealthDeps,
  of: { readonly tenant: string; readonly endpointId: string },
  isAcknowledged: boolean,
  at: Temporal.Instant,
): Promise<EndpointHealth> =>
  untilWritten(`Endpoint ${of.endpointId}`, () => noteOnce(real, of, isAcknowledged, at));
