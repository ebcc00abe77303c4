import type { InstantText } from '../functions/calendar/clock.ts';
import type { Mailer } from '../functions/correspondence/mailer.ts';

/** A mail that was sent, as whoever received it sees it. */
export type ReceivedMail = {
  readonly id: string;
  readonly at: InstantText;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly template: string;
  readonly language: string;
  readonly portRequestId: string;
};

/** Everybody's mailbox in one: where the sandbox's mails end. */
export type Mailbox = Mailer & {
  /** Oldest first. */
  readonly mails: () => readonly ReceivedMail[];
  readonly clear: () => void;
};

export const createMailbox = (at: () => InstantText): Mailbox => {
  let mails: readonly ReceivedMail[] = [];
  let count = 0;
  return {
    send: async ({ to, subject, text, html, tags }) => {
      count += 1;
      const id = `mail_${count}`;
      mails = [...mails, { id, at: at(), to, subject, text, html, ...tags }];
      return { messageId: id };
    },
    mails: () => mails,
    clear: () => {
      mails = [];
    },
  };
};
