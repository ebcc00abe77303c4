import * as z from 'zod';
import type { Mailer } from '../correspondence/mailer.ts';
import type { MailSettings } from '../correspondence/send-mail.queue.ts';
import { languages } from '../language.ts';
import { elapsedMilliseconds, pause } from '../runtime/elapsed-time.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { notingLastGoodValue } from './last-good-value.ts';
import { mailTurns } from './mail-rate.ts';
import { realTelemetry } from './real-telemetry.ts';
import { mailClient, sesMailer, sesSendRate } from './ses-mailer.ts';

const mailerEnv = z.object({
  MAIL_FROM: z.string().min(1),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  MAIL_CONCURRENCY: z.coerce.number().pipe(z.int().min(1)),
});

/** Longer, and a mail is better off in the queue than in a worker that waits. */
const longestWaitMilliseconds = 5000;

const realMailClient = lazy(mailClient);

/** SES. */
export const realMailer: () => Mailer = lazy(() => {
  const env = readEnv(mailerEnv);
  return sesMailer({
    client: realMailClient(),
    sender: env.MAIL_FROM,
    configurationSet: env.MAIL_CONFIGURATION_SET,
  });
});

/** A turn to send, so that all senders together are no faster than this account may be. */
export const realMailTurn: () => () => Promise<void> = lazy(() =>
  mailTurns({
    perSecond: sesSendRate({
      client: realMailClient(),
      senders: readEnv(mailerEnv).MAIL_CONCURRENCY,
      wallClock: systemClock,
      onCovered: notingLastGoodValue(realTelemetry(), 'mail-rate'),
    }),
    elapsedMilliseconds,
    pause,
    longestWaitMilliseconds,
  }),
);

const settingsEnv = z.object({
  PORTAL_URL: z.url(),
  START_LINK_BASE: z.url(),
  DESK_EMAIL: z.email(),
  DESK_LANGUAGE: z.enum(languages),
  FONZER_EMAIL: z.email(),
  /** Empty: none is given in mails. */
  FONZER_PHONE: z.string(),
});

/** Where this stage's mails lead and who stands behind them. */
export const realMailSettings: () => MailSettings = lazy(() => {
  const env = readEnv(settingsEnv);
  return {
    portalUrl: env.PORTAL_URL,
    startLinkBase: env.START_LINK_BASE,
    desk: { email: env.DESK_EMAIL, language: env.DESK_LANGUAGE },
    fonzerContact: { email: env.FONZER_EMAIL, phone: env.FONZER_PHONE === '' ? null : env.FONZER_PHONE },
  };
});
