import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { awaitingRequest, completedRequest, mustBe, rejectedRequest } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const commandRoutes = routes.filter(
  ({ method, path, access }) =>
    method === 'POST' && path.startsWith('/v1/port-requests/{id}/') && access !== 'operator-signature',
);

/** An event is first read by its type: only then is it seen that it holds too much. */
const anEvent = (portRequestId: string) => ({
  type: 'request.acknowledged',
  portRequestId,
  attempt: 1,
  occurredAt: '2026-03-30T08:00:00Z',
  data: { operatorReference: 'C-1' },
});

/** Everything of a request that a person may have typed. */
const dataOf = async (client: SandboxClient, id: string) => {
  const { subscriber, contact, numbers, mainNumber, losingOperator, contract, authorisation, version } =
    await client.read(id);
  return { subscriber, contact, numbers, mainNumber, losingOperator, contract, authorisation, version };
};

describe('the data of a request change by an edit alone', () => {
  test.each(commandRoutes.map(({ path }) => path))('%s takes none of them beside its own', async (path) => {
    // In this status they may be edited, so that only the body stands in the way.
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    const report = { kind: 'other', description: 'The lift does not answer' };
    const incident = mustBe(await client.post(`/v1/port-requests/${id}/incidents`, report), 201);
    const before = await dataOf(client, id);
    const target = path.replace('{id}', id).replace('{incidentId}', incident.json.id);
    const answer = await client.post(
      target,
      { ...(path.endsWith('/operator-events') && anEvent(id)), subscriber: { name: 'Somebody Else' } },
      { token: await client.deskToken() },
    );
    expect(answer).toMatchObject({ status: 400, json: { code: 'request.malformed' } });
    expect(answer.text).toContain('field.unknown');
    expect(await dataOf(client, id)).toEqual(before);
  });

  test('there is no call that replaces or changes several at once', () => {
    const changing = routes.filter(
      ({ method, path }) => !['GET', 'HEAD', 'POST'].includes(method) && path.startsWith('/v1/port-requests'),
    );
    expect(changing.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /v1/port-requests/{id}',
      'PATCH /v1/port-requests/{id}/incidents/{incidentId}',
    ]);
  });
});

describe('what is only judged changes nothing', () => {
  /** Everything that a judgement could leave behind. */
  const traces = async (client: SandboxClient) => ({
    requests: (await client.get('/v1/port-requests')).json.items,
    mails: await client.mails(),
    told: (await client.get('/sandbox/operators/colt/outbox', { token: null })).json.items,
  });

  test('a request that is refused, a submission that is refused, and a check', async () => {
    const client = await SandboxClient.start();
    const draft = mustBe(await client.create(exampleBody({ submit: false, authorisation: null })), 201);
    const before = await traces(client);

    mustBe(await client.create(exampleBody({ numbers: ['025805055'] })), 422);
    mustBe(await client.post(`/v1/port-requests/${draft.json.id}/submission`), 422);
    mustBe(await client.post('/v1/number-checks', { numbers: ['025805050-059', 'no number'] }), 200);

    expect(await traces(client)).toEqual(before);
    expect(await client.history(draft.json.id)).toHaveLength(1);
    // Nor does it hold a number.
    mustBe(await client.create(singleNumberBody('025805070')), 201);
  });
});

test('two notes of one instant are both there, in the order of their sequence', async () => {
  const client = await SandboxClient.start();
  const id = await awaitingRequest(client);
  const path = `/v1/port-requests/${id}/notes`;
  const desk = await client.deskToken();

  await Promise.all([
    client.post(path, { text: 'From the reseller.' }),
    client.post(path, { text: 'From the desk.' }, { token: desk }),
  ]);

  const { items } = (await client.get(path)).json;
  expect(items.map(({ text }: { readonly text: string }) => text).toSorted()).toEqual([
    'From the desk.',
    'From the reseller.',
  ]);
  expect(items.map(({ at }: { readonly at: string }) => at)).toEqual(Array(2).fill('2026-03-30T08:00:00Z'));
  // Whoever has read up to the last entry before finds both after it.
  expect(items.map(({ sequence }: { readonly sequence: number }) => sequence)).toEqual([4, 5]);
  expect((await client.history(id)).slice(3).map(({ sequence, type }) => [sequence, type])).toEqual([
    [4, 'port_request.noted'],
    [5, 'port_request.noted'],
  ]);
});

test('a completed request is found by the first, a middle and the last number of its range', async () => {
  const client = await SandboxClient.start();
  const id = await completedRequest(client);
  const foundBy = async (number: string) =>
    (await client.get(`/v1/port-requests?number=${number}`)).json.items.map(
      (item: { readonly id: string }) => item.id,
    );

  for (const number of ['025805050', '025805055', '025805059', '025805050-059'])
    expect(await foundBy(number)).toEqual([id]);
  for (const number of ['025805049', '025805060']) expect(await foundBy(number)).toEqual([]);
});
