import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { SignedMessage } from '../../functions/signatures/webhook-signature.ts';
import { createEventWorld, timestampAt } from './event-world.ts';

type Unsigned = Omit<SignedMessage, 'signature'>;

const secretOf = (byte: number): string => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

const coltSecret = secretOf(1);
const otherSecret = secretOf(2);
const nextSecret = secretOf(3);

const newPair = (): { readonly key: string; readonly privateKey: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { key: `whpk_${raw.toString('base64')}`, privateKey };
};

const pair = newPair();
const strangerPair = newPair();

const contentOf = ({ id, timestamp, body }: Unsigned): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

/** Signed by the reference package. */
const v1 = (secret: string, { id, timestamp, body }: Unsigned): string =>
  new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), body.toString());

const v1a = (privateKey: KeyObject, message: Unsigned): string =>
  `v1a,${sign(null, contentOf(message), privateKey).toString('base64')}`;

/** A `v1` signature under any bytes, which need be no secret. */
const hmacOf = (key: Buffer, message: Unsigned): string =>
  `v1,${createHmac('sha256', key).update(contentOf(message)).digest('base64')}`;

const bytesOf = (key: string): Buffer => Buffer.from(key.slice(key.indexOf('_') + 1), 'base64');

const world = () =>
  createEventWorld(
    new Map([
      ['colt', [coltSecret, pair.key]],
      ['another', [otherSecret]],
    ]),
  );

const approvalIn = ({ eventBytes }: Awaited<ReturnType<typeof world>>): Unsigned => ({
  id: 'msg_1',
  timestamp: timestampAt(),
  body: eventBytes('request.approved', { date: '2026-04-14' }),
});

const forgedCode = 'webhook.signature_invalid';
const lateCode = 'webhook.timestamp_outside_tolerance';

/** What an attacker, or a mistaken sender, does with a message that would be taken in. */
const attacks: Readonly<
  Record<
    string,
    (message: Unsigned) => {
      readonly message: Parameters<Awaited<ReturnType<typeof world>>['send']>[0];
      readonly operatorId?: string;
      readonly code?: string;
    }
  >
> = {
  'without a signature': (message) => ({ message: { ...message, signature: '' } }),
  'signed under a secret of nobody': (message) => ({
    message: { ...message, signature: v1(secretOf(9), message) },
  }),
  'signed under the secret of another operator': (message) => ({
    message: { ...message, signature: v1(otherSecret, message) },
  }),
  'signed for COLT, and sent to a stranger': (message) => ({
    message: { ...message, signature: v1(coltSecret, message) },
    operatorId: 'stranger',
  }),
  'signed for COLT, and sent to another operator': (message) => ({
    message: { ...message, signature: v1(coltSecret, message) },
    operatorId: 'another',
  }),
  'sent to a name that every object has': (message) => ({
    message: { ...message, signature: v1(coltSecret, message) },
    operatorId: 'constructor',
  }),
  'signed under another private key': (message) => ({
    message: { ...message, signature: v1a(strangerPair.privateKey, message) },
  }),
  'signed under the bytes of the public key': (message) => ({
    message: { ...message, signature: hmacOf(bytesOf(pair.key), message) },
  }),
  'signed under the text of the public key': (message) => ({
    message: { ...message, signature: hmacOf(Buffer.from(pair.key), message) },
  }),
  'signed under no bytes': (message) => ({
    message: { ...message, signature: hmacOf(Buffer.alloc(0), message) },
  }),
  'with its signature named as the other version': (message) => ({
    message: { ...message, signature: v1(coltSecret, message).replace('v1,', 'v1a,') },
  }),
  'with its other signature named as the first version': (message) => ({
    message: { ...message, signature: v1a(pair.privateKey, message).replace('v1a,', 'v1,') },
  }),
  'with the signature of an earlier body': (message) => ({
    message: {
      ...message,
      body: Buffer.from(message.body.toString().replace('04-14', '04-15')),
      signature: v1(coltSecret, message),
    },
  }),
  'written again after it was signed': (message) => ({
    message: {
      ...message,
      body: Buffer.from(JSON.stringify(JSON.parse(message.body.toString()), null, 2)),
      signature: v1(coltSecret, message),
    },
  }),
  'under another id than was signed': (message) => ({
    message: { ...message, id: 'msg_2', signature: v1(coltSecret, message) },
  }),
  'with a later time than was signed': (message) => ({
    message: { ...message, timestamp: timestampAt(1), signature: v1(coltSecret, message) },
  }),
  'with the border of id and time moved': (message) => {
    const signed = { ...message, id: 'msg', timestamp: message.timestamp };
    return {
      message: {
        ...signed,
        id: `msg.${message.timestamp}`,
        timestamp: '0',
        signature: v1(coltSecret, signed),
      },
    };
  },
  'with half a signature': (message) => ({
    message: { ...message, signature: v1(coltSecret, message).slice(0, 24) },
  }),
  'with a signature in another spelling of base64': (message) => ({
    message: { ...message, signature: v1(coltSecret, message).replace(/=$/, '') },
  }),
  'with more signatures than anybody makes': (message) => ({
    message: { ...message, signature: `${'v1,AAAA '.repeat(8)}${v1(coltSecret, message)}` },
  }),
  'with its signature in two headers': (message) => ({
    message: { ...message, signature: ['v1,AAAA', v1(coltSecret, message)] },
  }),
  'signed, without an id': ({ timestamp, body }) => {
    const message = { id: '', timestamp, body };
    return { message: { ...message, signature: hmacOf(bytesOf(coltSecret), message) } };
  },
  'signed, under an id of two words': ({ timestamp, body }) => {
    const message = { id: 'msg 1', timestamp, body };
    return { message: { ...message, signature: hmacOf(bytesOf(coltSecret), message) } };
  },
  'signed, under an id without end': ({ timestamp, body }) => {
    const message = { id: 'm'.repeat(256), timestamp, body };
    return { message: { ...message, signature: v1(coltSecret, message) } };
  },
  'signed too long ago': (message) => {
    const stale = { ...message, timestamp: timestampAt(-301) };
    return { message: { ...stale, signature: v1(coltSecret, stale) }, code: lateCode };
  },
  'signed too far ahead': (message) => {
    const ahead = { ...message, timestamp: timestampAt(301) };
    return { message: { ...ahead, signature: v1a(pair.privateKey, ahead) }, code: lateCode };
  },
  'signed in milliseconds': (message) => {
    const other = { ...message, timestamp: `${timestampAt()}000` };
    return { message: { ...other, signature: v1(coltSecret, other) }, code: lateCode };
  },
  'signed at no time': (message) => {
    const other = { ...message, timestamp: 'now' };
    return { message: { ...other, signature: v1a(pair.privateKey, other) }, code: lateCode };
  },
  'signed too long ago under a secret of nobody': (message) => {
    const stale = { ...message, timestamp: timestampAt(-301) };
    return { message: { ...stale, signature: v1(secretOf(9), stale) } };
  },
};

