import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import { isRecorded, type LostMail, type MailReport, mailReport, recordLostMail } from './bounce.ts';
import type { MailLedger } from './mail-ledger.ts';
import { endpointMailTemplate } from './mail-template.ts';

type BounceDeps = FactsDeps &
  Telemetry & {
    readonly requests: PortRequests;
    readonly mailLedger: MailLedger;
  };

/** Thrown when a mail is reported that is not in the ledger: its sender took the line back. Somebody has to look. */
export class MailNotInLedgerError extends Error {
  override readonly name = 'MailNotInLedgerError';
}

/** Thrown when a request was written while it was decided on; the queue brings the report again. */
export class RequestChangedMeanwhileError extends Error {
  override readonly name = 'RequestChangedMeanwhileError';
}

/** Writes a lost mail into the history, unless it stands there: reports come twice, and a complaint may follow a bounce. */
const recordOnce = async (real: BounceDeps, portRequestId: string, lost: LostMail): Promise<void> => {
  const history = await real.requests.history(portRequestId);
  if (isRecorded(history, lost)) return;
  const facts = await gatherFacts(real);
  await changeRequest(real.requests, portRequestId, (request) => {
    // What was written since was not looked through: it may be this very report.
    if (request.version !== history.length)
      throw new RequestChangedMeanwhileError(`${portRequestId} was written after its history was read`);
    return recordLostMail(request, lost, facts);
  });
};

const recordBounce = async (real: BounceDeps, { mail, bounceType }: MailReport): Promise<void> => {
  if (mail === undefined) return;
  const { portRequestId, sequence, template } = mail;
  if (bounceType !== undefined) {
    const line = await real.mailLedger.bounced(mail);
    if (line === undefined)
      throw new MailNotInLedgerError(`No ${template} of ${portRequestId} is in the ledger`);
    // The mail about an endpoint belongs to no history: its line and the log say that it came back.
    if (template !== endpointMailTemplate)
      await recordOnce(real, portRequestId, { sequence, template, bounceType });
  }
  // Besides the queue's own line: the event carries the ids too deep for that one to find them.
  real.log.info('mail.reported', {
    portRequestId,
    sequence,
    template,
    bounceType: bounceType ?? null,
  });
};

/**
 * Answers: did a mail not reach anybody? Marks its line in the ledger, and the history says so once, so that a start link
 * that came back is seen by people and not only by a mail service. Deliveries and the like are passed over.
 */
export const newHandler = (deps: () => BounceDeps) =>
  queue({ name: 'record-bounce', message: mailReport }, deps, recordBounce);
