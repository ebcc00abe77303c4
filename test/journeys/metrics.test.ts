import { describe, expect, test } from 'vitest';
import { counted, measuredSeries } from '../support/counted.ts';
import { singleNumberBody } from '../support/example-body.ts';
import { incidentCalls } from '../support/incident-calls.ts';
import {
  approvedRequest,
  askBack,
  awaitingRequest,
  cancel,
  completedRequest,
  correct,
  moments,
  mustBe,
  openLink,
  rejectedRequest,
  resubmit,
  startNow,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { faultOf } from '../support/watched-metrics.ts';
import { addEndpoint, draftOf, webhookWorld } from '../support/webhook-world.ts';

test('one port from its request to its end is counted once, step by step', async () => {
  const client = await SandboxClient.start();
  await completedRequest(client);
  expect(await counted(client)).toEqual({
    'RequestsSubmitted proximus': 1,
    'MailsSent request_received': 1,
    'AnswersApproved proximus': 1,
    'AnswerWorkingDays proximus': 3,
    'MailsSent approved': 1,
    WindowsOpened: 1,
    WindowOpenedLateSeconds: 0,
    'MailsSent window_opened': 1,
    'StartPageAnswers started': 1,
    'PortsStarted subscriber': 1,
    'MailsSent started': 1,
    'PortsCompleted complex': 1,
    'InterruptionMinutes complex': 20,
    'MailsSent completed': 1,
  });
});

test('a refusal is counted with each of its reasons, for the operator that refused, whoever is named next', async () => {
  const client = await SandboxClient.start();
  const id = await rejectedRequest(client, [
    { code: 'account_number_mismatch' },
    { code: 'number_not_in_service', numbers: ['+3225805070'] },
    { code: 'a code that nobody knows' },
  ]);
  mustBe(await correct(client, id, { losingOperator: { name: 'Telenet', accountNumber: '77' } }), 200);
  mustBe(await resubmit(client, id), 200);
  mustBe(await cancel(client, id), 200);
  expect(await counted(client)).toEqual({
    'RequestsSubmitted proximus': 1,
    'MailsSent request_received': 2,
    'AnswersRejected proximus': 1,
    'AnswerWorkingDays proximus': 0,
    'RejectionReasons account_number_mismatch': 1,
    'RejectionReasons number_not_in_service': 1,
    'RejectionReasons other': 1,
    'MailsSent rejected': 1,
    'MailsSent desk_escalation': 1,
    'RequestsSubmitted telenet': 1,
    RequestsCancelled: 1,
    'MailsSent cancelled': 1,
    // The wait of the first attempt is over, whatever happens to the second.
    WakeUpsGone: expect.any(Number),
  });
});

test('what the carrier and the mail service do not take is counted, each time, and what went out once', async () => {
  const client = await SandboxClient.start();
  const fault = (target: string, mode: string, times: number) =>
    client.post('/sandbox/faults', { target, mode, times }, { token: null });
  await fault('operator', 'error', 2);
  await fault('mail', 'throttle', 3);
  await awaitingRequest(client);
  await client.clock({ by: 'PT1H' });
  expect(await counted(client)).toMatchObject({
    CarrierCallFailures: 2,
    'WorkFailures send-request': 2,
    MailSendFailures: 3,
    'WorkFailures send-mail': 3,
    'MailsSent request_received': 1,
    'RequestsSubmitted proximus': 1,
  });
});

/** Nothing that is typed anywhere may become a metric. */
const hostile = [
  '+3225805050',
  'Acme <acme@reseller.example>',
  'prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA',
  '__proto__',
];

describe('a long day with whatever people type', () => {
  /** Every kind of trouble once, with an operator, a tenant and texts that nobody foresaw. */
  const longDay = async () => {
    const client = await SandboxClient.start();
    const tokens = await Promise.all(
      ['toString', 'acme: "{}', 'constructor'].map((tenant) => client.tokenFor(tenant)),
    );
    for (const [index, name] of hostile.entries())
      await awaitingRequest(
        client,
        singleNumberBody(`02580506${index}`, {
          customerReference: name,
          losingOperator: { name, accountNumber: '612345678' },
        }),
        tokens[index],
      );

    const lost = await awaitingRequest(client, singleNumberBody('025805040'));
    const overdue = await awaitingRequest(client, singleNumberBody('025805041'));
    const failing = await approvedRequest(client);
    const simple = await approvedRequest(client, { body: singleNumberBody('025805042') });
    const expiring = await approvedRequest(client, { body: singleNumberBody('025805043') });
    await client.event(lost, 'answer.delayed', { until: '2026-04-20', reason: hostile[0] });
    await client.event(overdue, 'port.completed', { completedAt: '2026-04-02T09:00:00Z' });
    await client.clock({ to: moments.windowOpens });

    const link = await client.startLink(simple);
    await openLink(client, '/start/+3225805050');
    await client.call('HEAD', link, { token: null });
    await openLink(client, link);
    for (let tries = 0; tries < 5; tries += 1) await client.confirm(link, '1111');
    await client.call('POST', link, {
      token: null,
      rawBody: 'action=new-link',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    mustBe(await startNow(client, failing), 200);
    await client.event(failing, 'port.failed', { reason: hostile[1] });
    mustBe(await startNow(client, failing, await client.deskToken()), 200);
    await client.confirm(await client.startLink(simple), '5042');
    await openLink(client, await client.startLink(simple));
    await client.clock({ by: 'PT3H' });
    await incidentCalls(client, simple).opened({ kind: 'tv_lost', description: hostile[0], examples: [] });
    await client.clock({ to: '2026-04-17T08:00:00Z' });
    const completedAt = '2026-04-17T08:00:00Z';
    mustBe(await client.event(simple, 'port.completed', { completedAt }), 202);
    mustBe(await client.event(failing, 'port.completed', { completedAt }), 202);
    mustBe(await askBack(client, simple, 'Nobody can be reached'), 200);
    await client.clock({ to: moments.windowCloses });
    await openLink(client, await client.startLink(expiring));
    mustBe(await cancel(client, expiring), 200);
    client.sandbox.world().reportMail({
      source: 'aws.ses',
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent' },
        mail: { tags: { portRequestId: [simple], sequence: ['2'], template: ['request_received'] } },
      },
    });
    await client.clock({ by: 'PT1H' });
    return client;
  };

  test('emits everything that happened, and nothing that the catalogue does not know', async () => {
    const client = await longDay();
    const series = await measuredSeries(client);
    expect(series.flatMap((each) => faultOf(each) ?? [])).toEqual([]);
    expect(await counted(client)).toMatchObject({
      'RequestsSubmitted other': 4,
      'RequestsSubmitted proximus': 5,
      AnswersDelayed: 1,
      AnswersOverdueRecorded: expect.any(Number),
      'AnswersApproved proximus': 3,
      OperatorEventsRefused: 1,
      WindowsOpened: 3,
      WindowOpenedLateSeconds: 0,
      WindowsExpired: 1,
      'StartPageAnswers unknown_link': 1,
      'StartPageAnswers shown': 1,
      'StartPageAnswers wrong_confirmation': 4,
      'StartPageAnswers locked': 1,
      'StartPageAnswers new_link_sent': 1,
      'StartPageAnswers started': 1,
      'StartPageAnswers already_started': 1,
      'StartPageAnswers outside_window': 1,
      'PortsStarted reseller': 1,
      'PortsStarted desk': 1,
      'PortsStarted subscriber': 1,
      PortsFailed: 1,
      'InterruptionsOverrun simple': 1,
      'InterruptionsOverrun complex': 1,
      'PortsCompleted simple': 1,
      'PortsCompleted complex': 1,
      'IncidentsOpened tv_lost': 1,
      'IncidentsOpened unreachable': 2,
      'IncidentsOpened other': 1,
      IncidentsResolved: expect.any(Number),
      CompensationsDue: 2,
      ReturnsRequested: 1,
      RequestsCancelled: 1,
      MailsBounced: 1,
      'MailsSent window_opened': expect.any(Number),
      WakeUpsGone: expect.any(Number),
    });
    const told = JSON.stringify(series.map(({ name, dimensions }) => [name, dimensions]));
    for (const name of [...hostile, 'acme', 'colt', '025805', '+32']) expect(told).not.toContain(name);
    expect(told).not.toMatch(/\d{4}|@|(prt|evt|inc|whe)_/);
  });
});

test('a receiver that is given up is counted once, whatever waits for it', async () => {
  const { client, receiver } = await webhookWorld(({ path }) => (path === '/fine' ? 200 : 500));
  await addEndpoint(client, receiver.url());
  await addEndpoint(client, receiver.url('/fine'), { types: ['port_request.created'] });
  for (const number of ['025805071', '025805072']) await draftOf(client, number);
  await client.clock({ by: 'P4D' });
  expect(await counted(client)).toMatchObject({
    WebhookEndpointsDisabled: 1,
    'MailsSent webhook_endpoint_disabled': 1,
    'WebhookAttempts acknowledged': 2,
    'WebhookAttempts failed': receiver.tried.length - 2,
  });
});
