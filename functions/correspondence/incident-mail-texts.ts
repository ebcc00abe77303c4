import type { Diagnosis, HeardSound, IncidentKind, IncidentStatus } from '../incidents/incident.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTemplate } from './mail-template.ts';
import type { MailText } from './mail-texts.ts';

/** The words of a language for incidents, as they stand in a row of a mail. */
export type IncidentWords = {
  readonly kinds: Readonly<Record<IncidentKind, string>>;
  /** Stands for the kind where a started port was rolled back. */
  readonly startFailed: string;
  readonly diagnoses: Readonly<Record<Diagnosis, string>>;
  readonly statuses: Readonly<Record<Exclude<IncidentStatus, 'with_operator'>, string>>;
  /** By its name: after the port it is no longer "the current operator", before it not yet "the previous one". */
  readonly withOperator: (name: string) => string;
  readonly heard: Readonly<Record<HeardSound, string>>;
};

/** The mails about trouble during and after a port. */
type IncidentTemplate = Extract<
  MailTemplate,
  | 'interruption_overrun'
  | 'desk_interruption_overrun'
  | 'incident_received'
  | 'desk_incident'
  | 'incident_updated'
>;

/**
 * The mails about incidents in one language. From the FAQ come who can solve what (F31-F34), the three examples and what
 * each has to say (F35), the way through COLT to the losing operator (F36), and that every problem is reported (F37).
 */
export type IncidentMailTexts = {
  readonly words: IncidentWords;
  readonly templates: Readonly<Record<IncidentTemplate, (mail: MailFacts) => MailText>>;
};
