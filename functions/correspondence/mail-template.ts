/**
 * Every mail that can be sent, by the name the ledger and the mailbox know it by. One more is a name here and a text
 * in each language; the compiler asks for the texts. Names that begin with `desk_` go to Fonzer's own desk.
 */
export const mailTemplates = [
  'request_received',
  'answer_overdue',
  'desk_answer_overdue',
  'approved',
  'rejected',
  'desk_escalation',
  'window_opened',
  'start_reminder',
  'last_day',
  'start_link_renewed',
  'expired',
  'started',
  'partly_completed',
  'completed',
  'check_up',
  'interruption_overrun',
  'desk_interruption_overrun',
  'incident_received',
  'desk_incident',
  'incident_updated',
  'cancelled',
] as const;

/** The mail about an endpoint for webhooks that was given up: it belongs to no request. */
export const endpointMailTemplate = 'webhook_endpoint_disabled';

/** Every mail that goes through the ledger. */
export const ledgerTemplates = [...mailTemplates, endpointMailTemplate] as const;

/** The name of a mail about a request. */
export type MailTemplate = (typeof mailTemplates)[number];
