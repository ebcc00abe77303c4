import * as z from 'zod';
import { endpointMailTemplate, mailTemplates } from './mail-template.ts';
import { audiences } from './occasions.ts';

/** One mail to be written and sent: which, and what caused it. Nothing of its content travels with it. */
export const mailJob = z.object({
  portRequestId: z.string(),
  /** The history entry that causes it. */
  sequence: z.int(),
  template: z.enum(mailTemplates),
  audience: z.enum(audiences),
});

export type MailJob = z.infer<typeof mailJob>;

/** The mail about an endpoint for webhooks that was given up, to whom its tenant named for it. It belongs to no request. */
export const endpointMailJob = z.object({
  template: z.literal(endpointMailTemplate),
  tenant: z.string(),
  endpointId: z.string(),
  /** Of the event in the tenant's feed: an endpoint may be given up more than once. */
  position: z.int(),
});

export type EndpointMailJob = z.infer<typeof endpointMailJob>;

/** Where mails wait to be sent. */
export interface MailQueue {
  readonly put: (jobs: readonly MailJob[]) => Promise<void>;
}

/** Where mails about endpoints wait to be sent: the same queue, which others have no use for. */
export interface EndpointMails {
  readonly put: (job: EndpointMailJob) => Promise<void>;
}
