import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { approvedRequest, happenedTo, openLink, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

// Approved for Monday 30 March 2026: Easter Monday, 6 April, lies in the window, so its last day is 13 April.
const aroundEaster = {
  submitted: '2026-03-16T09:00:00Z',
  date: '2026-03-30',
  lastDay: '2026-04-13',
} as const;

// Approved for Wednesday 22 April 2026: 1 May lies in the window, so its last day is 6 May.
const aroundFirstOfMay = {
  submitted: '2026-04-08T09:00:00Z',
  date: '2026-04-22',
  lastDay: '2026-05-06',
} as const;

const closedMoments = [
  {
    when: 'at 08:59:59',
    ...aroundEaster,
    at: '2026-03-31T06:59:59Z',
    opensAt: '2026-03-31T07:00:00Z',
    closesAt: '2026-03-31T13:00:00Z',
  },
  {
    when: 'at 15:00:00',
    ...aroundEaster,
    at: '2026-03-31T13:00:00Z',
    opensAt: '2026-04-01T07:00:00Z',
    closesAt: '2026-04-01T13:00:00Z',
  },
  {
    when: 'on a Friday night',
    ...aroundFirstOfMay,
    at: '2026-04-24T21:00:00Z',
    opensAt: '2026-04-27T07:00:00Z',
    closesAt: '2026-04-27T13:00:00Z',
  },
  {
    when: 'on a Saturday',
    ...aroundEaster,
    at: '2026-04-04T08:00:00Z',
    opensAt: '2026-04-07T07:00:00Z',
    closesAt: '2026-04-07T13:00:00Z',
  },
  {
    when: 'on Easter Monday',
    ...aroundEaster,
    at: '2026-04-06T08:00:00Z',
    opensAt: '2026-04-07T07:00:00Z',
    closesAt: '2026-04-07T13:00:00Z',
  },
  {
    when: 'on 1 May',
    ...aroundFirstOfMay,
    at: '2026-05-01T08:00:00Z',
    opensAt: '2026-05-04T07:00:00Z',
    closesAt: '2026-05-04T13:00:00Z',
  },
  {
    when: 'at 15:00:00 on the last day',
    ...aroundFirstOfMay,
    at: '2026-05-06T13:00:00Z',
    opensAt: null,
    closesAt: null,
  },
  { when: 'on day 10', ...aroundFirstOfMay, at: '2026-05-07T08:00:00Z', opensAt: null, closesAt: null },
  { when: 'on day 10', ...aroundEaster, at: '2026-04-14T08:00:00Z', opensAt: null, closesAt: null },
] as const;

const requestApprovedFor = async ({
  submitted,
  date,
}: {
  readonly submitted: string;
  readonly date: string;
}) => {
  const client = await SandboxClient.start(submitted);
  const body = exampleBody({ authorisation: { signedBy: 'Marie Dupont', signedOn: submitted.slice(0, 10) } });
  const id = await approvedRequest(client, { body, at: submitted, data: { date } });
  return { client, id };
};

describe.each(closedMoments)('a start $when', ({ at, opensAt, closesAt, lastDay, ...approval }) => {
  test('is refused by the API, which says when it would be accepted', async () => {
    const { client, id } = await requestApprovedFor(approval);
    await client.clock({ to: at });

    const refused = await startNow(client, id);

    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ code: 'window.closed', opensAt, closesAt, lastDay });
    expect(await happenedTo(client, id)).not.toContain('started');
    expect((await client.read(id)).allowedActions).not.toContain('start');
  });

  test('is refused by the link, right digits or not, and shown to whoever opens it', async () => {
    const { client, id } = await requestApprovedFor(approval);
    await client.clock({ to: at });
    const link = await client.startLink(id);

    const pages = [
      await openLink(client, link),
      await client.confirm(link, '5050'),
      await client.confirm(link, '1111'),
    ];

    const heading =
      opensAt === null ? 'Le démarrage n&#39;est plus possible' : 'Impossible de démarrer maintenant';
    expect(pages.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(pages.filter(({ text }) => text.includes(heading))).toHaveLength(3);
    expect(await happenedTo(client, id)).not.toContain('started');
  });
});

const openings = closedMoments.flatMap(({ opensAt, ...moment }) =>
  opensAt === null ? [] : [{ ...moment, opensAt }],
);

test.each(openings)(
  'after a start $when, the next one is accepted at $opensAt to the second',
  async (moment) => {
    const { client, id } = await requestApprovedFor(moment);
    await client.clock({ to: moment.opensAt });

    expect((await startNow(client, id)).status).toBe(200);
  },
);

test('wrong digits outside the hours are no try', async () => {
  const { client, id } = await requestApprovedFor(aroundEaster);
  await client.clock({ to: '2026-03-31T13:00:00Z' });
  const link = await client.startLink(id);

  for (let tries = 0; tries < 6; tries += 1) await client.confirm(link, '1111');
  await client.clock({ to: '2026-04-01T07:00:00Z' });

  expect((await client.confirm(link, '5050')).status).toBe(200);
});

test('before the first day the API says when the window opens', async () => {
  const { client, id } = await requestApprovedFor(aroundEaster);
  await client.clock({ to: '2026-03-30T06:59:59Z' });

  const refused = await startNow(client, id);

  expect(refused).toMatchObject({
    status: 409,
    json: {
      code: 'window.closed',
      opensAt: '2026-03-30T07:00:00Z',
      closesAt: '2026-03-30T13:00:00Z',
      lastDay: '2026-04-13',
    },
  });
  expect((await client.read(id)).status).toBe('approved');
});

test.each(['awaiting_answer', 'rejected'])('no window is spoken of in %s', async (status) => {
  const client = await SandboxClient.start();
  const id = String((await client.create(exampleBody())).json.id);
  if (status === 'rejected') await client.event(id, 'request.rejected', { reasons: [{ code: 'other' }] });

  expect(await startNow(client, id)).toMatchObject({
    status: 409,
    json: { code: 'port_request.move_not_allowed', requestStatus: status },
  });
});
