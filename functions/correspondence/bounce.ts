import * as z from 'zod';
import type { Facts } from '../port-request/facts.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import { theClock } from '../port-request/status.ts';
import type { MailKey } from './mail-ledger.ts';
import { endpointMailTemplate, type MailTemplate, mailTemplates } from './mail-template.ts';

/**
 * Why a mail counts as not read. `permanent`: no such mailbox, or one that was told to take nothing of us. `transient`: given
 * up after hours of trying. `rejected`: held back as harmful before it left. `complaint`: it arrived and was called spam,
 * after which this address is sent nothing more.
 */
export const bounceTypes = ['permanent', 'transient', 'undetermined', 'rejected', 'complaint'] as const;

export type BounceType = (typeof bounceTypes)[number];

/** What the mail service reported of one mail. */
export type MailReport = {
  /** Undefined for a mail that stands in no ledger. */
  readonly mail: MailKey | undefined;
  /** Undefined where the report does not say that the mail was lost. */
  readonly bounceType: BounceType | undefined;
};

const mailEvent = z.object({
  eventType: z.string(),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).optional() }),
});

type MailEvent = z.infer<typeof mailEvent>;

/**
 * A soft bounce is reported only once SES has given up, so the mail is lost. Save the general one: it is also what an
 * "out of office" comes back as, and that mail arrived.
 */
const bounceTypeOf = ({ eventType, bounce }: MailEvent): BounceType | undefined => {
  if (eventType === 'Complaint') return 'complaint';
  if (eventType === 'Reject') return 'rejected';
  if (eventType !== 'Bounce') return undefined;
  if (bounce?.bounceType === 'Permanent') return 'permanent';
  if (bounce?.bounceType === 'Transient') return bounce.bounceSubType === 'General' ? undefined : 'transient';
  return 'undetermined';
};

const sequenceTag = z.tuple([z.coerce.number().pipe(z.int().min(1))]);

const requestTags = z.object({
  portRequestId: z.tuple([z.string()]),
  sequence: sequenceTag,
  template: z.tuple([z.enum(mailTemplates)]),
});

const endpointTags = z
  .object({
    endpointId: z.tuple([z.string()]),
    sequence: sequenceTag,
    template: z.tuple([z.literal(endpointMailTemplate)]),
  })
  // In the ledger the endpoint stands for the request.
  .transform(({ endpointId: portRequestId, ...others }) => ({ ...others, portRequestId }));

const ownTags = z.union([requestTags, endpointTags]);

/** The mail that tags name: a mail may go out twice, under two message ids, and both are this one. */
const mailOf = ({ mail: { tags } }: MailEvent): MailKey | undefined => {
  const own = ownTags.safeParse(tags);
  if (!own.success) return undefined;
  const {
    portRequestId: [portRequestId],
    sequence: [sequence],
    template: [template],
  } = own.data;
  return { portRequestId, sequence, template };
};

/**
 * An event that SES publishes, as EventBridge delivers it, as a report. What is no such event is refused, so that a wrong
 * rule shows.
 */
export const mailReport = z
  .object({ source: z.literal('aws.ses'), detail: mailEvent })
  .transform(({ detail }): MailReport => ({ mail: mailOf(detail), bounceType: bounceTypeOf(detail) }));

/** Which mail of a request was lost, and how. */
export type LostMail = {
  readonly sequence: number;
  readonly template: MailTemplate;
  readonly bounceType: BounceType;
};

/** Whether the history already says that this mail was lost. */
export const isRecorded = (history: readonly HistoryEntry[], { sequence, template }: LostMail): boolean =>
  history.some(
    ({ type, data }) =>
      type === 'port_request.mail_bounced' && data['sequence'] === sequence && data['template'] === template,
  );

/** Notes a lost mail in the history, in whichever status: it changes none. Names the mail, never the address. */
export const recordLostMail = (
  request: PortRequest,
  { sequence, template, bounceType }: LostMail,
  facts: Facts,
): Decision =>
  decided(
    record(startRecording(request), facts, {
      type: 'port_request.mail_bounced',
      actor: theClock,
      data: { template, sequence, bounceType },
      request,
    }),
  );