describe('an event', () => {
  test.each(['v1', 'v1a'])('that the operator signed (%s) is taken in', async (version) => {
    const here = await world();
    const message = approvalIn(here);
    const signature = version === 'v1' ? v1(coltSecret, message) : v1a(pair.privateKey, message);

    expect(await here.send({ ...message, signature })).toEqual({ status: 202, json: { outcome: 'applied' } });
    expect((await here.requests.find(here.id))?.status).toBe('approved');
  });

  test.each(Object.entries(attacks))('%s is answered 401 and changes nothing', async (_, attack) => {
    const here = await world();
    const before = here.state();
    const { message, operatorId = 'colt', code = forgedCode } = attack(approvalIn(here));

    const { status, json } = await here.send(message, operatorId);

    expect([status, json.code]).toEqual([401, code]);
    expect(here.state()).toBe(before);
    // Who our operators are, and what was wrong, is not told.
    const { instance, ...answer } = json;
    const { instance: elsewhere, ...forged } = (
      await here.send({ ...approvalIn(here), signature: 'v1,AAAA' })
    ).json;
    if (code === forgedCode) expect(answer).toEqual(forged);
    expect([instance, elsewhere]).toEqual([
      `/v1/operators/${operatorId}/events`,
      '/v1/operators/colt/events',
    ]);
  });

  test('that was taken in is a duplicate when it is sent again, by whoever overheard it', async () => {
    const here = await world();
    const message = approvalIn(here);
    const signed = { ...message, signature: v1(coltSecret, message) };
    expect((await here.send(signed)).json.outcome).toBe('applied');
    const before = here.state();

    expect(await here.send(signed)).toEqual({ status: 202, json: { outcome: 'duplicate' } });
    expect(here.state()).toBe(before);
  });

  test('whose id was taken in is a duplicate, whatever its body says now', async () => {
    const here = await world();
    const message = approvalIn(here);
    await here.send({ ...message, signature: v1(coltSecret, message) });
    const before = here.state();

    const other = { ...message, body: here.eventBytes('request.rejected', { reasons: [{ code: 'other' }] }) };
    expect((await here.send({ ...other, signature: v1(coltSecret, other) })).json).toEqual({
      outcome: 'duplicate',
    });
    expect(here.state()).toBe(before);
  });

  test('that another operator signs for itself is told of no request', async () => {
    const here = await world();
    const before = here.state();
    const message = approvalIn(here);

    const { status, json } = await here.send({ ...message, signature: v1(otherSecret, message) }, 'another');

    expect([status, json.code]).toEqual([404, 'port_request.not_found']);
    expect(here.state()).toBe(before);
  });

  test.each([
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['no JSON', Buffer.from('{"type":')],
    ['nothing', Buffer.alloc(0)],
    ['no object', Buffer.from('"request.approved"')],
    ['nested without end', Buffer.from('['.repeat(2000) + ']'.repeat(2000))],
  ])('that is signed and is %s is malformed', async (_, body) => {
    const here = await world();
    const before = here.state();
    const message = { ...approvalIn(here), body };

    const { status, json } = await here.send({ ...message, signature: hmacOf(bytesOf(coltSecret), message) });

    expect([status, json.code]).toEqual([400, 'request.malformed']);
    expect(here.state()).toBe(before);
  });

  test('with a full stop in its id is taken in, and cut elsewhere it is none', async () => {
    const here = await world();
    const message = { ...approvalIn(here), id: `msg.${timestampAt()}` };
    const signature = v1(coltSecret, message);
    const cut = {
      id: 'msg',
      timestamp: timestampAt(),
      body: Buffer.concat([Buffer.from(`${message.timestamp}.`), message.body]),
    };
    const before = here.state();

    expect((await here.send({ ...cut, signature })).status).toBe(400);
    expect(here.state()).toBe(before);
    expect((await here.send({ ...message, signature })).json).toEqual({ outcome: 'applied' });
  });

  test.each(['v1', 'v1a'])('with any byte changed after it was signed (%s) is none', async (version) => {
    const here = await world();
    const before = here.state();
    const message = approvalIn(here);
    const signature = version === 'v1' ? v1(coltSecret, message) : v1a(pair.privateKey, message);
    const parts = {
      id: Buffer.from(message.id),
      timestamp: Buffer.from(message.timestamp),
      signature: Buffer.from(signature),
      body: message.body,
    };
    const sizes = Object.entries(parts).map(([name, bytes]) => ({ name, size: bytes.length }));
    const place = fc
      .constantFrom(...sizes)
      .chain(({ name, size }) => fc.record({ name: fc.constant(name), at: fc.nat(size - 1) }));

    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async ({ name, at }, difference) => {
        const changed = Object.fromEntries(
          Object.entries(parts).map(([part, bytes]) => {
            const copy = Buffer.from(bytes);
            if (part === name) copy.writeUInt8(copy.readUInt8(at) ^ difference, at);
            return [part, copy];
          }),
        );
        const text = (part: string) => changed[part]?.toString('latin1') ?? '';
        const answer = await here.send({
          id: text('id'),
          timestamp: text('timestamp'),
          signature: text('signature'),
          body: changed['body'] ?? Buffer.alloc(0),
        });
        expect([answer.status, answer.json.code]).toEqual([401, forgedCode]);
      }),
      { numRuns: 150 },
    );
    expect(here.state()).toBe(before);
  });
});

