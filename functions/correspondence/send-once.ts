import { type Now, toInstantText } from '../calendar/clock.ts';
import { type Metrics, measured } from '../metrics/metrics.ts';
import type { RenderedMail } from './mail.ts';
import type { LedgerLine, MailLedger } from './mail-ledger.ts';
import { type Mailer, MailRefusedError, type OutgoingMail } from './mailer.ts';

/** What sending a mail once needs. */
export type SendOnceDeps = {
  readonly now: Now;
  /** Leases go by it: a business clock that stands still must not hold a mail back. */
  readonly wallClock: Now;
  readonly mailLedger: MailLedger;
  readonly mailer: Mailer;
  /** Resolves when one more mail may be sent; rejects when that is too far off, so that the queue brings it again. */
  readonly mailTurn: () => Promise<void>;
  readonly metrics: Metrics;
};

/** Thrown when another sender is at the same mail, so that the queue brings it again later. */
export class MailBusyError extends Error {
  override readonly name = 'MailBusyError';
}

/** A mail as it is written, with what else it is tagged with. */
type WrittenMail = RenderedMail & { readonly tags: Omit<OutgoingMail['tags'], 'template' | 'language'> };

/**
 * Writes and sends the mail of a line of the ledger, unless it has gone out.
 * @param to the address it goes to.
 * @param write undefined: it is needed no more.
 * @throws MailBusyError while another sender is at it; whatever keeps the mail from going out.
 */
export const sendOnce = async (
  { now, wallClock, mailLedger, mailer, mailTurn, metrics }: SendOnceDeps,
  line: LedgerLine,
  to: string,
  write: () => Promise<WrittenMail | undefined>,
): Promise<void> => {
  const { template, language } = line;
  // Before anything is written: a mail that is turned away comes hundreds of times, and each would leave a start link.
  await mailTurn();
  const begun = await mailLedger.begin(line, wallClock());
  if (begun === 'sent') return;
  if (begun === 'busy') throw new MailBusyError(`${template} of ${line.portRequestId} is being sent`);
  // The line is given back only where the mail is certainly not out; else its lease keeps it from going out twice.
  const giveBack = async (error: unknown): Promise<never> => {
    await mailLedger.failed(line).catch((failure: unknown) => {
      throw new AggregateError([error, failure], 'A mail was not sent, and its line could not be given back');
    });
    throw error;
  };
  const mail = await write().catch(giveBack);
  if (mail === undefined) {
    await mailLedger.failed(line);
    return;
  }
  const { tags, ...rendered } = mail;
  const { messageId } = await mailer
    .send({ to, ...rendered, tags: { template, language, ...tags } })
    .catch((error: unknown) => {
      metrics.put([measured('MailSendFailures', {})]);
      if (error instanceof MailRefusedError) return giveBack(error);
      throw error;
    });
  // Before the ledger is told: the mail is out, whatever comes of that.
  metrics.put([measured('MailsSent', { Template: template })]);
  await mailLedger.sent(line, messageId, toInstantText(now()));
};
