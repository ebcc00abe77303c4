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

const onTopic = (event: unknown) => ({
  Type: 'Notification',
  MessageId: 'sns-1',
  TopicArn: 'arn:aws:sns:eu-west-1:000000000000:mail-events',
  Subject: 'Amazon SES Email Event Notification',
  Message: JSON.stringify(event),
  Timestamp: '2026-04-14T07:00:04.000Z',
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
  messageId: mail.messageId,
  portRequestId: 'prt_01',
  bounceType,
});

describe('A report of the mail service', () => {
  test.each([
    ['bare', bounced('Permanent')],
    ['on a topic', onTopic(bounced('Permanent'))],
    ['on the event bus', onBus(bounced('Permanent'))],
  ])('is read %s', (_, body) => {
    expect(mailReport.parse(body)).toEqual(report('permanent'));
  });

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
    expect(mailReport.parse(body)).toEqual(report(bounceType));
  });

  test.each([
    ['an out-of-office, which is a soft bounce of no kind', bounced('Transient', 'General')],
    ['a delivery', { eventType: 'Delivery', delivery: { recipients: [] }, mail }],
    ['a delay', { eventType: 'DeliveryDelay', deliveryDelay: { delayType: 'MailboxFull' }, mail }],
    ['a mail that was sent', { eventType: 'Send', send: {}, mail }],
  ])('of %s says nothing of a loss', (_, body) => {
    expect(mailReport.parse(body)).toEqual(report(undefined));
  });

  test('of a mail that belongs to no request names none', () => {
    const { tags: _, ...untagged } = mail;
    const of = (given: unknown) => mailReport.parse({ ...bounced('Permanent'), mail: given });
    expect(of(untagged)).toEqual({ ...report('permanent'), portRequestId: undefined });
    expect(of({ ...mail, tags: { portRequestId: [] } })).toMatchObject({ portRequestId: undefined });
  });

  test('keeps nothing of addresses and subjects', () => {
    expect(JSON.stringify(mailReport.parse(onTopic(bounced('Permanent'))))).not.toMatch(/@|Start/);
  });

  test('is none where SES tries a new topic with a sentence', () => {
    const trial = {
      ...onTopic({}),
      Message: 'Successfully validated SNS topic for Amazon SES event publishing.',
    };
    expect(mailReport.parse(trial)).toBeUndefined();
  });

  test.each([
    ['another service’s event', { source: 'aws.s3', detail: bounced('Permanent') }],
    ['a notification of an identity, which has no tags', onTopic({ notificationType: 'Bounce', mail })],
    ['an event without its mail', onBus({ eventType: 'Bounce' })],
    ['a text', 'Bounce'],
    ['nothing', null],
  ])('is not %s', (_, body) => {
    expect(mailReport.safeParse(body).success).toBe(false);
  });
});