describe('while an operator changes its key', () => {
  const send = async (keys: readonly string[], signWith: (message: Unsigned) => string) => {
    const here = await createEventWorld(new Map([['colt', keys]]));
    const message = approvalIn(here);
    const { status } = await here.send({ ...message, signature: signWith(message) });
    return status;
  };

  const withOld = (message: Unsigned) => v1(coltSecret, message);
  const withNew = (message: Unsigned) => v1(nextSecret, message);
  const withBoth = (message: Unsigned) => `${withOld(message)} ${withNew(message)}`;
  const withPair = (message: Unsigned) => v1a(pair.privateKey, message);

  test('the old one and the new one are good, and afterwards only the new one', async () => {
    const before = [coltSecret];
    const meanwhile = [nextSecret, coltSecret];
    const after = [nextSecret];
    const statuses = [];
    for (const keys of [before, meanwhile, after])
      statuses.push([await send(keys, withOld), await send(keys, withNew), await send(keys, withBoth)]);
    expect(statuses).toEqual([
      [202, 401, 202],
      [202, 202, 202],
      [401, 202, 202],
    ]);
  });

  test('it may go from a shared secret to a key pair', async () => {
    const statuses = [];
    for (const keys of [[coltSecret], [pair.key, coltSecret], [pair.key]])
      statuses.push([await send(keys, withOld), await send(keys, withPair)]);
    expect(statuses).toEqual([
      [202, 401],
      [202, 202],
      [401, 202],
    ]);
  });

  test('a repeat under the new key still is a duplicate', async () => {
    const keys = new Map<string, readonly string[]>([['colt', [coltSecret]]]);
    const here = await createEventWorld(keys);
    const message = approvalIn(here);
    await here.send({ ...message, signature: withOld(message) });

    keys.set('colt', [nextSecret]);

    expect((await here.send({ ...message, signature: withOld(message) })).status).toBe(401);
    expect((await here.send({ ...message, signature: withNew(message) })).json).toEqual({
      outcome: 'duplicate',
    });
  });

  test.each([
    ['an empty secret', 'whsec_', (message: Unsigned) => hmacOf(Buffer.alloc(0), message)],
    ['a short secret', 'whsec_c2hvcnQ=', (message: Unsigned) => hmacOf(Buffer.from('short'), message)],
    ['a secret of no kind', 'c2hvcnQ=', (message: Unsigned) => hmacOf(Buffer.from('short'), message)],
    [
      'a public key of zeros',
      `whpk_${Buffer.alloc(32).toString('base64')}`,
      () => `v1a,${Buffer.alloc(64).toString('base64')}`,
    ],
    ['half a public key', pair.key.slice(0, 29), withPair],
  ])('%s lets nobody in', async (_, key, signWith) => {
    expect(await send([key], signWith)).toBe(401);
    expect(await send([key, nextSecret], withNew)).toBe(202);
  });
});
