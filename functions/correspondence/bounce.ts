import * as z from 'zod';
import type { Facts } from '../port-request/facts.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import { theClock } from '../port-request/status.ts';
import type { LedgerLine } from './mail-ledger.ts';

/**
 * Why a mail counts as not read. `permanent`: no such mailbox, or one that was told to take nothing of us. `transient`: given
 * up after hours of trying. `rejected`: held back as harmful before it left. `complaint`: it arrived and was called spam,
 * after which this address is sent nothing more.
 */
export const bounceTypes = ['permanent', 'transient', 'undetermined', 'rejected', 'complaint'] as const;

export type BounceType = (typeof bounceTypes)[number];

/** What the mail service reported of one mail. */
export type MailReport = {
  readonly messageId: string;
  /** Undefined for a mail that belongs to no request. */
  readonly portRequestId: string | undefined;
  /** Undefined where the report does not say that the mail was lost. */
  readonly bounceType: BounceType | undefined;
};

const mailEvent = z.object({
  eventType: z.string(),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
  mail: z.object({
    messageId: z.string().min(1),
    tags: z.record(z.string(), z.array(z.string())).optional(),
  }),
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

const notificationEnvelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

const busEnvelope = z.object({ source: z.literal('aws.ses'), detail: z.unknown() });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * The event out of its envelope: a topic's, whose message is a text; the event bus's, or none. Undefined for the plain
 * sentence that SES puts on a new topic to try it.
 */
const unwrap = (body: unknown): unknown => {
  const notification = notificationEnvelope.safeParse(body);
  if (notification.success) return parseJson(notification.data.Message);
  const onBus = busEnvelope.safeParse(body);
  return onBus.success ? onBus.data.detail : body;
};

/**
 * An event that SES publishes, bare or in the envelope of SNS or EventBridge, as a report; undefined for SES's trial of a
 * topic. What is no such event at all is refused, so that a wrong subscription shows.
 */
export const mailReport = z
  .unknown()
  .transform(unwrap)
  .pipe(mailEvent.optional())
  .transform((event): MailReport | undefined =>
    event === undefined
      ? undefined
      : {
          messageId: event.mail.messageId,
          portRequestId: event.mail.tags?.['portRequestId']?.[0],
          bounceType: bounceTypeOf(event),
        },
  );

/** Which mail of a request was lost, and how. */
export type LostMail = Pick<LedgerLine, 'sequence' | 'template'> & { readonly bounceType: BounceType };

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
