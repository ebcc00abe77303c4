import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { singleNumberBody } from '../support/example-body.ts';
import { moments, mustBe } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import { type Attempt, openReceiver, type Receiver } from './receiver.ts';
import { awaitingRequest, cancel, type Trip } from './trip.ts';

type Service = Trip['service'];

const addEndpoint = async (service: Service, url: string, types: readonly string[], contactEmail: string) =>
  mustBe(await service.post('/v1/webhook-endpoints', { url, types, contactEmail }), 201).json;

/** What was sent to an endpoint, oldest first. */
const deliveriesOf = async (service: Service, path: string) =>
  (await service.get(`${path}/deliveries?limit=100`)).json.items.toReversed();

/** What the reference package reads in a webhook; it throws for one that is not signed with this secret. */
const readByReference = (secret: string, { text, headers }: Attempt): unknown =>
  new Webhook(secret).verify(
    text,
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  );

/** The first pause before a retry is up to 72 seconds; a replay shortens it, unless the worker is not quite done with the lane. */
const afterPause = { seconds: 120 };

/** Resolves once the events of a request were taken at a path, in this order. */
const untilTaken = (receiver: Receiver, path: string, portRequestId: string, types: readonly string[]) =>
  eventually(
    `${types} of ${portRequestId} at ${path}`,
    async () => receiver.taken(path, portRequestId).join(),
    (taken) => taken === types.join(),
    afterPause,
  );

/** A request that is not submitted: whatever day it is, nothing happens to it but what somebody does. @returns its id. */
const draft = async (service: Service, number: string): Promise<string> =>
  mustBe(await service.create(singleNumberBody(number, { submit: false })), 201).json.id;

const fromRequestToEnd = ['created', 'submitted', 'sent_to_operator', 'cancelled'] as const;

/**
 * Its reseller has two endpoints, of which one answers 500 first: everything arrives there in order all the same, a minute later,
 * and is found again in the feed. Then an event is sent once more, the secret changes, and the endpoint goes.
 */
export const tellsReceiver = async (trip: Trip): Promise<void> => {
  const { clock, expect } = trip;
  const service = trip.serviceOf('listener');
  const own = { ...trip, service };
  const receiver = await openReceiver((path, before) => (path === '/all' && before === 0 ? 500 : 200));
  try {
    await clock.until(moments.submitted);
    const contact = 'it@listener.example';
    const all = await addEndpoint(service, receiver.url('/all'), ['*'], contact);
    await addEndpoint(service, receiver.url('/ends'), ['port_request.cancelled'], contact);
    const path = `/v1/webhook-endpoints/${all.id}`;
    const held = await awaitingRequest(own, '025806015');
    await eventually(
      'the first attempt',
      async () => receiver.came('/all').map(({ answered }) => answered),
      ([first]) => first === 500,
    );
    const drafts = [await draft(service, '025806016'), await draft(service, '025806018')] as const;
    for (const id of drafts) await untilTaken(receiver, '/all', id, ['created']);
    mustBe(await cancel(own, held), 200);
    clock.leave();
    await untilTaken(receiver, '/ends', held, ['cancelled']);

    await untilTaken(receiver, '/all', held, fromRequestToEnd);
    const log = await deliveriesOf(service, path);
    const [first] = log;
    expect(first).toMatchObject({
      portRequestId: held,
      status: 'delivered',
      attempts: [{ status: 500 }, { status: 200 }],
    });
    const feed = await service.feed(2);
    for (const id of [held, ...drafts]) {
      const { items } = (await service.get(`/v1/port-requests/${id}/history`)).json;
      expect(feed.filter(({ portRequestId }) => portRequestId === id)).toEqual(items);
    }
    expect(feed.map(({ id }) => id)).toEqual(log.map(({ eventId }: { eventId: string }) => eventId));
    for (const attempt of receiver.came('/all')) {
      const { hash: _, previousHash: __, ...sent } = feed.find(({ id }) => id === attempt.event.id);
      expect(readByReference(all.secret, attempt)).toEqual(sent);
      expect(attempt.headers['webhook-id']).toBe(sent.id);
    }

    mustBe(await service.post(`${path}/deliveries/${first.id}/replay`), 202);
    await untilTaken(receiver, '/all', held, [...fromRequestToEnd, 'created']);

    const { secret } = mustBe(await service.post(`${path}/secret`), 200).json;
    expect(secret).not.toBe(all.secret);
    mustBe(await cancel(own, drafts[0]), 200);
    await untilTaken(receiver, '/all', drafts[0], ['created', 'cancelled']);
    const last = receiver.came('/all').at(-1);
    for (const each of [all.secret, secret])
      expect(last && readByReference(each, last)).toMatchObject({ type: 'port_request.cancelled' });

    mustBe(await service.call('DELETE', path), 204);
    expect((await service.get(path)).json.code).toBe('webhook_endpoint.not_found');
    const before = receiver.came('/all').length;
    mustBe(await cancel(own, drafts[1]), 200);
    await untilTaken(receiver, '/ends', drafts[1], ['cancelled']);
    expect(receiver.came('/all').length).toBe(before);
  } finally {
    receiver.close();
  }
};

/** Nothing has arrived at its reseller's receiver for three days: whoever is named for it is told, and it is used again on request. */
export const givesUpOnReceiver = async (trip: Trip): Promise<void> => {
  const { clock, expect } = trip;
  const service = trip.serviceOf('forgetful');
  let status = 500;
  const receiver = await openReceiver(() => status);
  try {
    await clock.until(moments.submitted);
    const contact = 'it@forgetful.example';
    const endpoint = await addEndpoint(service, receiver.url('/'), ['*'], contact);
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    const id = await draft(service, '025806017');
    clock.leave();
    const [first] = await eventually(
      'a failed attempt',
      () => deliveriesOf(service, path),
      ([delivery]) => delivery?.attempts.length === 1,
    );

    await service.backdateFailures(toInstantText(Temporal.Now.instant().subtract({ hours: 73 })));
    mustBe(await service.post(`${path}/deliveries/${first.id}/replay`), 202);

    await eventually(
      'the endpoint given up',
      async () => String((await service.get(path)).json.status),
      (seen) => seen === 'disabled',
      afterPause,
    );
    expect((await service.feed()).at(-1)).toMatchObject({
      type: 'webhook_endpoint.disabled',
      portRequestId: null,
      data: { endpointId: endpoint.id },
    });
    await eventually(
      `one mail to ${contact}`,
      () => service.mailedTo(contact),
      ({ length }) => length === 1,
    );
    await eventually(
      'nothing waiting any more',
      () => deliveriesOf(service, path),
      ([delivery]) => delivery.status === 'failed' && delivery.attempts.length === 2,
    );

    status = 200;
    mustBe(await service.post(`${path}/enablement`), 200);
    mustBe(await cancel({ ...trip, service }, id), 200);
    await untilTaken(receiver, '/', id, ['cancelled']);
  } finally {
    receiver.close();
  }
};
