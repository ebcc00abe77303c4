import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { eventTypes } from '../../functions/events/feed-event.ts';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';
import { secretOf } from '../../functions/webhooks/endpoint-secret.ts';
import {
  enabled,
  newEndpoint,
  signingGenerations,
  type TypePattern,
  typePatterns,
  wants,
  withNewSecret,
} from '../../functions/webhooks/webhook-endpoint.ts';

const now = Temporal.Instant.from('2026-04-14T07:00:00Z');

const endpoint = newEndpoint(
  {
    id: 'whe_1',
    url: 'https://portal.example/hooks',
    types: ['*'],
    contactEmail: 'it@portal.example',
    language: 'fr',
  },
  now,
);

describe('an endpoint asks for', () => {
  const wanted = (types: readonly TypePattern[]) => eventTypes.filter((type) => wants({ types }, type));

  test('every type, by *', () => expect(wanted(['*'])).toEqual(eventTypes));

  test.each(['port_request', 'incident'] as const)('every type of a kind: %s.*', (kind) => {
    const own = eventTypes.filter((type) => type.startsWith(`${kind}.`));
    expect(own.length).toBeGreaterThan(3);
    expect(wanted([`${kind}.*`])).toEqual(own);
  });

  test('one type and no other', () => {
    for (const type of typePatterns.filter((pattern) => !pattern.endsWith('*')))
      expect(wanted([type])).toEqual([type]);
  });

  test('several', () => {
    expect(wanted(['port_request.approved', 'incident.resolved'])).toEqual([
      'port_request.approved',
      'incident.resolved',
    ]);
  });

  test.each(['port_requestx.approved', 'port_request', 'incident', ''])('nothing like %j', (type) => {
    expect(wants({ types: ['port_request.*', 'incident.*'] }, type)).toBe(false);
  });
});

describe('the secret of an endpoint', () => {
  const which = fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 1000 }), fc.constantFrom('key 1', 'key 2'));

  test('is the same each time, and another for another endpoint, generation or key', () => {
    fc.assert(
      fc.property(which, which, (one, other) => {
        const secretFor = ([id, generation, key]: typeof one) => secretOf(key, { id }, generation);
        expect(secretFor(one)).toBe(secretFor(one));
        expect(secretFor(one) === secretFor(other)).toBe(`${one}` === `${other}`);
      }),
    );
  });

  test('is one that the reference package signs with', () => {
    const secret = secretOf('key', endpoint, 1);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const at = new Date('2026-04-14T07:00:00Z');
    const message = { id: 'evt_1', timestamp: `${at.getTime() / 1000}`, body: Buffer.from('{"a":"é"}') };
    expect(new Webhook(secret).sign('evt_1', at, '{"a":"é"}')).toBe(signMessage(secret, message));
  });
});

describe('a message is signed', () => {
  const hoursOn = (hours: number) => now.add({ hours });

  test('with the first secret of an endpoint that never had another', () => {
    expect(signingGenerations(endpoint, hoursOn(1000))).toEqual([1]);
  });

  test('with the new secret and the one before it for 24 hours, then with the new one alone', () => {
    const rotated = withNewSecret(endpoint, now);
    expect(signingGenerations(rotated, now)).toEqual([2, 1]);
    expect(signingGenerations(rotated, hoursOn(24).subtract({ seconds: 1 }))).toEqual([2, 1]);
    expect(signingGenerations(rotated, hoursOn(24))).toEqual([2]);
  });

  test('with the last two, where it was rotated twice within a day: what leaked ends at once', () => {
    const twice = withNewSecret(withNewSecret(endpoint, now), hoursOn(23));
    expect(signingGenerations(twice, hoursOn(23))).toEqual([3, 2]);
    expect(signingGenerations(twice, hoursOn(46))).toEqual([3, 2]);
    expect(signingGenerations(twice, hoursOn(47))).toEqual([3]);
  });

  test('with no secret older than the last two, whenever it was rotated', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 10 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 0, max: 100_000 }), (between, since) => {
        let at = now;
        let rotated = endpoint;
        for (const seconds of between) {
          at = at.add({ seconds });
          rotated = withNewSecret(rotated, at);
        }
        const newest = between.length + 1;
        const isOldOneGood = between.length > 0 && since < 24 * 3600;
        expect(signingGenerations(rotated, at.add({ seconds: since }))).toEqual(
          isOldOneGood ? [newest, newest - 1] : [newest],
        );
      }),
    );
  });
});

test('an endpoint that is used again has all its time before it, and keeps its secret', () => {
  const rotated = withNewSecret(endpoint, now);
  const disabled = { ...rotated, status: 'disabled', failingSince: `${now}`, disabledAtPosition: 9 } as const;
  expect(enabled(disabled)).toEqual(rotated);
});
