import { callExample } from '../support/incident-calls.ts';
import { moments, mustBe } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import {
  approve,
  awaitingRequest,
  recipients,
  type Trip,
  untilEnded,
  untilMailed,
  untilStartLink,
  untilTold,
} from './trip.ts';

const { contact, desk } = recipients;

/** Submits a request, has it approved, and starts it as soon as its window opens. @returns its id. */
const startedRequest = async (trip: Trip, number: string): Promise<string> => {
  const { service, clock } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, number);
  await clock.until(moments.approved);
  await approve(trip, id, '2026-04-14');
  await clock.until(moments.windowOpens);
  await service.untilStatus(id, 'ready_to_start');
  // A start overtakes the mail with the link: one that is needed no more is not sent.
  await untilMailed(trip, id, 3);
  mustBe(await service.post(`/v1/port-requests/${id}/start`), 200);
  await untilMailed(trip, id, 4);
  return id;
};

/** Once something happened to a request, that and whatever followed it. */
const untilHappened = async ({ service }: Trip, id: string, what: string): Promise<readonly string[]> => {
  const history = await eventually(
    `${what} in the history of ${id}`,
    () => service.history(id),
    (entries) => entries.some((entry) => entry.endsWith(` ${what}`)),
  );
  return history.slice(history.findIndex((entry) => entry.endsWith(` ${what}`)));
};

/** Some of its callers do not get through; what the carrier is told, what the desk has to do, and the way back. */
export const isTroubled = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  const number = '025806011';
  const id = await startedRequest(trip, number);
  const path = `/v1/port-requests/${id}`;
  const token = await service.deskToken();
  await clock.until('2026-04-14T07:20:00Z');
  mustBe(await service.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' }), 202);
  await untilMailed(trip, id, 5);
  await clock.until('2026-04-14T08:20:00Z');

  const examples = [0, 1].map((index) => callExample(index, { calledNumber: number }));
  const reported = mustBe(
    await service.post(`${path}/incidents`, { kind: 'partly_unreachable', examples }),
    201,
  ).json;
  expect(reported).toMatchObject({ diagnosis: 'routing', status: 'needs_examples', examplesMissing: 1 });
  const added = { examples: [callExample(2, { calledNumber: number })] };
  mustBe(await service.post(`${path}/incidents/${reported.id}/examples`, added), 200);
  expect(await untilTold(trip, id, 3)).toEqual([
    'request.submitted 1',
    'port.started 1',
    'incident.reported 1',
  ]);
  expect((await service.ordersOf(id)).at(-1)?.body).toMatchObject({
    incidentId: reported.id,
    losingOperator: { code: 'proximus' },
    numbers: [{ start: '+3225806011' }],
    calls: [0, 1, 2].map((index) => ({
      callingNumber: `+3247512340${index}`,
      calledNumber: '+3225806011',
      calledAt: '2026-04-14T09:40:00+02:00',
    })),
  });
  expect((await service.get(`${path}/incidents`)).json.items).toMatchObject([
    { id: reported.id, status: 'with_carrier' },
  ]);
  // Those of one moment may go out in any order.
  expect((await untilMailed(trip, id, 8)).slice(5).toSorted()).toEqual([
    `desk_incident ${desk}`,
    `incident_received ${contact}`,
    `incident_updated ${contact}`,
  ]);

  mustBe(await service.post(`${path}/notes`, { text: 'Can somebody call me?' }), 201);
  const [task] = await service.deskQueue(id);
  expect(task).toMatchObject({ what: 'note', since: '2026-04-14T08:20:00Z' });
  mustBe(await service.post(`/v1/desk/queue/${task?.id}/done`, undefined, { token }), 200);
  expect(await service.deskQueue(id)).toEqual([]);
  expect((await service.get(`${path}/notes`)).json.items).toMatchObject([{ text: 'Can somebody call me?' }]);

  const reason = 'Nobody can be reached.';
  mustBe(await service.post(`${path}/emergency-return`, { reason }, { token }), 200);
  expect((await untilTold(trip, id, 4)).at(-1)).toBe('return.requested 1');
  mustBe(await service.event(id, 'return.completed', { completedAt: '2026-04-14T08:20:00Z' }), 202);
  expect(await service.read(id)).toMatchObject({
    status: 'completed',
    openIncidents: [reported.id],
    emergencyReturn: { status: 'completed' },
  });
};

