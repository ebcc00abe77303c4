export type {
  components,
  EntryCode,
  operations,
  ProblemCode,
  paths,
  WebhookEventType,
} from './api.generated.ts';
export { everyItem, type FeedPage, newPages, type Page } from './pages.ts';
export {
  createPortingClient,
  newIdempotencyKey,
  type PortingClient,
  type PortingClientOptions,
} from './porting-client.ts';
export { dataOf, hasCode, type Problem, ProblemError, type ProblemOf, type Result } from './problem.ts';
export type {
  FeedEvent,
  HistoryEntry,
  Incident,
  Note,
  NumberCheck,
  PortRequest,
  PortRequestCreation,
  PortRequestPatch,
  WebhookEvent,
} from './schemas.ts';
export {
  type SignedWebhook,
  verifyWebhook,
  type WebhookRefusal,
  WebhookVerificationError,
} from './webhook.ts';
