import type { RememberedAnswer } from '../remembered-answers.ts';
import type { WebhookEndpoint } from './webhook-endpoint.ts';

/** All endpoints of a tenant, oldest first, and the version by which a change of them is guarded; 0: there never were any. */
export type TenantEndpoints = {
  readonly tenant: string;
  readonly version: number;
  readonly endpoints: readonly WebhookEndpoint[];
};

/** A change of a tenant's endpoints: good only where they are still as they were read. */
export type EndpointsChange = {
  readonly before: TenantEndpoints;
  readonly after: readonly WebhookEndpoint[];
};

/** How a change ended. Only `written` wrote anything. */
export type EndpointsWritten =
  | { readonly kind: 'written' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'already_answered'; readonly answer: RememberedAnswer };

/** The endpoints that tenants are told of events at. They are few, and kept together: one read says who is to be told. */
export interface WebhookEndpoints {
  readonly of: (tenant: string) => Promise<TenantEndpoints>;
  /** Whose an endpoint is; undefined where there is none. */
  readonly tenantOf: (endpointId: string) => Promise<string | undefined>;
  /** Writes a change, and the answer that is remembered for it, both or none. */
  readonly write: (change: EndpointsChange, remember?: RememberedAnswer) => Promise<EndpointsWritten>;
}
