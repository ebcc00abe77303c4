import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { mailClient, senderHeaderOf, sesMailer, sesSendRate } from '../../functions/aws/ses-mailer.ts';
import { MailRefusedError, type OutgoingMail } from '../../functions/correspondence/mailer.ts';
import { startEndpoint, type WireAnswer, type WireCall } from './aws-endpoint.ts';

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

const xml = (status: number, body: string): WireAnswer => ({ status, body, type: 'text/xml' });

const taken = (messageId: string): WireAnswer =>
  xml(
    200,
    `<SendEmailResponse ${namespace}><SendEmailResult><MessageId>${messageId}</MessageId></SendEmailResult>` +
      '<ResponseMetadata><RequestId>r1</RequestId></ResponseMetadata></SendEmailResponse>',
  );

/** An error as SES words it. */
const refused = (status: number, code: string, message: string): WireAnswer =>
  xml(
    status,
    `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>` +
      '<RequestId>r1</RequestId></ErrorResponse>',
  );

const mail: OutgoingMail = {
  to: 'luc@reseller.example',
  subject: 'Uw overdracht – Bakkerij Dupont & Zonen',
  text: 'Goedemorgen,\n50 % van "alles" is klaar & getekend – één dag.',
  html: '<p>Goedemorgen &amp; welkom – één dag.</p>',
  tags: {
    template: 'request_received',
    language: 'nl',
    portRequestId: 'prt_01KJTEST0000000000000000AA',
    sequence: '2',
  },
};

const mailerOn = async (answer: (call: WireCall) => WireAnswer) => {
  const { calls, config } = await startEndpoint(answer);
  const client = mailClient({
    ...config,
    requestHandler: { requestTimeout: 200, throwOnRequestTimeout: true },
  });
  return {
    calls,
    mailer: sesMailer({
      client,
      sender: 'Fonzer nummeroverdracht <porting@fonzer.example>',
      configurationSet: 'porting-mails',
    }),
  };
};

const failureOf = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('A mail through SES', () => {
  test('goes out with both texts in UTF-8, its sender by name, its configuration set and its tags', async () => {
    const { calls, mailer } = await mailerOn(() => taken('message-1'));
    expect(await mailer.send(mail)).toEqual({ messageId: 'message-1' });
    expect(calls).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(calls[0]?.text))).toEqual({
      Action: 'SendEmail',
      Version: '2010-12-01',
      Source: '"Fonzer nummeroverdracht" <porting@fonzer.example>',
      'Destination.ToAddresses.member.1': 'luc@reseller.example',
      'Message.Subject.Data': mail.subject,
      'Message.Subject.Charset': 'UTF-8',
      'Message.Body.Text.Data': mail.text,
      'Message.Body.Text.Charset': 'UTF-8',
      'Message.Body.Html.Data': mail.html,
      'Message.Body.Html.Charset': 'UTF-8',
      ConfigurationSetName: 'porting-mails',
      'Tags.member.1.Name': 'template',
      'Tags.member.1.Value': 'request_received',
      'Tags.member.2.Name': 'language',
      'Tags.member.2.Value': 'nl',
      'Tags.member.3.Name': 'portRequestId',
      'Tags.member.3.Value': 'prt_01KJTEST0000000000000000AA',
      'Tags.member.4.Name': 'sequence',
      'Tags.member.4.Value': '2',
    });
  });

  test('goes out without a tag that SES would refuse it for', async () => {
    const { calls, mailer } = await mailerOn(() => taken('message-1'));
    await mailer.send({ ...mail, tags: { ...mail.tags, portRequestId: 'prt 1', sequence: '' } });
    const sent = Object.entries(Object.fromEntries(new URLSearchParams(calls[0]?.text)));
    expect(sent.filter(([name]) => name.startsWith('Tags.')).map(([, value]) => value)).toEqual([
      'template',
      'request_received',
      'language',
      'nl',
    ]);
  });

  test.each([
    [400, 'MessageRejected', 'Email address is not verified: luc@reseller.example'],
    [400, 'MailFromDomainNotVerifiedException', 'The MAIL FROM domain is not verified'],
    [400, 'Throttling', 'Maximum sending rate exceeded.'],
    [400, 'AccountSendingPausedException', 'Sending is paused'],
    [400, 'ConfigurationSetSendingPausedException', 'Sending is paused'],
    [400, 'ConfigurationSetDoesNotExist', 'Configuration set does not exist'],
    [400, 'InvalidParameterValue', 'Local address contains control or whitespace: luc@reseller.example'],
    [403, 'AccessDenied', 'Not authorized to perform ses:SendEmail'],
    [403, 'SignatureDoesNotMatch', 'The signature does not match'],
  ])('that SES answers with %i %s was certainly not taken, and no address is told', async (...answer) => {
    const { calls, mailer } = await mailerOn(() => refused(...answer));
    const failure = await failureOf(mailer.send(mail));
    expect(failure).toBeInstanceOf(MailRefusedError);
    expect(String(failure)).not.toContain('@');
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['a 500', refused(500, 'InternalFailure', 'Try again')],
    ['a 503', refused(503, 'ServiceUnavailable', 'Try again')],
    ['a broken connection', 'break the connection'],
    ['no answer in time', 'never answer'],
    ['an answer without a message id', xml(200, `<SendEmailResponse ${namespace}/>`)],
  ] as const)(
    'after %s may have gone out: it is sent once, and not said to be refused',
    async (_, answer) => {
      const { calls, mailer } = await mailerOn(() => answer);
      const failure = await failureOf(mailer.send(mail));
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(MailRefusedError);
      expect(calls).toHaveLength(1);
    },
  );

  test('was certainly not taken where nobody listens', async () => {
    const client = mailClient({
      endpoint: 'http://127.0.0.1:9',
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const mailer = sesMailer({
      client,
      sender: 'a@b.example',
      configurationSet: 'c',
    });
    expect(await failureOf(mailer.send(mail))).toBeInstanceOf(MailRefusedError);
  });

  test('is never repeated by the client, whatever it is configured with', async () => {
    const { calls, config } = await startEndpoint(() => refused(500, 'InternalFailure', 'Try again'));
    const client = mailClient({ ...config, maxAttempts: 3 });
    const mailer = sesMailer({
      client,
      sender: 'a@b.example',
      configurationSet: 'c',
    });
    await failureOf(mailer.send(mail));
    expect(calls).toHaveLength(1);
  });
});

