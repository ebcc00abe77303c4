import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  expiredRequest,
  happenedTo,
  machinePath,
  mailed,
  mustBe,
  openLink,
  recipients,
  resubmit,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, starter } = recipients;

describe('a port that nobody starts', () => {
  test('expires at three on the last day, and everybody is told', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);

    expect(await client.read(id)).toMatchObject({
      status: 'expired',
      nextStep: { actor: 'reseller', action: 'ask_new_date' },
      allowedActions: ['edit', 'submit', 'cancel', 'report_incident'],
      attempts: [{ outcome: 'expired', closedAt: '2026-04-27T13:00:00Z' }],
    });
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'approved',
      'window_opened',
      'reminded',
      'reminded',
      'expired',
    ]);
    expect((await client.history(id)).at(-1)).toMatchObject({
      occurredAt: '2026-04-27T13:00:00Z',
      previousStatus: 'ready_to_start',
      actor: { kind: 'clock', id: null },
    });
    expect(await mailed(client, id)).toEqual([
      `request_received ${contact}`,
      `approved ${contact}`,
      `window_opened ${starter}`,
      `start_reminder ${starter}`,
      `last_day ${starter}`,
      `expired ${contact}`,
    ]);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'request.expired 1']);
    expect((await machinePath(client, id)).slice(-2)).toEqual(['ReportExpiredWindow', 'WindowExpired']);
  });

  test('cannot be started any more, by the API or by any of its links', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);
    const links = await startLinks(client, id);

    const byApi = await startNow(client, id);
    const opened = await Promise.all(links.map((link) => openLink(client, link)));
    const confirmed = await Promise.all(links.map((link) => client.confirm(link, '5050')));

    expect(byApi).toMatchObject({
      status: 409,
      json: { code: 'window.closed', opensAt: null, closesAt: null, lastDay: '2026-04-27' },
    });
    expect([...opened, ...confirmed].map(({ status }) => status)).toEqual([409, 409, 409, 409, 409, 409]);
    expect(opened[0]?.text).toContain('Le démarrage n&#39;est plus possible');
    expect((await client.read(id)).status).toBe('expired');
  });

  test('gives its numbers free', async () => {
    const client = await SandboxClient.start();
    await expiredRequest(client);

    const other = await client.create(exampleBody(), { token: await client.tokenFor('other') });

    expect(other.status).toBe(201);
  });

  test('is approved and ported in a new attempt, and the links of the first start nothing', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);
    const [oldLink = ''] = await startLinks(client, id);

    const submitted = mustBe(await resubmit(client, id), 200);
    mustBe(await client.event(id, 'request.approved', { date: '2026-05-12' }, { attempt: 2 }), 202);
    await client.clock({ to: '2026-05-12T07:00:00Z' });
    const newLink = await client.startLink(id);

    expect(submitted.json).toMatchObject({ attempt: 2, desiredDate: '2026-05-12' });
    // 1 May is skipped: 27 April and ten working days.
    expect(submitted.json.deadlines.earliestDate.date).toBe('2026-05-12');
    expect((await client.confirm(oldLink, '5050')).status).toBe(409);
    expect((await client.confirm(newLink, '5050')).status).toBe(200);
    expect(await client.read(id)).toMatchObject({
      status: 'in_progress',
      attempts: [{ outcome: 'expired' }, { outcome: null, startedBy: 'subscriber' }],
    });
    expect(await toldCarrier(client, id)).toEqual([
      'request.submitted 1',
      'request.expired 1',
      'request.submitted 2',
      'port.started 2',
    ]);
  });
});
