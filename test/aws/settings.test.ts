import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { dynamoClosedDays } from '../../functions/aws/dynamo-closed-days.ts';
import { secretCarrierAddresses, secretOperators } from '../../functions/aws/operators.ts';
import { refreshed } from '../../functions/aws/refreshed-value.ts';
import { secretKey } from '../../functions/aws/secret-key.ts';
import { secretsClient } from '../../functions/aws/secrets.ts';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { json, jsonError, startEndpoint, type WireAnswer } from './aws-endpoint.ts';

const createWallClock = () => {
  let now = Temporal.Instant.from('2026-04-14T07:00:00Z');
  return {
    wallClock: () => now,
    pass: (seconds: number) => {
      now = now.add({ seconds });
    },
  };
};

const errorOf = (reading: Promise<unknown>): Promise<Error> =>
  reading.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => (error instanceof Error ? error : new Error('Not an error')),
  );

describe('A value that is read again', () => {
  const createValue = () => {
    const clock = createWallClock();
    const covered: unknown[] = [];
    let reads = 0;
    let answer: () => Promise<string> = async () => `value ${reads}`;
    return {
      covered,
      ...clock,
      reads: () => reads,
      answerWith: (next: () => Promise<string>) => {
        answer = next;
      },
      value: refreshed({
        wallClock: clock.wallClock,
        freshSeconds: 60,
        usableSeconds: 600,
        onCovered: (error) => covered.push(error),
        read: async () => {
          reads += 1;
          return answer();
        },
      }),
    };
  };

  test('is read once while it is fresh, and once more when it is not', async () => {
    const { value, reads, pass } = createValue();
    expect([await value(), await value()]).toEqual(['value 1', 'value 1']);
    pass(59);
    expect(await value()).toBe('value 1');
    pass(1);
    expect([await value(), await value()]).toEqual(['value 2', 'value 2']);
    expect(reads()).toBe(2);
  });

  test('is read by one reader, for whom the others wait', async () => {
    const { value, reads } = createValue();
    expect(await Promise.all([value(), value(), value()])).toEqual(['value 1', 'value 1', 'value 1']);
    expect(reads()).toBe(1);
  });

  test('stays the last good one while reading fails, for so long, and the failure is told', async () => {
    const { value, reads, covered, pass, answerWith } = createValue();
    await value();
    const outage = new Error('Outage');
    answerWith(async () => {
      throw outage;
    });
    pass(60);
    expect([await value(), await value()]).toEqual(['value 1', 'value 1']);
    expect(covered).toEqual([outage]);
    expect(reads()).toBe(2);
    pass(539);
    expect(await value()).toBe('value 1');
    pass(60);
    await expect(value()).rejects.toBe(outage);
    answerWith(async () => 'back');
    expect(await value()).toBe('back');
  });

  test('fails where there was never a good one, for every reader, and is read anew by the next', async () => {
    const { value, reads, covered, answerWith } = createValue();
    answerWith(async () => {
      throw new Error('Outage');
    });
    const all = await Promise.allSettled([value(), value()]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(reads()).toBe(1);
    expect(covered).toEqual([]);
    answerWith(async () => 'back');
    expect(await value()).toBe('back');
  });
});

/** Secrets Manager with one secret, whose text a test changes. */
const startSecrets = async (text: string) => {
  const clock = createWallClock();
  const covered: unknown[] = [];
  let answer: WireAnswer = json({ SecretString: text });
  const { calls, config } = await startEndpoint(() => answer);
  return {
    calls,
    covered,
    ...clock,
    holds: (next: string) => {
      answer = json({ SecretString: next });
    },
    answers: (next: WireAnswer) => {
      answer = next;
    },
    deps: {
      client: secretsClient({ ...config, maxAttempts: 1 }),
      wallClock: clock.wallClock,
      onCovered: (error: unknown) => {
        covered.push(error);
      },
    },
  };
};

const secretArn = 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:operators-AbCdEf';
const sharedSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const orderSecret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const publicKey = `whpk_${Buffer.alloc(32, 8).toString('base64')}`;
const nobodies = ['nobody', '', 'constructor', '__proto__', 'toString'];
type Malformed = readonly (readonly [text: string, place: string])[];

/** Which secret it was and where it is wrong; nothing of what it holds. */
const expectUnreadable = (error: Error, place: string): void => {
  expect(error.name).toBe('SettingUnreadableError');
  expect(error.message).toBe(`${secretArn} is not in its expected form${place}`);
  expect(error.cause).toBeUndefined();
  expect(Object.keys(error)).toEqual(['name']);
};

describe('The keys of operators', () => {
  const twoOperators = { colt: { keys: [sharedSecret, publicKey] }, other: { keys: [publicKey] } };

  test('are found by the operator that signs with them', async () => {
    const { deps, calls } = await startSecrets(JSON.stringify(twoOperators));
    const operators = secretOperators(deps, secretArn);
    expect(await operators.find('colt')).toEqual({ id: 'colt', keys: [sharedSecret, publicKey] });
    expect(await operators.find('other')).toEqual({ id: 'other', keys: [publicKey] });
    expect(calls.map(({ operation, text }) => [operation, JSON.parse(text)])).toEqual([
      ['GetSecretValue', { SecretId: secretArn }],
    ]);
  });

  test('are nobody’s in the secret that a stage begins with', async () => {
    const { deps } = await startSecrets('{}');
    expect(await secretOperators(deps, secretArn).find('colt')).toBeUndefined();
  });

  test.each(nobodies)('are not held for %j', async (id) => {
    const { deps } = await startSecrets(JSON.stringify(twoOperators));
    expect(await secretOperators(deps, secretArn).find(id)).toBeUndefined();
  });

  test('change within five minutes, and one that is withdrawn is refused from then on', async () => {
    const { deps, holds, pass } = await startSecrets(JSON.stringify(twoOperators));
    const operators = secretOperators(deps, secretArn);
    await operators.find('colt');
    holds(JSON.stringify({ colt: { keys: [publicKey] } }));
    pass(5 * 60);
    expect(await operators.find('colt')).toEqual({ id: 'colt', keys: [publicKey] });
    expect(await operators.find('other')).toBeUndefined();
  });

  test('stay as they were for an hour when the secret is edited into nonsense', async () => {
    const { deps, holds, pass, covered } = await startSecrets(JSON.stringify(twoOperators));
    const operators = secretOperators(deps, secretArn);
    await operators.find('colt');
    holds(`{ "colt": { "keys": ["${sharedSecret}" `);
    pass(5 * 60);
    expect(await operators.find('colt')).toMatchObject({ id: 'colt' });
    expect(covered).toHaveLength(1);
    pass(3600);
    await expect(operators.find('colt')).rejects.toMatchObject({ name: 'SettingUnreadableError' });
  });

  const malformed: Malformed = [
    ['', ''],
    [`{ "colt": { "keys": ["${sharedSecret}" `, ''],
    ['[]', ''],
    [JSON.stringify({ colt: { keys: [] } }), ' at *.keys'],
    [JSON.stringify({ colt: { keys: [sharedSecret, publicKey, publicKey] } }), ' at *.keys'],
    [JSON.stringify({ colt: { keys: ['whsec_'] } }), ' at *.keys.0'],
    [JSON.stringify({ colt: { keys: ['whsec_c2hvcnQ='] } }), ' at *.keys.0'],
    [JSON.stringify({ colt: { keys: [publicKey.replace('whpk_', 'whpk_AAAA')] } }), ' at *.keys.0'],
    [JSON.stringify({ colt: { keys: ['topsecretpassword'] } }), ' at *.keys.0'],
    [JSON.stringify({ [sharedSecret]: { keys: 'colt' } }), ' at *.keys'],
    [JSON.stringify({ colt: { keys: [publicKey], [sharedSecret]: 1 } }), ' at *'],
    [JSON.stringify({ colt: { keys: [publicKey], orders: {} } }), ' at *'],
  ];
  test.each(malformed)(
    'in the form %# are refused, and nothing of the secret is told',
    async (text, place) => {
      const { deps } = await startSecrets(text);
      expectUnreadable(await errorOf(secretOperators(deps, secretArn).find('colt')), place);
    },
  );

  test('cannot be told while the secret cannot be read: a caller may try again', async () => {
    const { deps, answers } = await startSecrets('');
    answers(jsonError('AccessDeniedException'));
    const error = await errorOf(secretOperators(deps, secretArn).find('colt'));
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).toMatchObject({ cause: { name: 'AccessDeniedException' } });
  });
});

