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

/** The name of a mail. */
export type MailTemplate = (typeof mailTemplates)[number];
