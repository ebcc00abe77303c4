import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type SignedWebhook, verifyWebhook, WebhookVerificationError } from '../../client/src/index.ts';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const now = new Date('2026-04-14T07:00:00Z');

const event = {
  sequence: 5,
  id: 'evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
  type: 'port_request.window_opened',
  occurredAt: '2026-04-14T07:00:00Z',
  portRequestId: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
  status: 'ready_to_start',
  previousStatus: 'approved',
  actor: { kind: 'clock', id: null },
  attempt: 1,
  data: { lastDay: '2026-04-27' },
};

type Sent = {
  readonly body?: string;
  readonly id?: string;
  readonly at?: Date;
  readonly signedWith?: string;
};

/** A webhook as it comes in, signed by the reference package. */
const sent = ({ body = JSON.stringify(event), id = event.id, at = now, signedWith = secret }: Sent = {}) => ({
  secret,
  now,
  body,
  headers: {
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': new Webhook(signedWith).sign(id, at, body),
  },
});

const secondsFromNow = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** What becomes of a webhook: its event's id, or why it was refused. */
const verdictOn = async (webhook: SignedWebhook): Promise<string> => {
  try {
    return (await verifyWebhook(webhook)).id;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.reason;
    throw error;
  }
};

const withHeaders = (headers: Readonly<Record<string, string | readonly string[] | undefined>>) => ({
  ...sent(),
  headers: { ...sent().headers, ...headers },
});

describe('A webhook that is taken for ours', () => {
  test('is one that the reference package signed', async () => {
    expect(await verifyWebhook(sent())).toEqual(event);
  });

  test('is one that the service signs, which the reference package takes too', async () => {
    const { body, headers } = sent();
    const message = { id: event.id, timestamp: headers['webhook-timestamp'], body: Buffer.from(body) };
    const signed = { ...headers, 'webhook-signature': signMessage(secret, message) };
    vi.useFakeTimers({ now, toFake: ['Date'] });
    expect(await verifyWebhook({ secret, body, headers: signed })).toEqual(event);
    expect(new Webhook(secret).verify(body, signed)).toEqual(event);
  });

  test('may be given as bytes, with the headers of a request or of Node', async () => {
    const { headers, ...rest } = sent({
      body: JSON.stringify({ ...event, data: { name: 'Société Générale 📞' } }),
    });
    const body = Buffer.from(rest.body);
    const ofNode = { 'Webhook-Id': event.id, 'WEBHOOK-TIMESTAMP': headers['webhook-timestamp'] };
    const signature = [headers['webhook-signature']];
    expect(await verdictOn({ ...rest, body, headers: new Headers(headers) })).toBe(event.id);
    expect(await verdictOn({ ...rest, body, headers: { ...ofNode, 'webhook-signature': signature } })).toBe(
      event.id,
    );
  });

  test('is signed with one of two secrets while they are changed, and by either of two signatures', async () => {
    const old = sent({ signedWith: otherSecret });
    const both = `${old.headers['webhook-signature']} ${sent().headers['webhook-signature']}`;
    expect(await verdictOn({ ...old, secret: [secret, otherSecret] })).toBe(event.id);
    expect(await verdictOn({ ...sent(), secret: [secret, otherSecret] })).toBe(event.id);
    expect(await verdictOn(withHeaders({ 'webhook-signature': both }))).toBe(event.id);
    expect(await verdictOn(withHeaders({ 'webhook-signature': `v1a,AAAA ${both}` }))).toBe(event.id);
  });

  test.each([-300, 300])('is %i seconds from now', async (seconds) => {
    expect(await verdictOn(sent({ at: secondsFromNow(seconds) }))).toBe(event.id);
  });

  test('is further from now where that is allowed', async () => {
    expect(await verdictOn({ ...sent({ at: secondsFromNow(-900) }), toleranceSeconds: 900 })).toBe(event.id);
  });
});

const refused: readonly (readonly [name: string, webhook: SignedWebhook, reason: string])[] = [
  ['too old', sent({ at: secondsFromNow(-301) }), 'timestamp_outside_tolerance'],
  ['from the future', sent({ at: secondsFromNow(301) }), 'timestamp_outside_tolerance'],
  ['signed with another secret', sent({ signedWith: otherSecret }), 'signature_invalid'],
  ['altered', { ...sent(), body: JSON.stringify({ ...event, status: 'completed' }) }, 'signature_invalid'],
  ['written anew', { ...sent(), body: JSON.stringify(event, null, 2) }, 'signature_invalid'],
  ['sent under another id', withHeaders({ 'webhook-id': 'evt_other' }), 'signature_invalid'],
  [
    'given another time',
    withHeaders({ 'webhook-timestamp': `${now.getTime() / 1000 + 1}` }),
    'signature_invalid',
  ],
  [
    'signed by a version that we do not send',
    withHeaders({ 'webhook-signature': sent().headers['webhook-signature'].replace('v1', 'v1a') }),
    'signature_invalid',
  ],
  [
    'signed with a part of its signature',
    withHeaders({ 'webhook-signature': sent().headers['webhook-signature'].slice(0, -5) }),
    'signature_invalid',
  ],
  ['signed with nothing', withHeaders({ 'webhook-signature': 'v1,' }), 'signature_invalid'],
  ['signed with no base64', withHeaders({ 'webhook-signature': 'v1,%%%' }), 'signature_invalid'],
  [
    'signed more often than anybody needs',
    withHeaders({ 'webhook-signature': `${'v1,AAAA '.repeat(8)}${sent().headers['webhook-signature']}` }),
    'signature_invalid',
  ],
  ['without an id', withHeaders({ 'webhook-id': undefined }), 'headers_missing'],
  ['without a time', withHeaders({ 'webhook-timestamp': '' }), 'headers_missing'],
  ['without a signature', withHeaders({ 'webhook-signature': undefined }), 'headers_missing'],
  ['with two ids', withHeaders({ 'webhook-id': [event.id, 'evt_other'] }), 'headers_missing'],
  ['with a time in words', withHeaders({ 'webhook-timestamp': 'noon' }), 'timestamp_malformed'],
  ['with a time and more', withHeaders({ 'webhook-timestamp': '1776150000abc' }), 'timestamp_malformed'],
  ['no JSON, though signed', sent({ body: '{' }), 'body_unreadable'],
  ['no event, though signed', sent({ body: '{"id":"evt_1"}' }), 'body_unreadable'],
  ['null, though signed', sent({ body: 'null' }), 'body_unreadable'],
];

describe('A webhook is refused that is', () => {
  test.each(refused)('%s', async (_, webhook, reason) => {
    expect(await verdictOn(webhook)).toBe(reason);
  });
});

test.each(['', 'whsec_', 'no secret!'])(
  'The secret %j is a mistake of the receiver, and no forged event',
  async (none) => {
    await expect(verifyWebhook({ ...sent(), secret: none })).rejects.toThrow(TypeError);
  },
);

afterEach(() => {
  vi.useRealTimers();
});