describe('Where carriers take orders', () => {
  const colt = { url: 'https://orders.colt.example/porting', secret: orderSecret };
  const holding = (address: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ colt: { ...colt, ...address } });

  test('is told with the secret that orders are signed with', async () => {
    const { deps, calls } = await startSecrets(JSON.stringify({ colt }));
    const addresses = secretCarrierAddresses(deps, secretArn);
    expect(await addresses.addressOf('colt')).toEqual(colt);
    expect(await addresses.addressOf('other')).toBeUndefined();
    expect(calls.map(({ operation, text }) => [operation, JSON.parse(text)])).toEqual([
      ['GetSecretValue', { SecretId: secretArn }],
    ]);
  });

  test('is nowhere in the secret that a stage begins with', async () => {
    const { deps } = await startSecrets('{}');
    expect(await secretCarrierAddresses(deps, secretArn).addressOf('colt')).toBeUndefined();
  });

  test.each(nobodies)('is nowhere for %j', async (id) => {
    const { deps } = await startSecrets(JSON.stringify({ colt }));
    expect(await secretCarrierAddresses(deps, secretArn).addressOf(id)).toBeUndefined();
  });

  const malformed: Malformed = [
    ['', ''],
    [`{ "colt": { "secret": "${orderSecret}" `, ''],
    ['[]', ''],
    [holding({ url: 'http://colt.example' }), ' at *.url'],
    [holding({ url: 'http://127.0.0.1.colt.example' }), ' at *.url'],
    [holding({ url: 'ftp://colt.example' }), ' at *.url'],
    [holding({ url: 'topsecretpassword' }), ' at *.url'],
    [holding({ url: '' }), ' at *.url'],
    [holding({ url: 'https://' }), ' at *.url'],
    [holding({ url: 7 }), ' at *.url'],
    [holding({ url: 'https://user:topsecretpassword@colt.example/' }), ' at *.url'],
    [holding({ url: 'https://user@colt.example/' }), ' at *.url'],
    [holding({ url: 'https://:topsecretpassword@colt.example/' }), ' at *.url'],
    [holding({ url: 'http://user:topsecretpassword@localhost/' }), ' at *.url'],
    [holding({ secret: publicKey }), ' at *.secret'],
    [holding({ secret: 'whsec_' }), ' at *.secret'],
    [holding({ url: 'nowhere', secret: 'whsec_' }), ' at *.url, *.secret'],
    [holding({ keys: [sharedSecret] }), ' at *'],
  ];
  test.each(malformed)(
    'is refused in the form %#, and nothing of the secret is told',
    async (text, place) => {
      const { deps } = await startSecrets(text);
      expectUnreadable(await errorOf(secretCarrierAddresses(deps, secretArn).addressOf('colt')), place);
    },
  );

  test.each(['http://127.0.0.1:4700/orders', 'http://localhost/orders', 'http://[::1]:8080/'])(
    'may be on the same machine in clear text: %s',
    async (url) => {
      const { deps } = await startSecrets(holding({ url }));
      expect(await secretCarrierAddresses(deps, secretArn).addressOf('colt')).toEqual({ ...colt, url });
    },
  );
});