describe('The sender in a header', () => {
  test.each([
    ['porting@fonzer.example', 'porting@fonzer.example'],
    ['<porting@fonzer.example>', 'porting@fonzer.example'],
    ['Fonzer <porting@fonzer.example>', '"Fonzer" <porting@fonzer.example>'],
    ['"Fonzer, porting" <porting@fonzer.example>', '"Fonzer, porting" <porting@fonzer.example>'],
    ['Fonzer "NL" <porting@fonzer.example>', '"Fonzer \\"NL\\"" <porting@fonzer.example>'],
    ['Équipe Fonzer <porting@fonzer.example>', '=?UTF-8?B?w4lxdWlwZSBGb256ZXI=?= <porting@fonzer.example>'],
  ])('of %s is %s', (sender, header) => {
    expect(senderHeaderOf(sender)).toBe(header);
  });

  test('encodes a long name in words of at most 75 characters, and no character is cut', () => {
    const name = 'é'.repeat(60);
    const words = senderHeaderOf(`${name} <p@f.example>`).split(' ').slice(0, -1);
    expect(words.length).toBeGreaterThan(1);
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(75);
    const decoded = words.map((word) =>
      Buffer.from(word.slice('=?UTF-8?B?'.length, -2), 'base64').toString(),
    );
    expect(decoded.join('')).toBe(name);
  });
});

describe('The rate at which one of several senders may send', () => {
  const quota = (rate: string): WireAnswer =>
    xml(
      200,
      `<GetSendQuotaResponse ${namespace}><GetSendQuotaResult><Max24HourSend>50000.0</Max24HourSend>` +
        `<MaxSendRate>${rate}</MaxSendRate><SentLast24Hours>1.0</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`,
    );

  const rateOn = async (answer: () => WireAnswer) => {
    let now = Temporal.Instant.from('2026-04-14T07:00:00Z');
    const covered: unknown[] = [];
    const { calls, config } = await startEndpoint(answer);
    const rate = sesSendRate({
      client: mailClient(config),
      senders: 4,
      wallClock: () => now,
      onCovered: (error) => covered.push(error),
    });
    return {
      calls,
      covered,
      rate,
      pass: (minutes: number) => {
        now = now.add({ minutes });
      },
    };
  };

  test('is its part of four fifths of the account’s, read once and again after five minutes', async () => {
    let perSecond = '20.0';
    const { calls, rate, pass } = await rateOn(() => quota(perSecond));
    expect(await Promise.all([rate(), rate()])).toEqual([4, 4]);
    perSecond = '50.0';
    pass(4);
    expect(await rate()).toBe(4);
    expect(calls).toHaveLength(1);
    pass(1);
    expect(await rate()).toBe(10);
  });

  test('is that of a new account as long as it was never read, and stays the last one later', async () => {
    let answer: WireAnswer = refused(400, 'Throttling', 'Rate exceeded');
    const { covered, rate, pass } = await rateOn(() => answer);
    expect(await rate()).toBe(0.2);
    expect(covered).toHaveLength(1);
    answer = quota('20.0');
    pass(5);
    expect(await rate()).toBe(4);
    answer = refused(403, 'AccessDenied', 'No');
    pass(60 * 48);
    expect(await rate()).toBe(4);
    expect(covered).toHaveLength(2);
  });

  test('is never none', async () => {
    const { rate } = await rateOn(() => quota('0.0'));
    expect(await rate()).toBe(0.2);
  });
});
