import { describe, expect, test } from 'vitest';
import { hiddenPatterns } from '../../lib/protected-log.ts';

/** Apart from what stands before it, so that it is not taken for one. */
const someSecret = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** What may get into a log by mistake, by the pattern that hides it. */
const hidden: Readonly<Record<keyof typeof hiddenPatterns, readonly string[]>> = {
  BelgianNumberAbroad: ['"+3225805050"', 'to +32 2 580 50 50', '+32/475.12.34.56', '"0032475123456"'],
  BelgianNumber: ['"025805050"', '(02 580 50 50)', ' 02/580.50.50,', '#0475123456"', ' 0475 12 34 56 '],
  WebhookSecret: [`whsec_${someSecret}`, `whsk_${someSecret}`],
  BearerToken: ['Bearer eyJhbGciOiJFUzI1NiJ9.eyJ0ZW5hbnQiOiJhY21lIn0.c2ln'],
  StartLink: [`/start/${'TFz3k1B0u6Jm7a2w9cXgq0TFz3k1B0u6Jm7a2w9cXgq'}`],
};

/** Lines as they are: what would be lost if it were hidden. */
const shown = [
  '{"level":"INFO","message":"http.completed","timestamp":"2026-03-30T08:00:00.041Z","service":"Porting-Create","requestId":"02580505-0123-4000-8000-025805050123","status":201}',
  '{"portRequestId":"pr_01KMZ8W3N0025805057000000A","sequence":12,"correlationId":"0a580505-0123-4123-8123-025805050123"}',
  'REPORT RequestId: 0258050a-0123-4123-8123-012345678901 Duration: 102.53 ms Billed Duration: 103 ms Memory Size: 512 MB',
  '{"_aws":{"Timestamp":1774857600000,"CloudWatchMetrics":[{"Namespace":"NumberPorting/production"}]}}',
  '{"requestId":"01234567-0123-4123-8123-012345678901","messageId":"02580505-1234-4123-8123-025805050123"}',
  '{"resource":"/start/{token}","sequenceNumber":"000000000000012345678","at":"2026-04-01 09:00:00"}',
];

const matches = (pattern: string, text: string): boolean => new RegExp(pattern).test(text);

describe('What no function should have logged', () => {
  test('is told by patterns as CloudWatch takes them', () => {
    expect(Object.keys(hiddenPatterns).length).toBeLessThanOrEqual(10);
    for (const [name, pattern] of Object.entries(hiddenPatterns)) {
      expect(name).toMatch(/^[\w-]{1,128}$/);
      expect(pattern).toMatch(/^[a-zA-Z0-9_#=@/;, ^$?[\]{}|\\*+.-]{1,200}$/);
    }
  });

  test.each(Object.entries(hidden))('is found: %s', (name, texts) => {
    for (const text of texts) expect(matches(hiddenPatterns[name] ?? '', text), text).toBe(true);
  });

  test.each(shown)('is no part of %s', (line) => {
    expect(Object.entries(hiddenPatterns).filter(([, pattern]) => matches(pattern, line))).toEqual([]);
  });
});
