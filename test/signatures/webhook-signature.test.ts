import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nobodysKey, readSigningKey } from '../../functions/signatures/signing-key.ts';
import {
  isMessageId,
  isSignedBy,
  isTimely,
  type SignedMessage,
  signMessage,
} from '../../functions/signatures/webhook-signature.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;

type Unsigned = Omit<SignedMessage, 'signature'>;

const aMessage: Unsigned = {
  id: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
  timestamp: '1774857600',
  body: Buffer.from('{"type":"request.approved","data":{"date":"2026-04-14"}}'),
};

const signedWith = (key: string, message: Unsigned = aMessage): SignedMessage => ({
  ...message,
  signature: signMessage(key, message),
});

/** An ed25519 pair as an operator makes it: the key it gives us, and its own half. */
const keyPair = (): { readonly key: string; readonly privateKey: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { key: `whpk_${raw.toString('base64')}`, privateKey };
};

const signV1a = (privateKey: KeyObject, { id, timestamp, body }: Unsigned): string => {
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return `v1a,${sign(null, content, privateKey).toString('base64')}`;
};

const anyMessage = fc.record({
  id: fc.stringMatching(/^[\w.-]{1,64}$/),
  timestamp: fc.integer({ min: 1, max: 4_000_000_000 }).map(String),
  body: fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
});

describe('a v1 signature', () => {
  test('is the one that the reference package makes', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const reference = new Webhook(secret).sign(
          message.id,
          new Date(Number(message.timestamp) * 1000),
          message.body.toString('utf8'),
        );
        expect(signMessage(secret, message)).toBe(reference);
        expect(isSignedBy([secret], { ...message, signature: reference })).toBe(true);
      }),
    );
  });

  test('of ours is accepted by the reference package', () => {
    // The package reads the machine's clock, so this message is signed now.
    const timestamp = `${Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)}`;
    const message = { ...aMessage, timestamp };
    const verified = new Webhook(secret).verify(message.body.toString('utf8'), {
      'webhook-id': message.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signMessage(secret, message),
    });
    expect(verified).toEqual({ type: 'request.approved', data: { date: '2026-04-14' } });
  });

  test('under another secret is none', () => {
    expect(isSignedBy([otherSecret], signedWith(secret))).toBe(false);
  });

  test('fits no operator without a key', () => {
    expect(isSignedBy([], signedWith(secret))).toBe(false);
  });
});

describe('a v1a signature', () => {
  const one = keyPair();
  const other = keyPair();

  test('fits its public key, whatever the message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const signed = { ...message, signature: signV1a(one.privateKey, message) };
        expect(isSignedBy([one.key], signed)).toBe(true);
        expect(isSignedBy([other.key], signed)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('is no v1 signature, nor the other way round', () => {
    const asV1 = { ...aMessage, signature: signV1a(one.privateKey, aMessage).replace('v1a,', 'v1,') };
    const asV1a = { ...aMessage, signature: signMessage(secret, aMessage).replace('v1,', 'v1a,') };
    expect(isSignedBy([one.key, secret], asV1)).toBe(false);
    expect(isSignedBy([one.key, secret], asV1a)).toBe(false);
  });

  test('cannot be made from the public key taken as a secret', () => {
    const key = one.key.replace('whpk_', 'whsec_');
    expect(isSignedBy([one.key], signedWith(key))).toBe(false);
  });
});

describe('while one key replaces the other', () => {
  const { key, privateKey } = keyPair();

  test.each([
    ['the older secret', signMessage(secret, aMessage)],
    ['the newer secret', signMessage(otherSecret, aMessage)],
    ['both at once', `${signMessage(secret, aMessage)} ${signMessage(otherSecret, aMessage)}`],
    ['the public key', signV1a(privateKey, aMessage)],
    ['a stranger’s first', `v1,${Buffer.alloc(32).toString('base64')} ${signMessage(secret, aMessage)}`],
    ['an unknown version first', `v2,abc ${signMessage(otherSecret, aMessage)}`],
  ])('a message signed with %s is accepted', (_, signature) => {
    expect(isSignedBy([secret, otherSecret, key], { ...aMessage, signature })).toBe(true);
  });

  test('one that is signed with neither is not', () => {
    const strange = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    expect(isSignedBy([secret, otherSecret, key], signedWith(strange))).toBe(false);
  });
});

describe('a signature covers', () => {
  const { key, privateKey } = keyPair();
  const signed = [
    { name: 'v1', message: signedWith(secret) },
    { name: 'v1a', message: { ...aMessage, signature: signV1a(privateKey, aMessage) } },
  ];

  const altered = [
    ['the id', { id: 'msg_other' }],
    ['the timestamp', { timestamp: '1774857601' }],
    ['the body', { body: Buffer.from('{"type":"request.approved","data":{"date":"2026-04-15"}}') }],
    ['the spaces in the body', { body: Buffer.concat([aMessage.body, Buffer.from(' ')]) }],
    ['the border between id and timestamp', { id: `${aMessage.id}.1`, timestamp: '774857600' }],
  ] as const;

  test.each(
    signed.flatMap(({ name, message }) => altered.map(([what, change]) => ({ name, what, message, change }))),
  )('$what, in $name', ({ message, change }) => {
    expect(isSignedBy([secret, key], message)).toBe(true);
    expect(isSignedBy([secret, key], { ...message, ...change })).toBe(false);
  });

  test('each byte of the body', () => {
    fc.assert(
      fc.property(
        fc.nat(aMessage.body.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (position, difference) => {
          const body = Buffer.from(aMessage.body);
          body.writeUInt8(body.readUInt8(position) ^ difference, position);
          expect(isSignedBy([secret], { ...signedWith(secret), body })).toBe(false);
        },
      ),
    );
  });
});

describe('garbage', () => {
  const { key } = keyPair();
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('v1,', 'v1a,', 'v1', ',', ' ', 'v1,=', 'v1a,AAAA', `v1a,${'A'.repeat(86)}==`),
    fc.base64String().map((text) => `v1,${text}`),
    fc.base64String().map((text) => `v1a,${text}`),
  );

  test('in place of a signature is refused and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), fc.string(), fc.string(), (pieces, id, timestamp) => {
        const message = { id, timestamp, signature: pieces.join(' '), body: Buffer.from('{}') };
        expect(isSignedBy([secret, key], message)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('in place of a time is not timely and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (timestamp) => {
        fc.pre(!/^\d+$/.test(timestamp));
        expect(isTimely(timestamp, Temporal.Instant.from('2026-03-30T08:00:00Z'))).toBe(false);
      }),
    );
  });
});

