import {
  GetSendQuotaCommand,
  type MessageTag,
  SESClient,
  type SESClientConfig,
  SESServiceException,
  SendEmailCommand,
} from '@aws-sdk/client-ses';
import type { Now } from '../calendar/clock.ts';
import { type Mailer, MailRefusedError, type OutgoingMail } from '../correspondence/mailer.ts';
import { refreshed } from './refreshed-value.ts';
import { requestLimits } from './request-limits.ts';

/**
 * A client of SES that never repeats a call by itself. The SDK would, up to three times, also after a time-out or a
 * broken connection, when the mail may have gone out; SES has no token by which it could tell the second one.
 */
export const mailClient = (config: SESClientConfig = {}): SESClient =>
  new SESClient({ ...requestLimits, ...config, maxAttempts: 1 });

/** Errors of a connection that was never made, so that nothing was sent over it. */
const unconnected: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/**
 * Whether SES certainly did not take the mail: it answered with a 4xx (rejected, sender not verified, throttled, sending
 * paused), or it was never reached. After a 5xx, a time-out or a broken connection the mail may be on its way.
 */
const isRefusal = (error: unknown): error is Error => {
  if (error instanceof SESServiceException) {
    const { httpStatusCode = 500 } = error.$metadata;
    return httpStatusCode >= 400 && httpStatusCode < 500;
  }
  return error instanceof Error && 'code' in error && unconnected.includes(error.code);
};

/** SES refuses the whole mail for a tag of other characters. */
const isTagValue = (value: string): boolean => /^[A-Za-z0-9_-]{1,256}$/.test(value);

/**
 * A tag whose value SES would not take is left out: a mail that arrives is worth more than its bounce finding its way. Ours
 * all fit: names of templates, languages, ids and numbers.
 */
const tagsOf = (tags: OutgoingMail['tags']): MessageTag[] =>
  Object.entries(tags).flatMap(([Name, Value]) =>
    Value !== undefined && isTagValue(Value) ? [{ Name, Value }] : [],
  );

/** As many bytes as an encoded word of 75 characters holds (RFC 2047). */
const encodedWordBytes = 45;

const encodedWords = (text: string): string => {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > encodedWordBytes) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join(' ');
};

/**
 * A sender, `Fonzer porting <porting@fonzer.example>` or an address alone, as a mail header takes it: a name of other than
 * plain letters is quoted, or encoded, since SES takes ASCII only here.
 */
export const senderHeaderOf = (sender: string): string => {
  const [, name = '', address = ''] = /^([^<]*)<([^<>]+)>$/.exec(sender) ?? [];
  const plainName = name.trimEnd().replace(/^"(.*)"$/, '$1');
  if (address === '' || plainName === '') return address === '' ? sender : address;
  return /^[\x20-\x7e]*$/.test(plainName)
    ? `"${plainName.replaceAll(/["\\]/g, '\\$&')}" <${address}>`
    : `${encodedWords(plainName)} <${address}>`;
};

type MailerOptions = {
  readonly client: SESClient;
  /** `Fonzer porting <porting@fonzer.example>`, or an address alone. */
  readonly sender: string;
  /** Bounces and complaints are reported by it. */
  readonly configurationSet: string;
};

const utf8 = (Data: string) => ({ Charset: 'UTF-8', Data });

/**
 * Mails through SES. Throws MailRefusedError where a mail was certainly not taken; after any other error it may have gone
 * out, and the ledger's lease decides when it is tried again.
 */
export const sesMailer = ({ client, sender, configurationSet }: MailerOptions): Mailer => ({
  send: async ({ to, subject, text, html, tags }) => {
    try {
      const { MessageId: messageId } = await client.send(
        new SendEmailCommand({
          Source: senderHeaderOf(sender),
          Destination: { ToAddresses: [to] },
          Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
          ConfigurationSetName: configurationSet,
          Tags: tagsOf(tags),
        }),
      );
      if (messageId === undefined) throw new Error('SES named no message id');
      return { messageId };
    } catch (error) {
      // Its name only: SES quotes addresses in its messages, and this one is logged.
      if (isRefusal(error)) throw new MailRefusedError(`SES did not take the mail: ${error.name}`);
      throw error;
    }
  },
});

/** The part of the account's rate that is used: it is also used by others, and clocks are not exact. */
const usedShare = 0.8;

/** What SES gives an account that is new: the rate as long as the real one is unknown. */
const newAccountPerSecond = 1;

const quotaFreshSeconds = 5 * 60;

/**
 * How many mails one of several senders may send per second: its part of four fifths of the account's rate, which differs
 * per account and is read every few minutes. While it cannot be read the last one holds, and before that what a new
 * account has: slow mails are better than none.
 */
export const sesSendRate = ({
  client,
  senders,
  wallClock,
  onCovered,
}: {
  readonly client: SESClient;
  /** How many senders share the account's rate. */
  readonly senders: number;
  readonly wallClock: Now;
  /** Told of a rate that could not be read. */
  readonly onCovered: (error: unknown) => void;
}): (() => Promise<number>) => {
  let accountPerSecond = newAccountPerSecond;
  return refreshed({
    wallClock,
    freshSeconds: quotaFreshSeconds,
    usableSeconds: quotaFreshSeconds,
    onCovered,
    read: async () => {
      try {
        const { MaxSendRate = 0 } = await client.send(new GetSendQuotaCommand({}));
        if (MaxSendRate > 0) accountPerSecond = MaxSendRate;
      } catch (error) {
        onCovered(error);
      }
      return (accountPerSecond * usedShare) / senders;
    },
  });
};
