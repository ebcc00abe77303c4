import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EndpointMailJob } from '../../functions/correspondence/mail-job.ts';
import { type Mailer, MailRefusedError, type OutgoingMail } from '../../functions/correspondence/mailer.ts';
import { sendEndpointMail } from '../../functions/correspondence/send-endpoint-mail.edge.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { anEndpoint } from '../records/event-feed-contract.ts';

const now = Temporal.Instant.from('2026-04-17T07:00:00Z');

const disabled = anEndpoint('whe_1', {
  status: 'disabled',
  failingSince: '2026-04-14T07:00:00Z',
  disabledAtPosition: 9,
});

const job: EndpointMailJob = {
  template: 'webhook_endpoint_disabled',
  tenant: 'acme',
  endpointId: 'whe_1',
  position: 9,
};

/** A sender of mails about endpoints, of which acme has one. */
const createWorld = () => {
  const sent: OutgoingMail[] = [];
  const world = { sent, turns: 0, failures: 0, endpoint: disabled };
  const mailer: Mailer = {
    send: async (mail) => {
      world.failures -= 1;
      if (world.failures >= 0) throw new MailRefusedError('Throttled');
      sent.push(mail);
      return { messageId: `message-${sent.length}` };
    },
  };
  const mailLedger = createInMemoryMailLedger();
  const deps = {
    now: () => now,
    wallClock: () => now,
    mailLedger,
    mailer,
    mailTurn: async () => {
      world.turns += 1;
    },
    metrics: noMetrics,
    endpoints: { of: async (tenant: string) => ({ tenant, version: 1, endpoints: [world.endpoint] }) },
    mailSettings: { fonzerContact: { email: 'porting@fonzer.example', phone: null } },
  };
  return Object.assign(world, { mailLedger, send: () => sendEndpointMail(deps, job) });
};

let world = createWorld();
beforeEach(() => {
  world = createWorld();
});

describe('the mail about an endpoint that was given up', () => {
  test('goes once to whom its tenant named, and a job that comes late takes no turn from other mails', async () => {
    await world.send();
    for (let late = 0; late < 3; late += 1) await world.send();
    expect(world.sent).toMatchObject([
      {
        to: 'it@portal.example',
        tags: {
          template: 'webhook_endpoint_disabled',
          language: 'nl',
          endpointId: 'whe_1',
          sequence: '9',
        },
      },
    ]);
    expect(world.turns).toBe(1);
    await world.mailLedger.bounced({
      portRequestId: 'whe_1',
      sequence: 9,
      template: 'webhook_endpoint_disabled',
    });
    await world.send();
    expect([world.turns, world.sent.length]).toEqual([1, 1]);
  });

  test('leaves a line in the ledger without its address, whatever becomes of it', async () => {
    const lines = async () => JSON.stringify(await world.mailLedger.list('whe_1'));
    world.failures = 1;
    await expect(world.send()).rejects.toThrow(MailRefusedError);
    expect(await lines()).not.toContain('portal.example');
    await world.send();
    expect(await world.mailLedger.list('whe_1')).toMatchObject([{ sequence: 9, status: 'sent' }]);
    expect(await lines()).not.toContain('portal.example');
  });

  test.each([
    ['is used again', anEndpoint('whe_1')],
    ['was given up again since', { ...disabled, disabledAtPosition: 12 }],
    ['is gone', anEndpoint('whe_2')],
  ])('is not sent where the endpoint %s', async (_, endpoint) => {
    world.endpoint = endpoint;
    await world.send();
    expect([world.turns, world.sent]).toEqual([0, []]);
  });
});
