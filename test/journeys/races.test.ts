import { expect, test } from 'vitest';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import { exampleBody } from '../support/example-body.ts';
import {
  awaitingRequest,
  cancel,
  confirmation,
  happenedTo,
  mustBe,
  readyRequest,
  rejectedRequest,
  resubmit,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

test.each(['start first', 'cancellation first'])(
  'of a start and a cancellation at once, one wins: %s',
  async (order) => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const calls = [() => startNow(client, id), () => cancel(client, id)];

    const answers = await Promise.all(
      (order === 'start first' ? calls : calls.toReversed()).map((call) => call()),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await client.read(id)).status).toBe(winner?.json.status);
    expect(await toldCarrier(client, id)).toEqual([
      'request.submitted 1',
      winner?.json.status === 'in_progress' ? 'port.started 1' : 'request.cancelled 1',
    ]);
    expect(firstBrokenSequence(await client.history(id))).toBeUndefined();
  },
);

test('a cancellation and an approval at once end cancelled, whoever was first', async () => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(client);

  const [cancelled] = await Promise.all([cancel(client, id), client.event(id, 'request.approved', {})]);

  expect(cancelled.status).toBe(200);
  expect((await client.read(id)).status).toBe('cancelled');
  expect(firstBrokenSequence(await client.history(id))).toBeUndefined();
  expect((await toldCarrier(client, id)).at(-1)).toBe('request.cancelled 1');
});

test('two people with a link of their own may confirm at once: the port starts once, and both are told so', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  await client.clock({ to: '2026-04-21T07:00:00Z' });
  const links = await startLinks(client, id);

  const pages = await Promise.all(links.map((link) => client.confirm(link, confirmation)));

  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  expect((await happenedTo(client, id)).filter((type) => type === 'started')).toHaveLength(1);
  expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'port.started 1']);
});

test('of two corrections of one version, the second is told to read again', async () => {
  const client = await SandboxClient.start();
  const id = await rejectedRequest(client);
  const patch = (noteToOperator: string) =>
    client.call('PATCH', `/v1/port-requests/${id}`, {
      body: { noteToOperator },
      headers: { 'if-match': '"4"' },
    });

  const answers = await Promise.all([patch('one'), patch('two')]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await client.read(id)).noteToOperator).toBe(
    answers.find(({ status }) => status === 200)?.json.noteToOperator,
  );
});

test('two submissions at once open one attempt', async () => {
  const client = await SandboxClient.start();
  const id = await rejectedRequest(client);

  const answers = await Promise.all([resubmit(client, id), resubmit(client, id)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await client.read(id)).attempts).toHaveLength(2);
  expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'request.submitted 2']);
});

test('fifty requests at once each get their own history and mail', async () => {
  const client = await SandboxClient.start();
  const numbers = Array.from({ length: 50 }, (_, index) => `0258051${String(index).padStart(2, '0')}`);
  const bodyOf = (number: string) => exampleBody({ numbers: [number], mainNumber: number, contract: null });

  const answers = await Promise.all(numbers.map((number) => client.create(bodyOf(number))));
  for (const answer of answers) mustBe(answer, 201);
  const histories = await Promise.all(answers.map(({ json }) => happenedTo(client, json.id)));

  expect(new Set(histories.map((history) => history.join(' ')))).toEqual(
    new Set(['created submitted sent_to_operator']),
  );
  expect(await client.mails('template=request_received')).toHaveLength(50);
});
