import type { ResolveName } from '../../functions/webhooks/https-receivers.edge.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { singleNumberBody } from './example-body.ts';
import { moments, mustBe } from './journey.ts';
import { openReceiver, type Plan, type Receiver } from './receiver.ts';
import { SandboxClient } from './sandbox-client.ts';

/** A world with a receiver that nobody has told us of yet, and all that was logged. */
export type WebhookWorld = {
  readonly client: SandboxClient;
  readonly receiver: Receiver;
  readonly logged: readonly string[];
};

type WorldSettings = { readonly resolve?: ResolveName; readonly options?: Partial<SandboxOptions> };

/** Opens a receiver and a sandbox that sends to it. */
export const webhookWorld = async (
  plan?: Plan,
  { options = {}, ...resolve }: WorldSettings = {},
): Promise<WebhookWorld> => {
  const receiver = await openReceiver(plan, resolve);
  const logged: string[] = [];
  const line = (...given: readonly unknown[]) => {
    logged.push(JSON.stringify(given));
  };
  const log = { info: line, error: line };
  const { receivers } = receiver;
  const client = await SandboxClient.start(moments.submitted, { receivers, log, ...options });
  return { client, receiver, logged };
};

/** Whom the mail goes to that says an endpoint was given up. */
export const contactEmail = 'it@portal.example';

/** Adds an endpoint as acme, or as whoever has this token. */
export const addEndpoint = async (
  client: SandboxClient,
  url: string,
  more: Readonly<Record<string, unknown>> = {},
  token?: string,
) => {
  const body = { url, types: ['*'], contactEmail, ...more };
  const answer = await client.post('/v1/webhook-endpoints', body, token === undefined ? {} : { token });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json;
};

/** What was sent to an endpoint, oldest first. */
export const deliveriesOf = async (client: SandboxClient, endpointId: string) => {
  const { items } = (await client.get(`/v1/webhook-endpoints/${endpointId}/deliveries?limit=100`)).json;
  return items.toReversed();
};

/** Everything in a tenant's feed, page by page. */
export const wholeFeed = async (client: SandboxClient, token?: string, limit = 100) => {
  const events = [];
  for (let after = ''; ; ) {
    const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const { items, nextCursor } = (
      await client.get(`/v1/events?limit=${limit}${query}`, token === undefined ? {} : { token })
    ).json;
    if (items.length === 0) return events;
    events.push(...items);
    after = nextCursor;
  }
};

/** Creates a request of which nothing comes by itself. Its id. */
export const draftOf = async (
  client: SandboxClient,
  number = '025805071',
  token?: string,
): Promise<string> => {
  const body = singleNumberBody(number, { submit: false });
  return mustBe(await client.create(body, token === undefined ? {} : { token }), 201).json.id;
};

/** Makes something happen to a request. */
export const noteOn = async (client: SandboxClient, id: string, token?: string): Promise<void> => {
  const as = token === undefined ? {} : { token };
  mustBe(await client.post(`/v1/port-requests/${id}/notes`, { text: 'A question' }, as), 201);
};

/** Asks for a delivery once more. */
export const replay = (client: SandboxClient, endpointId: string, deliveryId: string, more = {}) =>
  client.post(`/v1/webhook-endpoints/${endpointId}/deliveries/${deliveryId}/replay`, undefined, more);
