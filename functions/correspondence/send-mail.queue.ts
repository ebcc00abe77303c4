import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toInstantText } from '../calendar/clock.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import type { Language } from '../language.ts';
import { deadlinesOf } from '../port-request/deadlines.ts';
import type { FactsDeps } from '../port-request/gather-facts.edge.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import { hashOfStartToken, newStartToken, type StartTokens } from '../window/start-tokens.ts';
import { type MailOccasion, type RenderedMail, renderMail } from './mail.ts';
import { endpointMailJob, type MailJob, mailJob } from './mail-job.ts';
import { bringsDeadLink, bringsStartLink, callsUndoneDone } from './needed-mail.ts';
import { recipientOf } from './occasions.ts';
import { requestAsOf } from './request-as-of.ts';
import { type EndpointMailDeps, sendEndpointMail } from './send-endpoint-mail.edge.ts';
import { sendOnce } from './send-once.ts';

/** Where mails lead and who sends them; settings of a stage. */
export type MailSettings = {
  /** MyFonzer, without a slash at the end. */
  readonly portalUrl: string;
  /** Before a start token: `https://…/start/`. */
  readonly startLinkBase: string;
  readonly desk: { readonly email: string; readonly language: Language };
  readonly fonzerContact: { readonly email: string; readonly phone: string | null };
};

/** What writing and sending a mail needs. */
export type MailDeps = Pick<FactsDeps, 'now' | 'closedDays'> &
  EndpointMailDeps &
  Telemetry & {
    readonly requests: PortRequests;
    readonly startTokens: StartTokens;
    readonly mailSettings: MailSettings;
  };

const newStartLink = async (
  { startTokens, mailSettings }: MailDeps,
  request: PortRequest,
): Promise<string | null> => {
  const attempt = currentAttempt(request);
  if (attempt === undefined) return null;
  const token = newStartToken();
  await startTokens.keep(hashOfStartToken(token), {
    portRequestId: request.id,
    attempt: attempt.number,
    generation: attempt.linkGeneration,
    tries: 0,
  });
  return `${mailSettings.startLinkBase}${token}`;
};

const writeMail = async (
  real: MailDeps,
  job: MailJob,
  occasion: Pick<MailOccasion, 'request' | 'content' | 'entry' | 'language'>,
): Promise<RenderedMail> => {
  const { request, entry } = occasion;
  const { portalUrl, fonzerContact } = real.mailSettings;
  const calendar = workingCalendar(await real.closedDays());
  return renderMail({
    ...occasion,
    template: job.template,
    deadlines: deadlinesOf(request, Temporal.Instant.from(entry.occurredAt), calendar),
    calendar,
    portalUrl,
    startUrl: bringsStartLink(job) ? await newStartLink(real, request) : null,
    fonzerContact,
  });
};

/**
 * Writes and sends one mail. The message may come twice: the ledger lets it out once. A mail that cannot be sent comes
 * back with the queue's retry and never touches the request.
 */
const sendMail = async (real: MailDeps, job: MailJob): Promise<void> => {
  const { requests, mailSettings } = real;
  const request = await requests.find(job.portRequestId);
  const entry = (await requests.history(job.portRequestId)).find(({ sequence }) => sequence === job.sequence);
  if (request === undefined || entry === undefined)
    throw new Error(`No entry ${job.sequence} of ${job.portRequestId}`);
  const leave = () => real.mailLedger.leave(job, real.wallClock());
  if (bringsDeadLink(job, request, entry)) return leave();
  const frozen =
    entry.attempt === null ? undefined : await requests.attemptContent(request.id, entry.attempt);
  const content = frozen ?? request.content;
  if (callsUndoneDone(job, request, entry, content)) return leave();
  const then = requestAsOf(request, entry);
  const recipient = recipientOf(job.audience, content, mailSettings.desk);
  if (recipient === undefined) return leave();
  const line = {
    portRequestId: request.id,
    sequence: entry.sequence,
    template: job.template,
    to: recipient.email,
    language: recipient.language,
    causedBy: entry.id,
    status: 'sending',
    at: toInstantText(real.now()),
  } as const;
  await sendOnce(real, line, recipient.email, async () => {
    // Erased while it waited for its turn: its address must not come back with the line.
    const isErased = (await requests.find(request.id))?.erasedAt !== request.erasedAt;
    if (isErased && job.audience !== 'desk') return undefined;
    const { language } = recipient;
    const mail = await writeMail(real, job, { request: then, content, entry, language });
    return { ...mail, tags: { portRequestId: request.id, sequence: `${entry.sequence}` } };
  });
};

export const newHandler = (deps: () => MailDeps) =>
  queue({ name: 'send-mail', message: z.union([endpointMailJob, mailJob]) }, deps, (real, job) =>
    'endpointId' in job ? sendEndpointMail(real, job) : sendMail(real, job),
  );
