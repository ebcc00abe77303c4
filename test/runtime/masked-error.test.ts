import { describe, expect, test } from 'vitest';
import { maskedError, maskedText, thrownOn } from '../../functions/runtime/masked-error.ts';

describe('A text about an error', () => {
  test.each([
    // SES says so.
    ['Email address is not verified: luc.peeters+port@sub.reseller.example', 'luc.peeters'],
    ['550 5.1.1 <marie@dupont.example>: Recipient address rejected', 'marie'],
    ['mailto:marie@dupont.example?subject=x', 'marie'],
    ['{"to":["andré@société.example"]}', 'andré'],
    ['to=marie@dupont.example.', 'marie'],
  ])('has no address of mail: %s', (text, part) => {
    expect(maskedText(text)).not.toContain(part);
    expect(maskedText(text)).toContain('[mail address]');
  });

  test.each([
    'The number 025805050 is locked',
    'The number +3225805050 is locked',
    'The number 003225805050 is locked',
    'The number 02 580 50 50 is locked',
    'The number 02/580.50.50 is locked',
    'The number (02) 580-50-50 is locked',
    'The number +32 (0)2 580 50 50 is locked',
    'The number 0475 12 34 56 is locked',
    'The number 3225805050, is locked',
    // A key of the table.
    'The number NUMBERS#25805050 is locked',
    'The number "25805050" is locked',
    'The number PORT_25805050 is locked',
    'The number at 2026-03-30: 025805050 is locked',
  ])('has no number: %s', (text) => {
    const masked = maskedText(text);
    expect(masked.replaceAll(/\D/g, '').replace('20260330', '')).toBe('');
    expect(masked).toMatch(/^The number .*\[number\].* is locked$/);
  });

  test('names what was broken without quoting it', () => {
    const messages = ['{"name":Marie', '{"name":"Marie Dupont', 'Marie', '["Marie" Dupont]'].map((text) => {
      try {
        return JSON.parse(text);
      } catch (error) {
        return maskedText(String(error));
      }
    });
    expect(messages.join('\n')).not.toMatch(/Mar|Dup/);
    expect(messages.join('\n')).toContain('SyntaxError');
  });

  test.each([
    'No port request pr_01KMZ8W3N0000000000000000A',
    'No port request pr_01KMZ12345678901234567890A, entry 12',
    'RequestId: 12345678-1234-4123-8123-426614174000 Process exited',
    'Trace 1-67891234-123456781234567812345678',
    'Signature expired: 20260330T080000Z is now earlier than 20260330T081500Z',
    'Not before 2026-03-30T08:00:00.123456789Z, nor on 2026-04-14',
    'at deliver (file:///work/node_modules/@middy/core/index.js:12:3456)',
    'zod@4.6.7 and @aws-sdk/client-ses@3.1164.0 want 1234567 of 10',
    'sha256 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
  ])('keeps ids, instants, files and small numbers: %s', (text) => {
    expect(maskedText(text)).toBe(text);
  });
});

describe('An error', () => {
  const cause = new RangeError('Refused: marie@dupont.example');
  const error = Object.assign(new TypeError('No lock on 025805050', { cause }), {
    $response: { body: '025805050' },
  });

  test('is masked with its stack and its causes', () => {
    const masked = maskedError(error);
    expect(masked).toMatchObject({ name: 'TypeError', message: 'No lock on [number]' });
    expect(masked.cause).toMatchObject({ name: 'RangeError', message: 'Refused: [mail address]' });
    expect(JSON.stringify(masked)).not.toMatch(/025805050|dupont/);
    expect(masked.stack).toContain('masked-error.test.ts');
  });

  test('leaves a function as what it is, with nothing but its name, message and stack', () => {
    class NoLockError extends Error {
      override readonly name = 'NoLockError';
      readonly number = '025805050';
    }
    const thrown = thrownOn(new NoLockError('No lock on 025805050', { cause }));
    expect(thrown).toBeInstanceOf(NoLockError);
    expect(Object.getOwnPropertyNames(thrown).toSorted()).toEqual(['message', 'name', 'stack']);
    expect({ ...thrown }).toEqual({ name: 'NoLockError' });
    expect(thrown.message).toBe('No lock on [number]');
    expect(thrown.stack).toContain('No lock on [number]');
    expect(thrownOn('marie@dupont.example').message).toBe('[mail address]');
  });
});
