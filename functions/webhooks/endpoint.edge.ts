import * as z from 'zod';
import type { Now } from '../calendar/clock.ts';
import { email, language } from '../port-request/field-schemas.ts';
import { entryTypes } from '../port-request/history.ts';
import { untilWritten } from '../problems/until-written.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { CursorKey } from '../runtime/cursor.ts';
import type { Caller, HttpCall } from '../runtime/http-call.ts';
import { hasScope, type JsonAnswer, type JsonDeps, type OtherAnswer } from '../runtime/json-http.ts';
import { ProblemError } from '../runtime/problem.ts';
import type { Deliveries } from './deliveries.ts';
import { type Delivery, deliveryErrors } from './delivery.ts';
import type { EndpointsKey } from './endpoint-secret.ts';
import type { Receivers } from './receivers.ts';
import { typePatterns, type WebhookEndpoint } from './webhook-endpoint.ts';
import type { TenantEndpoints, WebhookEndpoints } from './webhook-endpoints.ts';

/** What the routes about endpoints for webhooks need. */
export type EndpointDeps = JsonDeps & {
  readonly now: Now;
  readonly newId: (prefix: string) => string;
  readonly endpoints: WebhookEndpoints;
  readonly deliveries: Deliveries;
  readonly receivers: Receivers;
  readonly webhookKey: () => Promise<EndpointsKey>;
  readonly cursorKey: () => Promise<CursorKey>;
};

/** The heading under which these routes are described. */
export const webhookTag = 'Webhooks';

/** The path of a route about one endpoint. */
export const endpointPath = z.object({
  endpointId: z.string().meta({ description: 'The endpoint.', example: 'whe_01KAQ4Z3X6V9Y2N8M5T7R1W0DF' }),
});

const endpointShape = {
  id: z.string(),
  url: z.string(),
  types: z.array(z.enum(typePatterns)),
  contactEmail: email.describe('Who is told when the endpoint is disabled'),
  language: language.describe('Of the mail to `contactEmail`'),
  status: z.enum(['enabled', 'disabled']),
  createdAt: z.string().meta({ format: 'date-time' }),
};

/** An endpoint as it is answered. */
export const endpointView = z.strictObject(endpointShape).meta({ id: 'WebhookEndpoint' });

/** An endpoint with its secret, as it is answered once. */
export const endpointWithSecretView = z
  .strictObject({
    ...endpointShape,
    secret: z
      .string()
      .nullable()
      .describe(
        '`whsec_…`, for Standard Webhooks. Shown this once: null where the same call is answered again',
      ),
  })
  .meta({ id: 'WebhookEndpointWithSecret' });

/** A delivery as it is answered. */
export const deliveryView = z
  .strictObject({
    id: z.string(),
    eventId: z.string(),
    type: z.enum(entryTypes),
    portRequestId: z.string(),
    status: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.array(
      z.strictObject({
        at: z.string().meta({ format: 'date-time' }),
        status: z.int().nullable().describe('What was answered; null: nothing'),
        error: z.enum(deliveryErrors).nullable().describe('Why nothing was answered'),
      }),
    ),
    nextAttemptAt: z
      .string()
      .meta({ format: 'date-time' })
      .nullable()
      .describe('Null when it is done, and while it waits for the event before it'),
  })
  .meta({ id: 'WebhookDelivery' });

/** An endpoint in the form of `endpointView`. */
export const toEndpointBody = (endpoint: WebhookEndpoint) => {
  const { id, url, types, contactEmail, language: written, status, createdAt } = endpoint;
  return { id, url, types, contactEmail, language: written, status, createdAt };
};

const deliveryIdForm = /^whd_(\d{12})$/;

/** The position that a delivery's id names; undefined for what is no such id. */
export const readDeliveryId = (id: string): number | undefined => {
  const digits = deliveryIdForm.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** A delivery in the form of `deliveryView`. */
export const toDeliveryBody = (delivery: Delivery) => {
  const { position, eventId, type, portRequestId, status, attempts, nextAttemptAt } = delivery;
  const id = `whd_${String(position).padStart(12, '0')}`;
  return { id, eventId, type, portRequestId, status, attempts, nextAttemptAt };
};

/** An endpoint with all others of its tenant. */
export type FoundEndpoint = { readonly endpoint: WebhookEndpoint; readonly of: TenantEndpoints };

/**
 * The endpoint a path names, if it is the caller's own; the desk finds those of every tenant.
 * @throws ProblemError 404 for any other.
 */
export const findEndpoint = async (
  { endpoints }: Pick<EndpointDeps, 'endpoints'>,
  { pathParameters }: HttpCall,
  caller: Caller,
): Promise<FoundEndpoint> => {
  const endpointId = pathParameters['endpointId'] ?? '';
  const tenant = await endpoints.tenantOf(endpointId);
  const isOwn = tenant !== undefined && (tenant === caller.tenant || hasScope(caller, 'desk'));
  const of = isOwn ? await endpoints.of(tenant) : undefined;
  const endpoint = of?.endpoints.find(({ id }) => id === endpointId);
  if (of === undefined || endpoint === undefined)
    throw new ProblemError({ code: 'webhook_endpoint.not_found' });
  return { endpoint, of };
};

/**
 * Changes the endpoints of a tenant: `decide` is asked with them as they are, again whenever somebody else wrote meanwhile, and
 * answers what they become with the answer to give, or why not.
 */
export const changeEndpoints = (
  { endpoints }: Pick<EndpointDeps, 'endpoints'>,
  tenant: string,
  decide: (
    before: TenantEndpoints,
  ) => { readonly after: readonly WebhookEndpoint[]; readonly answer: JsonAnswer } | OtherAnswer,
  remember: (toAnswer: () => JsonAnswer) => RememberedAnswer | undefined,
): Promise<JsonAnswer | OtherAnswer> =>
  untilWritten(`The endpoints of ${tenant}`, async () => {
    const before = await endpoints.of(tenant);
    const decided = decide(before);
    if ('problem' in decided || 'alreadyAnswered' in decided) return decided;
    const { after, answer } = decided;
    const written = await endpoints.write(
      { before, after },
      remember(() => answer),
    );
    if (written.kind === 'already_answered') return { alreadyAnswered: written.answer };
    return written.kind === 'written' ? answer : undefined;
  });

/** Changes one endpoint, which may be gone by then. */
export const changeEndpoint = (
  real: Pick<EndpointDeps, 'endpoints'>,
  { of: { tenant }, endpoint: { id } }: FoundEndpoint,
  change: (endpoint: WebhookEndpoint) => {
    readonly after: WebhookEndpoint | undefined;
    readonly answer: JsonAnswer;
  },
  remember: (toAnswer: () => JsonAnswer) => RememberedAnswer | undefined,
): Promise<JsonAnswer | OtherAnswer> =>
  changeEndpoints(
    real,
    tenant,
    ({ endpoints }) => {
      const endpoint = endpoints.find((each) => each.id === id);
      if (endpoint === undefined) return { problem: { code: 'webhook_endpoint.not_found' } };
      const { after, answer } = change(endpoint);
      return {
        after: endpoints.flatMap((each) => (each.id === id ? (after ?? []) : each)),
        answer,
      };
    },
    remember,
  );
