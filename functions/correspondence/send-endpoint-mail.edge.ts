import { toInstantText } from '../calendar/clock.ts';
import type { WebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import { renderEndpointMail } from './endpoint-mail.ts';
import type { MailOccasion } from './mail.ts';
import type { EndpointMailJob } from './mail-job.ts';
import { erasedLine } from './mail-ledger.ts';
import { type SendOnceDeps, sendOnce } from './send-once.ts';

/** What the mail about an endpoint needs. */
export type EndpointMailDeps = SendOnceDeps & {
  readonly endpoints: Pick<WebhookEndpoints, 'of'>;
  readonly mailSettings: Pick<MailOccasion, 'fonzerContact'>;
};

/**
 * Writes and sends the mail about an endpoint that was given up, once for each time that it was; not where it is used again or gone.
 * @throws MailBusyError while another sender is at it; whatever keeps the mail from going out.
 */
export const sendEndpointMail = async (real: EndpointMailDeps, job: EndpointMailJob): Promise<void> => {
  const { endpoints } = await real.endpoints.of(job.tenant);
  const endpoint = endpoints.find(({ id }) => id === job.endpointId);
  if (endpoint?.disabledAtPosition !== job.position || endpoint.failingSince === null)
    return real.mailLedger.leave(
      { portRequestId: job.endpointId, sequence: job.position, template: job.template },
      real.wallClock(),
    );
  const { id, url, contactEmail, language, failingSince } = endpoint;
  // Every lane of the endpoint asks for it: those that come late take no turn from other mails.
  const lines = await real.mailLedger.list(id);
  if (lines.some(({ sequence, status }) => sequence === job.position && status !== 'sending')) return;
  // Nobody erases what belongs to no request, so that the address does not stand in the ledger at all.
  const line = erasedLine({
    portRequestId: id,
    sequence: job.position,
    template: job.template,
    to: contactEmail,
    language,
    causedBy: id,
    status: 'sending',
    at: toInstantText(real.now()),
  });
  await sendOnce(real, line, contactEmail, async () => ({
    ...renderEndpointMail({ id, url, language, failingSince }, real.mailSettings.fonzerContact),
    tags: { endpointId: id, sequence: `${job.position}` },
  }));
};
