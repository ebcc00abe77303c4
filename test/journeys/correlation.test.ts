import { expect, test } from 'vitest';
import { type LogLine, logTo } from '../../functions/runtime/log.ts';
import { exampleBody } from '../support/example-body.ts';
import { mustBe } from '../support/journey.ts';
import { addEndpoint, webhookWorld } from '../support/webhook-world.ts';

/** A world whose every line is kept, with an endpoint that is told of everything. */
const loggedWorld = async () => {
  const lines: LogLine[] = [];
  const log = logTo((line) => lines.push(line));
  const { client, receiver } = await webhookWorld(undefined, { options: { log } });
  await addEndpoint(client, receiver.url());
  return { client, lines };
};

/** What was logged under an id, in short: what was done, and of which kind. */
const under = (lines: readonly LogLine[], id: unknown): readonly string[] => [
  ...new Set(
    lines
      .filter(({ fields }) => fields['correlationId'] === id)
      .map(({ message, fields }) =>
        [message, fields['resource'] ?? fields['work'], fields['template'] ?? fields['type']]
          .filter((part) => part !== undefined)
          .join(' '),
      ),
  ),
];

const callOf = (lines: readonly LogLine[], resource: string): unknown =>
  lines.find(({ fields }) => fields['resource'] === resource)?.fields['correlationId'];

test('the id of an answer stands on every line from the call to the mail and the webhook', async () => {
  const { client, lines } = await loggedWorld();
  const { headers } = mustBe(await client.create(exampleBody()), 201);
  expect(under(lines, headers['x-request-id'])).toEqual(
    expect.arrayContaining([
      'http.completed /v1/port-requests',
      'work.completed relay port_request.submitted',
      'work.completed send-mail request_received',
      'work.completed publish',
      'webhook.attempted port_request.submitted',
      'work.completed deliver-webhook',
    ]),
  );
});

test('so does the id of an operator’s approval, and no other call’s', async () => {
  const { client, lines } = await loggedWorld();
  const created = mustBe(await client.create(exampleBody()), 201);
  mustBe(await client.event(created.json.id, 'request.approved', { date: '2026-04-14' }), 202);
  const approval = under(lines, callOf(lines, '/v1/operators/{operatorId}/events'));
  expect(approval).toEqual(
    expect.arrayContaining([
      'work.completed relay port_request.approved',
      'work.completed send-mail approved',
      'webhook.attempted port_request.approved',
    ]),
  );
  expect(approval).not.toContain('work.completed send-mail request_received');
  expect(under(lines, created.headers['x-request-id'])).not.toContain('work.completed send-mail approved');
});

test('what the clock does by itself has ids of its own, and no line has none', async () => {
  const { client, lines } = await loggedWorld();
  const created = mustBe(await client.create(exampleBody()), 201);
  mustBe(await client.event(created.json.id, 'request.approved', { date: '2026-04-14' }), 202);
  await client.clock({ to: '2026-04-14T07:00:00Z' });
  const opened = lines.find(({ fields }) => fields['template'] === 'window_opened')?.fields['correlationId'];
  expect(under(lines, opened)).toEqual(
    expect.arrayContaining([
      'work.completed relay port_request.window_opened',
      'work.completed send-mail window_opened',
    ]),
  );
  expect(under(lines, opened).filter((line) => line.startsWith('http.'))).toEqual([]);
  expect(lines.filter(({ fields }) => typeof fields['correlationId'] !== 'string')).toEqual([]);
});
