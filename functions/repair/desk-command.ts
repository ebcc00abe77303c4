import * as z from 'zod';
import { mailTemplates } from '../correspondence/mail-template.ts';
import { audiences } from '../correspondence/occasions.ts';
import { deskTaskKinds } from '../desk/desk-task.ts';
import { lifecycleDecisions } from '../lifecycle/next-step.ts';
import { statuses } from '../port-request/status.ts';
import { mostTakenAtOnce } from './dead-letters.ts';
import { findingCodes } from './inspection.ts';
import { mailStates, unneededReasons } from './mails-of.ts';
import { queueNames, wokenNames } from './queue-names.ts';
import { resendRefusals } from './resend.ts';
import { restartRefusals } from './restart.ts';
import { disagreements } from './verification.ts';

const portRequestId = z.string().regex(/^prt_[0-9A-Za-z]{1,60}$/, 'is no id of a request, as prt_…');

/** Who asks, by a name of the login's form: it stands in the log, which holds no addresses. */
const askedBy = z.string().regex(/^[\w.-]{1,64}$/, 'is no login');

/** Without it nothing is changed: the answer says what would be. */
const confirmed = z.boolean().default(false);

const limit = z.int().min(1).max(mostTakenAtOnce).default(mostTakenAtOnce);

/** What operations ask for. Whatever changes something says first what it would do. */
export const deskCommand = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('inspect'),
    askedBy,
    portRequestId,
    /** Whether phone numbers are shown whole. */
    showsNumbers: z.boolean().default(false),
  }),
  z.strictObject({ command: z.literal('verify'), askedBy, portRequestId }),
  z.strictObject({ command: z.literal('missing-mails'), askedBy, portRequestId }),
  z.strictObject({
    command: z.literal('resend'),
    askedBy,
    portRequestId,
    /** A template, or one mail of it as `4#approved`. */
    mail: z.string().regex(/^(\d{1,6}#)?[a-z_]{1,60}$/, 'is no mail, as approved or 4#approved'),
    /** Whether a mail that went out is to go out once more. */
    again: z.boolean().default(false),
    confirmed,
  }),
  z.strictObject({
    command: z.literal('restart'),
    askedBy,
    portRequestId,
    /** The newest where it is left out. */
    attempt: z.int().min(1).optional(),
    confirmed,
  }),
  z.strictObject({ command: z.literal('queues'), askedBy }),
  /** What fed these queues holds no work: only queues of work are redriven. */
  z.strictObject({ command: z.literal('redrive'), askedBy, queue: z.enum(queueNames), limit }),
  z.strictObject({ command: z.literal('purge'), askedBy, queue: z.enum(wokenNames), limit }),
]);

export type DeskCommand = z.input<typeof deskCommand>;

const count = z.int().min(0);
const instant = z.string().nullable();

const mail = z.strictObject({
  sequence: z.int(),
  template: z.enum(mailTemplates),
  audience: z.enum(audiences),
  state: z.enum(mailStates),
  at: z.string(),
  unneeded: z.enum(unneededReasons).nullable(),
});

const verification = z.strictObject({
  entries: count,
  firstBrokenSequence: z.int().nullable(),
  disagreements: z.array(z.enum(disagreements)).readonly(),
});

const unknownRequest = <Command extends string>(command: Command) =>
  z.strictObject({ command: z.literal(command), kind: z.literal('no_such_request') });

/** What is answered, by the command it answers. No token, name, address or text of anybody. */
export const deskAnswer = z.union([
  unknownRequest('inspect'),
  z.strictObject({
    command: z.literal('inspect'),
    kind: z.literal('inspected'),
    portRequestId: z.string(),
    status: z.enum(statuses),
    version: count,
    updatedAt: z.string(),
    attempt: z.int().nullable(),
    deadlines: z.strictObject({
      answerDue: instant,
      windowDays: z.string().nullable(),
      completionDue: instant,
      due: instant,
    }),
    phase: z.enum(lifecycleDecisions).nullable(),
    wait: z.strictObject({ waitingSince: z.string(), seenVersion: z.int() }).nullable(),
    newestRun: z.strictObject({ run: z.int(), isRunning: z.boolean(), hasEnded: z.boolean() }).nullable(),
    numbers: z.strictObject({
      held: z.array(z.string()).readonly(),
      missing: z.array(z.string()).readonly(),
      leftBehind: z.array(z.string()).readonly(),
    }),
    mails: z.array(mail).readonly(),
    publishedThrough: count,
    deliveries: z
      .array(
        z.strictObject({
          endpointId: z.string(),
          position: z.int(),
          type: z.string(),
          status: z.enum(['pending', 'delivered', 'failed']),
          attempts: count,
          nextAttemptAt: instant,
        }),
      )
      .readonly(),
    deskTasks: z
      .array(z.strictObject({ what: z.enum(deskTaskKinds), since: z.string(), sequence: z.int() }))
      .readonly(),
    verification,
    findings: z
      .array(
        z.strictObject({
          code: z.enum(findingCodes),
          what: z.string().nullable(),
          mend: z.string().nullable(),
        }),
      )
      .readonly(),
  }),
  unknownRequest('verify'),
  verification.extend({ command: z.literal('verify'), kind: z.literal('verified') }),
  unknownRequest('missing-mails'),
  z.strictObject({
    command: z.literal('missing-mails'),
    kind: z.literal('listed'),
    mails: z.array(mail).readonly(),
  }),
  unknownRequest('resend'),
  z.strictObject({
    command: z.literal('resend'),
    kind: z.enum(['ready', 'done']),
    mails: z.array(mail).readonly(),
    wentOut: z.boolean(),
  }),
  z.strictObject({
    command: z.literal('resend'),
    kind: z.literal('refused'),
    why: z.enum(resendRefusals),
    /** What there is to choose from. */
    mails: z.array(mail).readonly(),
  }),
  unknownRequest('restart'),
  z.strictObject({
    command: z.literal('restart'),
    kind: z.enum(['ready', 'done']),
    attempt: z.int(),
    run: z.int(),
    phase: z.enum(lifecycleDecisions),
  }),
  z.strictObject({
    command: z.literal('restart'),
    kind: z.literal('refused'),
    why: z.enum(restartRefusals),
    newestRun: z.int().nullable(),
  }),
  z.strictObject({
    command: z.literal('queues'),
    kind: z.literal('counted'),
    queues: z
      .array(z.strictObject({ name: z.enum([...queueNames, ...wokenNames]), waiting: count, dead: count }))
      .readonly(),
  }),
  z.strictObject({ command: z.literal('redrive'), kind: z.literal('done'), taken: count, left: count }),
  z.strictObject({ command: z.literal('purge'), kind: z.literal('done'), taken: count, left: count }),
]);

export type DeskAnswer = z.output<typeof deskAnswer>;
