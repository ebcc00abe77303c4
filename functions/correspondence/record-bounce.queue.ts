import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Log } from '../runtime/log.ts';
import { queue } from '../runtime/work.ts';
import { isRecorded, type LostMail, type MailReport, mailReport, recordLostMail } from './bounce.ts';
import type { MailLedger } from './mail-ledger.ts';

type BounceDeps = FactsDeps & {
  readonly log: Log;
  readonly requests: PortRequests;
  readonly mailLedger: MailLedger;
};

/**
 * Thrown when a mail is reported whose sending is not in the ledger: the report was faster, or its sender died before it
 * wrote. The queue brings it again.
 */
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

/** A line of its own, besides that of the queue: the event carries the ids too deep for that one to find them. */
const tell = ({ log }: BounceDeps, portRequestId: string, lost: LostMail | undefined): void =>
  log.info('work.completed', { work: 'record-bounce', portRequestId, isLost: lost !== undefined, ...lost });

const recordBounce = async (real: BounceDeps, report: MailReport | undefined): Promise<void> => {
  if (report?.portRequestId === undefined) return;
  const { portRequestId, messageId, bounceType } = report;
  if (bounceType === undefined) {
    tell(real, portRequestId, undefined);
    return;
  }
  const line = await real.mailLedger.bounced(portRequestId, messageId);
  if (line === undefined) throw new MailNotInLedgerError(`No mail ${messageId} of ${portRequestId}`);
  const lost = { sequence: line.sequence, template: line.template, bounceType };
  await recordOnce(real, portRequestId, lost);
  tell(real, portRequestId, lost);
};

/**
 * Answers: did a mail not reach anybody? Marks its line in the ledger, and the history says so once, so that a start link
 * that came back is seen by people and not only by a mail service. Deliveries and the like are passed over.
 */
export const newHandler = (deps: () => BounceDeps) =>
  queue({ name: 'record-bounce', message: mailReport }, deps, recordBounce);
