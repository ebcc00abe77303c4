import { type MailOfRequest, nameOfMail } from './mails-of.ts';

/** Why no mail is put on its way again. */
export const resendRefusals = [
  'no_such_mail',
  'went_out',
  'dead_link',
  'undone',
  'no_address',
  'erased',
] as const;

export type ResendRefusal = (typeof resendRefusals)[number];

/** What asking for a mail again comes to. */
export type ResendPlan =
  | {
      readonly kind: 'ready';
      /** To be put on the queue. */
      readonly mails: readonly MailOfRequest[];
      /** Whether they went out before, so that the ledger has to let them out once more. */
      readonly wentOut: boolean;
    }
  | { readonly kind: 'refused'; readonly why: ResendRefusal };

const isCalled =
  (name: string) =>
  (mail: MailOfRequest): boolean =>
    mail.template === name || nameOfMail(mail) === name;

const wentOut = ({ state }: MailOfRequest): boolean => state === 'sent' || state === 'bounced';

/**
 * Which mails to put on their way: those of this name that never went out; where all did, the newest of them once more, but only if
 * that is what was asked for.
 * @param name a template, or one mail of it as `4#approved`.
 * @param again whether a mail that went out is to go out again.
 */
export const resendOf = (mails: readonly MailOfRequest[], name: string, again: boolean): ResendPlan => {
  const called = mails.filter(isCalled(name));
  const last = called.at(-1);
  if (last === undefined) return { kind: 'refused', why: 'no_such_mail' };
  const left = called.filter((mail) => !wentOut(mail) && mail.unneeded === null);
  if (left.length > 0) return { kind: 'ready', mails: left, wentOut: false };
  const newest = called.findLast(wentOut) ?? last;
  if (newest.unneeded !== null) return { kind: 'refused', why: newest.unneeded };
  return again ? { kind: 'ready', mails: [newest], wentOut: true } : { kind: 'refused', why: 'went_out' };
};
