import type { OperationId } from '../../functions/routes.ts';
import { endpointOf, type Kit, mandateOf, numberOf, ownBody } from './two-tenants.ts';

/** How a route is called so that it does something for a tenant. What others are told follows from the route itself. */
export type TenantCall = {
  /** What the path names, among this tenant's things. */
  readonly path?: (kit: Kit) => Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: (kit: Kit) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set where the last id of the path counts within what is named before it: another tenant's may look the same. */
  readonly countsWithin?: true;
  /** What is answered when it is done. */
  readonly status: number;
};

const draft = ({ draft: id }: Kit) => ({ id });
const awaiting = ({ awaiting: id }: Kit) => ({ id });
const approved = ({ approved: id }: Kit) => ({ id });
const ready = ({ ready: id }: Kit) => ({ id });
const completed = ({ completed: id }: Kit) => ({ id });
const incident = (kit: Kit) => ({ id: kit.completed, incidentId: kit.incident });
const startLink = ({ startToken: token }: Kit) => ({ token });

const endpoint = ({ endpoint: endpointId }: Kit) => ({ endpointId });

const callOf = (kit: Kit) => ({
  callingNumber: '+32475123401',
  callingOperator: 'Orange',
  calledNumber: numberOf(kit, '03'),
  calledAt: '2026-04-14T09:40:00+02:00',
  heard: 'announcement',
});

/** Every route by its name: one without a row does not compile. */
export const tenantCalls: Readonly<Record<OperationId, TenantCall>> = {
  createPortRequest: { body: ({ tenant }) => ownBody(tenant, '90'), status: 201 },
  listPortRequests: { query: '?limit=100', status: 200 },
  getPortRequest: { path: ready, status: 200 },
  editPortRequest: {
    path: draft,
    body: () => ({ customerReference: 'Changed' }),
    headers: { 'if-match': '*' },
    status: 200,
  },
  submitPortRequest: { path: draft, status: 200 },
  cancelPortRequest: { path: awaiting, body: () => ({ reason: 'Stays' }), status: 200 },
  changeDate: { path: approved, body: () => ({ date: '2026-04-22' }), status: 200 },
  startPort: { path: ready, status: 200 },
  renewStartLink: { path: ready, status: 200 },
  getHistory: { path: completed, status: 200 },
  writeNote: { path: completed, body: () => ({ text: 'Hello' }), status: 201 },
  listNotes: { path: awaiting, status: 200 },
  getMandate: { path: draft, status: 200 },
  getNumberListLetter: { path: draft, status: 200 },
  reportIncident: { path: completed, body: () => ({ kind: 'internet_lost' }), status: 201 },
  addCallExamples: { path: incident, body: (kit) => ({ examples: [callOf(kit)] }), status: 200 },
  resolveIncident: { path: incident, body: () => ({ note: 'Solved' }), status: 200 },
  changeIncident: { path: incident, body: () => ({ actor: 'carrier' }), status: 200 },
  listIncidents: { path: completed, status: 200 },
  getIncident: { path: incident, status: 200 },
  listMails: { path: ready, status: 200 },
  enterOperatorEvent: {
    path: awaiting,
    body: (kit) => ({
      type: 'request.acknowledged',
      portRequestId: kit.awaiting,
      attempt: 1,
      occurredAt: '2026-04-14T08:20:00Z',
      data: { operatorReference: 'C-99' },
    }),
    status: 202,
  },
  listDeskQueue: { query: '?limit=100', status: 200 },
  listRefusedEvents: { path: awaiting, status: 200 },
  finishDeskTask: { path: ({ deskTask: entryId }) => ({ entryId }), status: 200 },
  recordOutcome: {
    path: ready,
    body: () => ({ outcome: 'completed', at: '2026-04-14T08:00:00Z', reason: 'Told by phone' }),
    status: 200,
  },
  requestEmergencyReturn: { path: completed, body: () => ({ reason: 'The wrong line' }), status: 200 },
  eraseSubscriberData: { path: completed, body: () => ({}), status: 200 },
  receiveOperatorEvent: { path: () => ({ operatorId: 'colt' }), body: () => ({}), status: 202 },
  requestMandateUpload: { path: awaiting, body: ({ tenant }) => mandateOf(tenant), status: 201 },
  getSignedMandate: {
    path: (kit) => ({ id: kit.awaiting, documentId: kit.document }),
    status: 200,
  },
  checkNumbers: { body: (kit) => ({ numbers: [numberOf(kit, '05')] }), status: 200 },
  getDates: { query: '?requestedOn=2026-04-14', status: 200 },
  listRejectionReasons: { status: 200 },
  listStatuses: { status: 200 },
  listEvents: { query: '?limit=100', status: 200 },
  createWebhookEndpoint: { body: ({ tenant }) => endpointOf(tenant), status: 201 },
  listWebhookEndpoints: { status: 200 },
  getWebhookEndpoint: { path: endpoint, status: 200 },
  deleteWebhookEndpoint: { path: endpoint, status: 204 },
  rotateWebhookSecret: { path: endpoint, status: 200 },
  enableWebhookEndpoint: { path: endpoint, status: 200 },
  listWebhookDeliveries: { path: endpoint, status: 200 },
  replayWebhookDelivery: {
    path: (kit) => ({ endpointId: kit.endpoint, deliveryId: kit.delivery }),
    countsWithin: true,
    status: 202,
  },
  openStartLink: { path: startLink, status: 200 },
  probeStartLink: { path: startLink, status: 200 },
  sendStartForm: { path: startLink, status: 422 },
  getHealth: { status: 200 },
  getOpenApi: { status: 200 },
};