describe('a key', () => {
  const base64 = (size: number, byte = 7) => Buffer.alloc(size, byte).toString('base64');

  test.each([
    ['whsec_', 24],
    ['whsec_', 64],
    ['whpk_', 32],
  ])('that begins %s and has %i bytes is one', (prefix, size) => {
    const bytes = prefix === 'whpk_' ? keyPair().key.slice('whpk_'.length) : base64(size);
    expect(readSigningKey(`${prefix}${bytes}`)?.version).toBe(prefix === 'whpk_' ? 'v1a' : 'v1');
  });

  test('of nobody is one, so that it is checked with', () => {
    expect(readSigningKey(nobodysKey)?.version).toBe('v1');
  });

  test.each([
    '',
    'whsec_',
    `whsec_${base64(23)}`,
    `whsec_${base64(65)}`,
    `whsec_${base64(32)} `,
    `whsec_${base64(32).replace('=', '')}`,
    `whsec_${base64(32, 255).replaceAll('/', '_')}`,
    `whsec_${base64(32).replace('B', '*')}`,
    base64(32),
    `WHSEC_${base64(32)}`,
    `whsk_${base64(32)}`,
    'whpk_',
    `whpk_${base64(31)}`,
    `whpk_${base64(33)}`,
    `whpk_${base64(64)}`,
  ])('written as %j is none', (key) => {
    expect(readSigningKey(key)).toBeUndefined();
    expect(isSignedBy([key], signedWith(key))).toBe(false);
  });

  test.each([
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
  ])('under which anybody can sign is none: %s', (hex) => {
    const bytes = Buffer.from(hex, 'hex');
    const otherSign = Buffer.from(bytes);
    otherSign.writeUInt8(otherSign.readUInt8(31) ^ 0x80, 31);
    for (const each of [bytes, otherSign])
      expect(readSigningKey(`whpk_${each.toString('base64')}`)).toBeUndefined();
  });
});

describe('an id', () => {
  test.each(['a', 'msg_1', 'C.99/2', 'm'.repeat(255)])('may be %s', (id) => {
    expect(isMessageId(id)).toBe(true);
  });

  test.each(['', ' ', 'a b', 'a\n', 'é', 'm'.repeat(256), 'msg_1, msg_2'])('may not be %j', (id) => {
    expect(isMessageId(id)).toBe(false);
  });
});

describe('a message is timely', () => {
  const now = Temporal.Instant.from('2026-03-30T08:00:00Z');
  const at = (seconds: number) => `${now.epochMilliseconds / 1000 + seconds}`;

  test.each([
    [-301, false],
    [-300, true],
    [-1, true],
    [0, true],
    [299, true],
    [300, true],
    [301, false],
  ])('signed %i seconds from now: %s', (seconds, timely) => {
    expect(isTimely(at(seconds), now)).toBe(timely);
  });

  test.each([
    '',
    '0',
    '-1',
    '01774857600',
    '+1774857600',
    '1774857600.5',
    ' 1774857600',
    '1774857600 ',
    '1e9',
    '0x69CA',
    `${10 ** 14}`,
  ])('never at %j', (timestamp) => {
    expect(isTimely(timestamp, now)).toBe(false);
  });
});
