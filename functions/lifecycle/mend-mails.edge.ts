import { type EndpointMails, type MailQueue, mailJob } from '../correspondence/mail-job.ts';
import type { MailLedger } from '../correspondence/mail-ledger.ts';
import { endpointMailTemplate } from '../correspondence/mail-template.ts';
import { mailsCausedBy } from '../correspondence/occasions.ts';
import { measured } from '../metrics/metrics.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import type { WebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import { longestMendingMinutes, type Mending } from './mending.edge.ts';
import type { StandingMail } from './standing.ts';

/** What putting mails on their way again needs. */
export type MailDeps = Telemetry & {
  readonly requests: Pick<PortRequests, 'history'>;
  readonly mailLedger: Pick<MailLedger, 'list'>;
  readonly mailQueue: MailQueue;
  readonly endpointMails: EndpointMails;
  readonly endpoints: Pick<WebhookEndpoints, 'tenantOf'>;
};

const putAgain = async (
  { requests, mailQueue, endpointMails, endpoints }: MailDeps,
  { portRequestId, sequence, template }: StandingMail,
): Promise<number> => {
  if (template === endpointMailTemplate) {
    const tenant = await endpoints.tenantOf(portRequestId);
    // An endpoint that is gone is told of to nobody.
    if (tenant === undefined) return 0;
    await endpointMails.put({ template, tenant, endpointId: portRequestId, position: sequence });
    return 1;
  }
  const history = await requests.history(portRequestId);
  const entry = history.find((each) => each.sequence === sequence);
  const planned = entry && mailsCausedBy(entry).find((each) => each.template === template);
  await mailQueue.put([mailJob.parse({ ...planned, portRequestId, sequence })]);
  return 1;
};

/**
 * Puts the mails on the queue again whose sending began and did not end: their message was lost, or put aside. The ledger lets
 * each out once, so that a sender who is only slow sends it alone.
 */
export const mendMails = async (
  real: MailDeps,
  mending: Mending,
  suspects: readonly StandingMail[],
): Promise<void> => {
  const stuck: StandingMail[] = [];
  for (const suspect of suspects) {
    if (mending.isOver(longestMendingMinutes)) break;
    const lines = await real.mailLedger.list(suspect.portRequestId);
    const isSending = lines.some(
      ({ sequence, template, status }) =>
        sequence === suspect.sequence && template === suspect.template && status === 'sending',
    );
    if (isSending) stuck.push(suspect);
  }
  real.metrics.put([measured('MailsNotSent', {}, stuck.length)]);
  for (const mail of stuck) {
    const { portRequestId, sequence, template } = mail;
    await mending.mend('mail_queued_again', { portRequestId, sequence, template }, () =>
      putAgain(real, mail),
    );
  }
};
