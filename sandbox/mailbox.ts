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
  /** Null for a mail that belongs to no request. */
  readonly portRequestId: string | null;
};

/** Everybody's mailbox in one: where the sandbox's mails end. */
export type Mailbox = Mailer & {
  /** Oldest first. */
  readonly mails: () => readonly ReceivedMail[];
  readonly clear: () => void;
  readonly save: () => SavedMailbox;
};

/** A mailbox as data. `sent` goes on counting where mails were cleared away: ids are never given twice. */
export type SavedMailbox = { readonly sent: number; readonly mails: readonly ReceivedMail[] };

/** The mailbox: empty, or as it was saved. `at` says when a mail comes in. */
export const createMailbox = (
  at: () => InstantText,
  saved: SavedMailbox = { sent: 0, mails: [] },
): Mailbox => {
  const mails = [...saved.mails];
  let { sent } = saved;
  return {
    send: async ({ to, subject, text, html, tags }) => {
      sent += 1;
      const id = `mail_${sent}`;
      const { template, language, portRequestId = null } = tags;
      mails.push({ id, at: at(), to, subject, text, html, template, language, portRequestId });
      return { messageId: id };
    },
    mails: () => [...mails],
    clear: () => {
      mails.length = 0;
    },
    save: () => ({ sent, mails: [...mails] }),
  };
};