/** It takes longer than two hours, then fails, and is started again by a new link; the desk enters how it ended. */
export const failsOnce = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  const id = await startedRequest(trip, '025806012');
  const old = await untilStartLink(trip, id);
  await clock.until('2026-04-14T08:30:00Z');
  await untilHappened(trip, id, 'interruption_warned');
  expect(await service.deskQueue(id)).toMatchObject([{ what: 'interruption_warned' }]);

  await clock.until('2026-04-14T09:00:00Z');
  expect((await untilHappened(trip, id, 'interruption_overrun')).slice(0, 2)).toEqual([
    '2026-04-14T09:00:00Z interruption_overrun',
    '2026-04-14T09:00:00Z incident.opened',
  ]);
  expect((await untilMailed(trip, id, 6)).slice(4).toSorted()).toEqual([
    `desk_interruption_overrun ${desk}`,
    `interruption_overrun ${contact}`,
  ]);

  mustBe(await service.event(id, 'port.failed', { reason: 'The switch did not answer' }), 202);
  const link = await untilStartLink(trip, id, 2);
  expect(link).not.toBe(old);
  expect((await service.get(old, { token: null })).status).toBe(404);
  mustBe(await service.confirm(link, '6012'), 200);
  expect(await untilTold(trip, id, 3)).toEqual(['request.submitted 1', 'port.started 1', 'port.started 1']);
  expect((await service.ordersOf(id)).slice(1).map(({ body }) => body)).toEqual([
    { start: 1, startedAt: moments.windowOpens },
    { start: 2, startedAt: '2026-04-14T09:00:00Z' },
  ]);
  const outcome = { outcome: 'completed', at: '2026-04-14T09:00:00Z', reason: 'COLT said so by telephone.' };
  const token = await service.deskToken();
  mustBe(await service.post(`/v1/port-requests/${id}/outcome`, outcome, { token }), 200);
  const { status, path } = await untilEnded(trip, `${id}-1-1`);
  expect([status, path.filter((state) => state === 'ExecutePort').length, path.at(-1)]).toEqual([
    'SUCCEEDED',
    2,
    'PortCompleted',
  ]);
};

/** A day of its window is only noted; a later one needs another approval, under which the port has a run of its own. */
export const isReplanned = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806013');
  await clock.until(moments.approved);
  await approve(trip, id, '2026-04-14');
  const askDate = (date: string) => service.post(`/v1/port-requests/${id}/date`, { date });
  expect(mustBe(await askDate('2026-04-20'), 200).json).toMatchObject({
    status: 'approved',
    plannedDate: '2026-04-20',
  });
  await clock.until(moments.windowOpens);
  await service.untilStatus(id, 'ready_to_start');
  const link = await untilStartLink(trip, id);

  expect(mustBe(await askDate('2026-05-20'), 200).json).toMatchObject({ status: 'submitted', attempt: 2 });

  expect((await untilEnded(trip, `${id}-1-1`)).path.slice(-2)).toEqual([
    'WithdrawReplannedRequest',
    'RequestReplanned',
  ]);
  await service.untilStatus(id, 'awaiting_answer');
  expect((await untilTold(trip, id, 3)).toSorted()).toEqual([
    'request.replanned 1',
    'request.submitted 1',
    'request.submitted 2',
  ]);
  expect((await service.get(link, { token: null })).status).toBe(404);
  await approve(trip, id, '2026-05-20', 2);
  expect(await service.read(id)).toMatchObject({
    status: 'approved',
    attempts: [{ outcome: 'replanned' }, { outcome: null, approvedDate: '2026-05-20' }],
  });
};
