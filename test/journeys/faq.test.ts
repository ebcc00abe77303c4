import { describe, expect, test } from 'vitest';
import { dataOf } from '../../client/src/index.ts';
import { exampleBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  completedRequest,
  confirmation,
  mailed,
  mustBe,
  recipients,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Mail = { readonly template: string; readonly text: string };

const placesOf = (problems: readonly { readonly code: string; readonly pointer: string }[]) =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('the customer uses only a few of his numbers (F9)', () => {
  test('so all of them are ported, and those he does not want are named for cancelling, afterwards (F11)', async () => {
    // Given a range of ten, of which two are not to be kept
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    // Then the whole range was ported
    expect((await client.read(id)).numbers).toMatchObject([
      { number: '+3225805070', completedAt: '2026-04-14T07:20:00Z' },
      { start: '+3225805050', size: 10, completedAt: '2026-04-14T07:20:00Z' },
    ]);
    expect((await client.read(id)).contract?.cancelAfterPort).toMatchObject([
      { number: '+3225805058' },
      { number: '+3225805059' },
    ]);
    // And only the last mail names them as to be cancelled
    const mails: readonly Mail[] = await client.mails(`portRequestId=${id}`);
    const naming = mails.filter(({ text }) => text.includes('- 02 580 50 58'));
    expect(naming.map(({ template }) => template)).toEqual(['completed']);
  });
});

describe('the customer decides not to port some numbers (F13)', () => {
  const contract = { numbersLeftBehind: ['025805099'], linkedServices: [], protectedLines: [] };
  const acknowledgements = { numbersCheckedWithOperator: true, noProtectedLines: true };

  test('which may delay the port or get it refused: a warning, and the reseller has to know it (F10, F16)', async () => {
    const client = await SandboxClient.start();
    const refused = mustBe(await client.create(exampleBody({ contract, acknowledgements })), 422);
    expect(placesOf(refused.json.errors)).toEqual([
      'acknowledgement.missing /acknowledgements/numbersLeftBehindMayDelay',
    ]);

    const known = { ...acknowledgements, numbersLeftBehindMayDelay: true };
    const id = await awaitingRequest(client, exampleBody({ contract, acknowledgements: known }));

    expect(placesOf((await client.read(id)).warnings)).toContain(
      'numbers.left_behind /contract/numbersLeftBehind',
    );
  });

  test('and can have them cancelled after the port (F11)', async () => {
    const client = await SandboxClient.start();
    const known = { ...acknowledgements, numbersLeftBehindMayDelay: true };
    const body = exampleBody({ contract, acknowledgements: known });
    const id = await approvedRequest(client, { body });
    await client.clock({ to: '2026-04-14T07:00:00Z' });
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:00:00Z' }), 202);

    const [mail]: readonly Mail[] = await client.mails(`portRequestId=${id}&template=completed`);
    expect(mail?.text).toContain('- 02 580 50 99');
  });
});

describe('which numbers can be ported is known before anything is asked for (F2)', () => {
  test('number by number: some may not be portable (F13)', async () => {
    const client = await SandboxClient.start();
    const numbers = ['025805050-059', '0475123456', '080012345', '025805070'];
    const { items } = dataOf(await client.porting().POST('/v1/number-checks', { body: { numbers } }));
    expect(items.map(({ portable, problems }) => [portable, ...problems.map(({ code }) => code)])).toEqual([
      [true],
      [false, 'number.mobile'],
      [false, 'number.freephone'],
      [true],
    ]);
  });
});

describe('the date can be asked for at once (F17)', () => {
  test.each([
    ['by a quote', { quote: { reference: 'DEV-1', approvedOn: '2026-03-30' } }],
    ['without one', {}],
  ])('%s', async (_, given) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, exampleBody({ desiredDate: '2026-04-20', ...given }));
    expect(await client.read(id)).toMatchObject({ status: 'awaiting_answer', desiredDate: '2026-04-20' });
  });
});

describe('an e-mail comes (F21)', () => {
  test('the first date that is ever set is mailed, also where nobody asked for one', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client, { data: {} });

    expect((await mailed(client, id)).filter((mail) => mail.startsWith('approved'))).toEqual([
      `approved ${recipients.contact}`,
    ]);
    const [mail]: readonly Mail[] = await client.mails(`portRequestId=${id}&template=approved`);
    expect((await client.read(id)).approvedDate).toBe('2026-04-14');
    expect(mail?.text).toContain('dinsdag 14 april 2026');
  });
});
