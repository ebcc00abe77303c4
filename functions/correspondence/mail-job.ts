import * as z from 'zod';
import { mailTemplates } from './mail-template.ts';
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

/** Where mails wait to be sent. */
export interface MailQueue {
  readonly put: (jobs: readonly MailJob[]) => Promise<void>;
}
