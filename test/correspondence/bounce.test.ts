import { describe, expect, test } from 'vitest';
import { type MailReport, mailReport } from '../../functions/correspondence/bounce.ts';

const mail = {
  timestamp: '2026-04-14T07:00:02.012Z',
  source: 'Fonzer <porting@fonzer.example>',
  messageId: '0102018f-message-000000',
  destination: ['marie@dupont.example'],
  headers: [{ name: 'Subject', value: 'Start uw overdracht' }],
  tags: {
    'ses:configuration-set': ['porting-mails'],
    'ses:source-ip': ['192.0.2.0'],
    template: ['window_opened'],
    language: ['fr'],
    portRequestId: ['prt_01'],
    sequence: ['5'],
  },
};

const bounced = (bounceType: string, bounceSubType = 'General') => ({
  eventType: 'Bounce',
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: 'marie@dupont.example', status: '5.1.1' }],
    timestamp: '2026-04-14T07:00:03.000Z',
    feedbackId: '0102018f-feedback-000000',
  },
  mail,
});

const onBus = (event: unknown) => ({
  version: '0',
  id: 'bus-1',
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  account: '000000000000',
  time: '2026-04-14T07:00:04Z',
  region: 'eu-west-1',
  resources: [],
  detail: event,
});

const report = (bounceType: MailReport['bounceType']): MailReport => ({
  mail: { portRequestId: 'prt_01', sequence: 5, template: 'window_opened' },
  bounceType,
});

describe('A report of the mail service', () => {
  test.each([
    ['a hard bounce', bounced('Permanent', 'NoEmail'), 'permanent'],
    ['an address that was told to take nothing', bounced('Permanent', 'Suppressed'), 'permanent'],
    ['a full mailbox', bounced('Transient', 'MailboxFull'), 'transient'],
    ['a mail too large', bounced('Transient', 'MessageTooLarge'), 'transient'],
    ['a bounce SES cannot make out', bounced('Undetermined', 'Undetermined'), 'undetermined'],
    ['a bounce of a kind that is new', bounced('Other', 'New'), 'undetermined'],
    ['a bounce without more', { eventType: 'Bounce', mail }, 'undetermined'],
    [
      'a complaint',
      { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' }, mail },
      'complaint',
    ],
    ['a mail held back', { eventType: 'Reject', reject: { reason: 'Bad content' }, mail }, 'rejected'],
  ] as const)('of %s says that the mail was lost', (_, body, bounceType) => {
    expect(mailReport.parse(onBus(body))).toEqual(report(bounceType));
  });

  test.each([
    ['an out-of-office, which is a soft bounce of no kind', bounced('Transient', 'General')],
    ['a delivery', { eventType: 'Delivery', delivery: { recipients: [] }, mail }],
    ['a delay', { eventType: 'DeliveryDelay', deliveryDelay: { delayType: 'MailboxFull' }, mail }],
    ['a mail that was sent', { eventType: 'Send', send: {}, mail }],
  ])('of %s says nothing of a loss', (_, body) => {
    expect(mailReport.parse(onBus(body))).toEqual(report(undefined));
  });

  test.each([
    ['no tags', undefined],
    ['no request', { ...mail.tags, portRequestId: [] }],
    ['no entry', { ...mail.tags, sequence: ['first'] }],
    ['no template of ours', { ...mail.tags, template: ['newsletter'] }],
  ])('of a mail with %s names none', (_, tags) => {
    const event = { ...bounced('Permanent'), mail: { ...mail, tags } };
    expect(mailReport.parse(onBus(event))).toEqual({ mail: undefined, bounceType: 'permanent' });
  });

  test('keeps nothing of addresses and subjects', () => {
    expect(JSON.stringify(mailReport.parse(onBus(bounced('Permanent'))))).not.toMatch(/@|Start/);
  });

  test.each([
    ['another service’s event', { source: 'aws.s3', detail: bounced('Permanent') }],
    ['an event without the bus around it', bounced('Permanent')],
    ['an event without its mail', onBus({ eventType: 'Bounce' })],
    ['a text', 'Bounce'],
    ['nothing', null],
  ])('is not %s', (_, body) => {
    expect(mailReport.safeParse(body).success).toBe(false);
  });
});
