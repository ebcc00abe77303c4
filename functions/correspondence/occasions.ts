import type { Language } from '../language.ts';
import type { Content } from '../port-request/content.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { MailTemplate } from './mail-template.ts';

/** Whom a mail is for: the reseller's person, whoever is to start the port by the link in it, or Fonzer's desk. */
export const audiences = ['contact', 'starter', 'desk'] as const;

export type Audience = (typeof audiences)[number];

/** One mail that a history entry causes. */
export type PlannedMail = { readonly template: MailTemplate; readonly audience: Audience };

const toContact = (template: MailTemplate): PlannedMail => ({ template, audience: 'contact' });
const toDesk = (template: MailTemplate): PlannedMail => ({ template, audience: 'desk' });
const toStarter = (template: MailTemplate): PlannedMail => ({ template, audience: 'starter' });

/**
 * The mails that one history entry causes (F21, F24, F25; the others are an assumption), in the order in which they go out. The
 * desk hears of an overdue answer every working day, the contact once per attempt. A day that is only planned, a date asked
 * anew (the next attempt has its own `request_received`), a delayed answer and an emergency return cause none (assumption).
 */
export const mailsCausedBy = ({ type, data, actor, status }: HistoryEntry): readonly PlannedMail[] => {
  switch (type) {
    case 'port_request.submitted':
      return [toContact('request_received')];
    case 'port_request.answer_overdue':
      return [toDesk('desk_answer_overdue'), ...(data.first === true ? [toContact('answer_overdue')] : [])];
    case 'port_request.approved':
      return [toContact('approved')];
    case 'port_request.rejected':
      return [toContact('rejected'), ...(data.escalate === true ? [toDesk('desk_escalation')] : [])];
    case 'port_request.window_opened':
      return [toStarter('window_opened')];
    case 'port_request.reminded':
      if (data.reminder === 'check_up') return [toContact('check_up')];
      return data.reminder === 'start_reminder' || data.reminder === 'last_day'
        ? [toStarter(data.reminder)]
        : [];
    case 'port_request.start_link_renewed':
      return [toStarter('start_link_renewed')];
    case 'port_request.started':
      return [toContact('started')];
    case 'port_request.partly_completed':
      return [toContact('partly_completed')];
    case 'port_request.completed':
      return [toContact('completed')];
    case 'port_request.interruption_overrun':
      return [toContact('interruption_overrun'), toDesk('desk_interruption_overrun')];
    case 'port_request.failed':
      // The links mailed before belonged to the start that failed.
      return status === 'ready_to_start' ? [toStarter('start_link_renewed')] : [];
    case 'port_request.expired':
      return [toContact('expired')];
    case 'port_request.cancelled':
      return [toContact('cancelled')];
    case 'incident.opened':
      // That a port has overrun is told by the mails about it; they say that an incident is open.
      return actor.kind === 'clock' && data.diagnosis === 'port_overrun'
        ? []
        : [toContact('incident_received'), toDesk('desk_incident')];
    case 'incident.escalated':
      return [toContact('incident_updated')];
    case 'incident.updated':
      // That the desk asks after a carrier that is silent is no news for whoever reported it.
      return actor.kind === 'clock' && data.actsNext === 'desk' ? [] : [toContact('incident_updated')];
    case 'incident.resolved':
      // What was only a port that was not done yet ends with it, and the port has a mail of its own.
      return actor.kind === 'clock' ? [] : [toContact('incident_updated')];
    default:
      return [];
  }
};

/** Where a mail goes, and in which language it is written. `name` is null when only the address is known. */
export type MailRecipient = {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
};

/**
 * The person who receives the mails of an audience; undefined when no address is known. The starter stands in for the contact
 * only where one with an address was given (assumption).
 */
export const personOf = (
  audience: Exclude<Audience, 'desk'>,
  content: Content,
): MailRecipient | undefined => {
  const persons = audience === 'starter' ? [content.starter, content.contact] : [content.contact];
  for (const person of persons)
    if (person !== null && person.email !== null)
      return { email: person.email, name: person.name, language: person.language };
  return undefined;
};

/** Who receives the mails of an audience; undefined when no address is known. */
export const recipientOf = (
  audience: Audience,
  content: Content,
  desk: { readonly email: string; readonly language: Language },
): MailRecipient | undefined => (audience === 'desk' ? { ...desk, name: null } : personOf(audience, content));
