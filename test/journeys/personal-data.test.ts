import { describe, expect, test } from 'vitest';
import { type LogLine, logTo } from '../../functions/runtime/log.ts';
import type { AroundCall } from '../../sandbox/adapter-calls.ts';
import { awaitingRequest, completedRequest } from '../support/journey.ts';
import { foundIn } from '../support/personal-data/found-personal-data.ts';
import { createPersonalValues } from '../support/personal-data/personal-values.ts';
import { leaks } from '../support/personal-data/watched-worlds.ts';
import { createWrittenTexts } from '../support/personal-data/written-texts.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** Every method of these fails the first time it is called, with a message as only the unfriendliest service writes it. */
const failingOnce = (message: string, targets: readonly string[]): AroundCall => {
  const failed = new Set<string>();
  return async ({ target, method }, perform) => {
    const name = `${target} ${method}`;
    if (!targets.includes(target) || failed.has(name)) return perform();
    failed.add(name);
    throw Object.assign(new Error(message), { input: message });
  };
};

const hostile = 'Not verified: marie@dupont.example, NUMBERS#025805050, 02 580 50 55, {"to":"+3225805070"}';

test('an error that holds a number or an address is logged, retried and put into an execution without it', async () => {
  const lines: LogLine[] = [];
  const log = logTo((line) => lines.push(line));
  const around = failingOnce(hostile, ['mail', 'operator', 'queues', 'lifecycle', 'receivers']);
  const client = await SandboxClient.start(undefined, { log, doubles: { around } });
  await completedRequest(client);
  const failures = lines.filter(({ level }) => level === 'error');
  expect(new Set(failures.map(({ message }) => message))).toEqual(new Set(['task.failed', 'work.failed']));
  expect(JSON.stringify(failures)).toContain(
    'Not verified: [mail address], NUMBERS#[number], [number], {\\"to\\":\\"[number]\\"}',
  );
  expect(leaks('test')).toEqual([]);
});

test('a name that is logged, counted or thrown in any journey would be found', async () => {
  const around = failingOnce('No contract of Marie Dupont', ['operator']);
  const log = logTo(() => {});
  const client = await SandboxClient.start(undefined, { log, doubles: { around } });
  await awaitingRequest(client);
  const world = client.sandbox.world();
  world.metrics.put([{ name: 'CallsFailed', dimensions: { Caller: 'Luc Peeters' }, value: 1 }]);
  expect(leaks('test')).toEqual([
    'the log holds a text: Marie Dupont',
    'the metrics holds a text: Luc Peeters',
    'an execution holds a text: Marie Dupont',
  ]);
});

describe('What is looked for', () => {
  const values = createPersonalValues();
  values.collect({
    numbers: [
      { kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 },
      { kind: 'single', number: '+32475123456' },
    ],
    subscriber: { name: 'Café "Chez Luc"', address: { street: 'Rue Neuve' } },
    losingOperator: { name: 'Orange Belgium', accountNumber: '612345678' },
    status: 'awaiting_operator',
  });
  const found = (written: unknown): number => {
    const texts = createWrittenTexts();
    texts.add(written);
    return foundIn(texts.all(), values, new Set(['token-7'])).length;
  };

  test.each([
    { name: 'of Café "Chez Luc", alone' },
    { 'Rue Neuve': 1 },
    { at: 'account 612345678' },
    { key: ['+3225805050'] },
    { key: '3225805057' },
    { key: '0032 2 580 50 57' },
    { key: '02/580.50.57 is locked' },
    { key: '(0475) 12-34-56' },
    { block: 25_805_057 },
    { token: 'with token-7' },
    { error: 'No mail to somebody@else.example' },
    { error: `whsec_${'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'}` },
    { error: 'Bearer eyJhbGciOiJFUzI1NiJ9.eyJ0ZW5hbnQiOiJhY21lIn0.x' },
    { resource: '/start/TFz3k1B0u6Jm7a2w9cXgq0' },
  ])('%j is found', (written) => {
    expect(found(written)).toBeGreaterThan(0);
  });

  test.each([
    {
      portRequestId: 'pr_01KMZ8W3N0025805057000000A',
      status: 'awaiting_operator',
      operator: 'Orange Belgium',
    },
    { at: '2026-03-30T08:00:00Z', until: '2026-04-14', sequence: 25 },
    { id: '25805057-1234-4123-8123-426614174000' },
  ])('%j is nobody’s', (written) => {
    expect(found(written)).toBe(0);
  });
});
