import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { LedgerLine } from '../../functions/correspondence/mail-ledger.ts';
import type { Content } from '../../functions/port-request/content.ts';
import type { PortRequest, Status } from '../../functions/port-request/port-request.ts';
import { isMissing, mailsOf, nameOfMail } from '../../functions/repair/mails-of.ts';
import { aContent } from '../support/port-request-builder.ts';
import { recordingsInto } from '../support/port-request-life.ts';

const line = (
  sequence: number,
  template: LedgerLine['template'],
  status: LedgerLine['status'],
): LedgerLine => ({
  portRequestId: 'prt_1',
  sequence,
  template,
  status,
  to: 'luc@reseller.example',
  language: 'nl',
  causedBy: 'evt_1',
  at: '2026-04-14T07:00:00Z',
});

/** The mails of a request in a status, each with where it stands and why it would not go out. */
const mailsIn = (
  status: Status,
  lines: readonly LedgerLine[] = [],
  content: Content = aContent(),
  changes: Partial<PortRequest> = {},
) => {
  const recordings = recordingsInto(status);
  const request = recordings.at(-1)?.after;
  if (request === undefined) throw new Error('No request');
  return mailsOf({
    request: { ...request, ...changes },
    history: recordings.flatMap(({ entries }) => entries),
    contents: new Map([[1, content]]),
    lines,
  });
};

const inWords = (mails: ReturnType<typeof mailsIn>) =>
  mails.map(
    (mail) => `${nameOfMail(mail)} ${mail.state}${mail.unneeded === null ? '' : ` ${mail.unneeded}`}`,
  );

describe('The mails of a request', () => {
  test('are those that its history asks for, as the ledger knows them', () => {
    expect(
      inWords(
        mailsIn('ready_to_start', [line(2, 'request_received', 'sent'), line(4, 'approved', 'bounced')]),
      ),
    ).toEqual(['2#request_received sent', '4#approved bounced', '5#window_opened unsent']);
  });

  test('are needed no more where their link would open nothing', () => {
    expect(inWords(mailsIn('in_progress'))).toContain('5#window_opened unsent dead_link');
  });

  test('cannot go out where no address is known, nor to whoever was erased', () => {
    const nobody = aContent({ contact: null, starter: null });
    expect(inWords(mailsIn('approved', [], nobody))).toEqual([
      '2#request_received unsent no_address',
      '4#approved unsent no_address',
    ]);
    expect(inWords(mailsIn('cancelled', [], aContent(), { erasedAt: '2026-05-01T08:00:00Z' }))).toContain(
      '2#request_received unsent erased',
    );
  });

  test('are missing once they had their time, and only while they would go out', () => {
    const opened = Temporal.Instant.from('2026-04-14T07:00:00Z');
    const missingAt = (minutes: number, lines: readonly LedgerLine[] = []) =>
      mailsIn('ready_to_start', lines)
        .filter((mail) => isMissing(mail, opened.add({ minutes })))
        .map(nameOfMail);
    expect(missingAt(1)).toEqual(['2#request_received', '4#approved']);
    expect(missingAt(2)).toEqual(['2#request_received', '4#approved', '5#window_opened']);
    const sending = [
      line(2, 'request_received', 'sent'),
      line(4, 'approved', 'bounced'),
      line(5, 'window_opened', 'sending'),
    ];
    expect([missingAt(1, sending), missingAt(2, sending)]).toEqual([[], ['5#window_opened']]);
    expect(
      mailsIn('in_progress')
        .filter((mail) => isMissing(mail, opened.add({ hours: 9 })))
        .map(nameOfMail),
    ).toEqual(['2#request_received', '4#approved', '6#started']);
  });
});
