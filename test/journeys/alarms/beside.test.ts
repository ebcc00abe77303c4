import { createHash } from 'node:crypto';
import type { Receivers } from '../../../functions/webhooks/receivers.ts';
import { besideAlarms } from '../../../operations/alarms/beside.ts';
import { testAlarms } from '../../support/alarm-tests.ts';
import { type AlarmWorld, callsOf } from '../../support/alarm-world.ts';
import { singleNumberBody } from '../../support/example-body.ts';
import {
  askBack,
  awaitingRequest,
  completedRequest,
  eraseSubscriber,
  mustBe,
} from '../../support/journey.ts';
import type { SandboxClient } from '../../support/sandbox-client.ts';
import { addEndpoint, draftOf } from '../../support/webhook-world.ts';

const upload = async (client: SandboxClient, id: string): Promise<void> => {
  const file = Buffer.from('%PDF-1.7 signed');
  const announced = {
    mediaType: 'application/pdf',
    sizeBytes: file.byteLength,
    sha256: createHash('sha256').update(file).digest('hex'),
  };
  const { url } = mustBe(
    await client.post(`/v1/port-requests/${id}/authorisation/uploads`, announced),
    201,
  ).json;
  const { pathname } = new URL(url);
  const headers = { 'content-type': 'application/pdf' };
  mustBe(await client.call('PUT', pathname, { token: null, rawBody: file, headers }), 200);
};

const silent: Receivers = {
  faultsOf: async () => [],
  post: async () => ({ status: null, error: 'timeout' }),
};

/** Fails the first time it is told of something. */
const firstFails = (): Receivers => {
  let posts = 0;
  return {
    faultsOf: async () => [],
    post: async () => {
      posts += 1;
      return { status: posts === 1 ? 503 : 204, error: null };
    },
  };
};

/** A carrier that takes no report for a while. */
const reportsFailFor =
  (by: string) =>
  async ({ client, failing, failingFor }: AlarmWorld): Promise<void> => {
    const id = await completedRequest(client);
    failing(callsOf('operator'));
    mustBe(await askBack(client, id, 'The shop cannot be reached.'), 200);
    await failingFor(by, callsOf('operator'));
  };

/** A feed that takes nothing for a while. */
const publishingFailsFor =
  (by: string, numbers: readonly string[] = ['025805070']) =>
  async ({ client, failing, failingFor }: AlarmWorld): Promise<void> => {
    failing(callsOf('records', 'append'));
    for (const number of numbers) await draftOf(client, number);
    await failingFor(by, callsOf('records', 'append'));
  };

/** Nobody can look which webhooks are to be tried again. */
const lookForWebhooksFails = async ({ client, failing, failingFor }: AlarmWorld): Promise<void> => {
  await addEndpoint(client, 'https://portal.example/hooks');
  failing(callsOf('records', 'dueLanes'));
  await draftOf(client);
  await failingFor('PT9M', callsOf('records', 'dueLanes'));
};

testAlarms('what goes on beside ports', besideAlarms, {
  UploadFailed: {
    live: async ({ client, failing, failingFor }) => {
      const id = await awaitingRequest(client);
      failing(callsOf('records', 'commit'));
      await upload(client, id);
      await failingFor('PT5M', callsOf('records', 'commit'));
    },
  },
  ErasureFailed: {
    live: async ({ client, failing, failingFor }) => {
      const id = await completedRequest(client);
      await client.clock({ by: 'P30D' });
      failing(callsOf('files'));
      mustBe(await eraseSubscriber(client, id), 200);
      await failingFor('PT5M', callsOf('files'));
    },
  },
  CarrierReportFailed: { live: reportsFailFor('PT25H') },
  SideWorkFailing: { live: reportsFailFor('PT45M') },
  PublicationFailed: { live: publishingFailsFor('PT25H') },
  EventsLate: { live: publishingFailsFor('PT20M') },
  WebhookFailed: {
    live: async ({ client, failing, failingFor }) => {
      await addEndpoint(client, 'https://portal.example/hooks');
      failing(callsOf('records', 'take'));
      await draftOf(client);
      await failingFor('PT5M', callsOf('records', 'take'));
    },
  },
  WebhooksLate: {
    why: 'a lane is put aside after five minutes and found again by its timer',
    metric: 'QueueOldestSeconds',
    dimensions: { Queue: 'webhooks' },
    byMinute: [300, 600, 900],
    inPeace: [5, 240, 600],
  },
  WebhookSweepFailed: { live: lookForWebhooksFails, receivers: firstFails() },
  WebhookEndpointsDisabled: {
    receivers: silent,
    live: async ({ client }) => {
      for (const path of ['one', 'two', 'three']) await addEndpoint(client, `https://portal.example/${path}`);
      await awaitingRequest(client, singleNumberBody());
      await client.clock({ by: 'P4D' });
    },
  },
  EventWorkFailing: { live: publishingFailsFor('PT10M', ['025805070', '025805080']) },
  EventWorkersFailing: { live: lookForWebhooksFails, receivers: firstFails() },
});
