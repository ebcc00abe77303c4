import { describe, expect, test } from 'vitest';
import {
  type MailOfRequest,
  type MailState,
  nameOfMail,
  type UnneededReason,
} from '../../functions/repair/mails-of.ts';
import { resendOf } from '../../functions/repair/resend.ts';

const mail = (
  sequence: number,
  template: MailOfRequest['template'],
  state: MailState,
  unneeded: UnneededReason | null = null,
): MailOfRequest => ({
  sequence,
  template,
  audience: 'contact',
  state,
  at: '2026-03-30T08:00:00Z',
  unneeded,
});

/** A plan in a word: what is put on its way, `again` where it went out before, or why nothing is. */
const planned = (mails: readonly MailOfRequest[], name: string, again = false): string => {
  const plan = resendOf(mails, name, again);
  if (plan.kind === 'refused') return plan.why;
  return [...plan.mails.map(nameOfMail), ...(plan.wentOut ? ['again'] : [])].join(' ');
};

describe('Which mails are put on their way again', () => {
  const overdue = [
    mail(4, 'desk_answer_overdue', 'sent'),
    mail(5, 'desk_answer_overdue', 'unsent'),
    mail(6, 'desk_answer_overdue', 'sending'),
    mail(7, 'approved', 'bounced'),
  ];

  test.each([
    [
      'those of the template that never went out',
      'desk_answer_overdue',
      false,
      '5#desk_answer_overdue 6#desk_answer_overdue',
    ],
    [
      'those alone, also where others could go out again',
      'desk_answer_overdue',
      true,
      '5#desk_answer_overdue 6#desk_answer_overdue',
    ],
    ['the one that is named', '6#desk_answer_overdue', false, '6#desk_answer_overdue'],
    ['none that went out', '4#desk_answer_overdue', false, 'went_out'],
    ['one that went out, once more', '4#desk_answer_overdue', true, '4#desk_answer_overdue again'],
    ['none that came back, unless asked for', 'approved', false, 'went_out'],
    ['one that came back, once more', 'approved', true, '7#approved again'],
    ['none that nothing asks for', 'completed', true, 'no_such_mail'],
    ['none of another entry', '9#approved', true, 'no_such_mail'],
  ])('%s', (_, name, again, expected) => {
    expect(planned(overdue, name, again)).toBe(expected);
  });

  test('of several that went out the newest alone', () => {
    const reminders = [mail(5, 'start_reminder', 'sent'), mail(9, 'start_reminder', 'sent')];
    expect(planned(reminders, 'start_reminder', true)).toBe('9#start_reminder again');
  });

  test.each(['dead_link', 'undone', 'no_address', 'erased'] as const)(
    'none that helps nobody: %s',
    (reason) => {
      for (const state of ['unsent', 'sending', 'sent', 'bounced'] as const)
        expect(planned([mail(5, 'window_opened', state, reason)], 'window_opened', true)).toBe(reason);
    },
  );
});