describe('A secret that is one key', () => {
  test('is the secret’s text', async () => {
    const { deps } = await startSecrets('k'.repeat(32));
    expect(await secretKey(deps, 'cursor-key')()).toBe('k'.repeat(32));
  });

  test.each(['', 'k'.repeat(31)])('is not %j: too short', async (text) => {
    const { deps } = await startSecrets(text);
    await expect(secretKey(deps, 'cursor-key')()).rejects.toMatchObject({
      name: 'SettingUnreadableError',
      message: 'cursor-key is shorter than 32 characters',
    });
  });

  test('is no secret that holds bytes', async () => {
    const { deps, answers } = await startSecrets('');
    answers(json({ SecretBinary: 'AAAA' }));
    await expect(secretKey(deps, 'cursor-key')()).rejects.toThrow('cursor-key holds no text');
  });
});

describe('The closed days of the table', () => {
  const item = (days: string | undefined): WireAnswer =>
    json({
      Item: {
        pk: { S: 'CALENDAR' },
        sk: { S: 'CLOSED_DAYS' },
        ...(days === undefined ? {} : { days: { S: days } }),
      },
    });

  const startTable = async (first: WireAnswer) => {
    const clock = createWallClock();
    const covered: unknown[] = [];
    let answer = first;
    const { calls, config } = await startEndpoint(() => answer);
    return {
      calls,
      covered,
      pass: clock.pass,
      answers: (next: WireAnswer) => {
        answer = next;
      },
      closedDays: dynamoClosedDays({
        table: { client: dynamoClient({ ...config, maxAttempts: 1 }), table: 'records' },
        wallClock: clock.wallClock,
        onCovered: (error) => covered.push(error),
      }),
    };
  };

  test('are as many as their version says, and close the calendar', async () => {
    const { closedDays, calls } = await startTable(
      item('[{ "date": "2026-05-15", "name": "Bridge day" }, { "date": "2026-12-28" }]'),
    );
    const days = await closedDays();
    expect(days).toEqual({
      version: 'closed-days-2',
      days: [{ date: '2026-05-15', name: 'Bridge day' }, { date: '2026-12-28' }],
    });
    expect(workingCalendar(days).whyClosed('2026-05-15')).toMatchObject({
      why: 'closed',
      name: 'Bridge day',
    });
    expect(calls.map(({ operation, text }) => [operation, JSON.parse(text).Key])).toEqual([
      ['GetItem', { pk: { S: 'CALENDAR' }, sk: { S: 'CLOSED_DAYS' } }],
    ]);
  });

  test('are none as long as none are announced', async () => {
    const { closedDays } = await startTable(json({}));
    expect(await closedDays()).toEqual(noClosedDays);
  });

  test('are read again after a minute, and stay the last good ones for an hour', async () => {
    const { closedDays, answers, pass, covered } = await startTable(item('[]'));
    await closedDays();
    pass(60);
    answers(item('[{ "date": "2026-05-15" }]'));
    expect((await closedDays()).version).toBe('closed-days-1');
    pass(60);
    answers(jsonError('ResourceNotFoundException'));
    expect((await closedDays()).version).toBe('closed-days-1');
    expect(covered).toHaveLength(1);
    pass(3600);
    await expect(closedDays()).rejects.toBeInstanceOf(UnavailableError);
  });

  test.each([
    ['{}', ''],
    ['["2026-05-15"]', ' at 0'],
    ['[{ "date": "2026-02-30" }]', ' at 0.date'],
    ['[{ "date": "15/05/2026" }]', ' at 0.date'],
    ['[{ "date": "2026-05-15", "name": "" }]', ' at 0.name'],
    ['[{ "day": "2026-05-15" }]', ' at 0.date, 0'],
  ])('are not %s', async (days, place) => {
    const { closedDays } = await startTable(item(days));
    await expect(closedDays()).rejects.toMatchObject({
      name: 'SettingUnreadableError',
      message: `The list of closed days is not in its expected form${place}`,
    });
  });

  test('are no item without a list', async () => {
    const { closedDays } = await startTable(item(undefined));
    await expect(closedDays()).rejects.toMatchObject({ name: 'SettingUnreadableError' });
  });
});
