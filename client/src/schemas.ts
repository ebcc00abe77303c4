import type { components, WebhookEventType } from './api.generated.ts';

type Schemas = components['schemas'];

/** A port request as it is answered. */
export type PortRequest = Schemas['PortRequest'];
/** What a port request is made of. */
export type PortRequestCreation = Schemas['PortRequestCreation'];
/** What is changed of one: a JSON merge patch. */
export type PortRequestPatch = Schemas['PortRequestPatch'];
/** One thing that happened to a request, in its own history. */
export type HistoryEntry = Schemas['HistoryEntry'];
/** One thing that happened, in the tenant's feed. */
export type FeedEvent = Schemas['Event'];
/** One thing that happened, as a webhook brings it. Types and members are added: pass over what you do not know. */
export type WebhookEvent = Schemas['WebhookEvent'] & {
  // `string & {}`: any text, while an editor still offers those that are known.
  readonly type: WebhookEventType | (string & {});
};
/** Trouble with a port, and what is done about it. */
export type Incident = Schemas['Incident'];
/** A note beside a request. */
export type Note = Schemas['Note'];
/** Whether a number can be ported, and what it is. */
export type NumberCheck = Schemas['NumberCheck'];
