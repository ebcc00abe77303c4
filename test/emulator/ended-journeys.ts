import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { moments, mustBe } from '../support/journey.ts';
import {
  approve,
  awaitingRequest,
  cancel,
  recipients,
  type Trip,
  untilEnded,
  untilMailed,
  untilStartLink,
  untilTold,
} from './trip.ts';

const { contact, starter } = recipients;

/** Nobody starts it, though reminded twice. */
export const expires = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806004');
  await clock.until(moments.approved);
  await approve(trip, id, '2026-04-14');
  await untilMailed(trip, id, 2);
  await clock.until(moments.windowOpens);
  await untilStartLink(trip, id, 1);
  await clock.until('2026-04-21T07:00:00Z');
  await untilStartLink(trip, id, 2);
  await clock.until('2026-04-27T07:00:00Z');
  const link = await untilStartLink(trip, id, 3);

  await clock.until(moments.windowCloses);
  await service.untilStatus(id, 'expired');
  expect(await untilMailed(trip, id, 6)).toEqual([
    `request_received ${contact}`,
    `approved ${contact}`,
    `window_opened ${starter}`,
    `start_reminder ${starter}`,
    `last_day ${starter}`,
    `expired ${contact}`,
  ]);
  expect((await service.confirm(link, '6004')).status).toBe(409);
  expect((await untilEnded(trip, `${id}-1-1`)).path.slice(-2)).toEqual([
    'ReportExpiredWindow',
    'WindowExpired',
  ]);
  expect(await untilTold(trip, id, 2)).toEqual(['request.submitted 1', 'request.expired 1']);
  const token = await service.tokenFor('other');
  expect((await service.create(singleNumberBody('025806004'), { token })).status).toBe(201);
};

/** Cancelled while the operator has not answered. */
export const isCancelled = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806005');
  await untilMailed(trip, id, 1);

  expect(await cancel(trip, id)).toMatchObject({ status: 200, json: { status: 'cancelled' } });

  const { status, path } = await untilEnded(trip, `${id}-1-1`);
  expect([status, ...path.slice(-2)]).toEqual(['SUCCEEDED', 'WithdrawCancelledRequest', 'RequestCancelled']);
  expect(await untilTold(trip, id, 2)).toEqual(['request.submitted 1', 'request.cancelled 1']);
  expect(await untilMailed(trip, id, 2)).toEqual([`request_received ${contact}`, `cancelled ${contact}`]);
  const token = await service.tokenFor('other');
  const next = mustBe(await service.create(singleNumberBody('025806005'), { token }), 201);
  mustBe(await cancel(trip, next.json.id, { token }), 200);
};

/** One number, wanted by three requests. */
export const isWantedTwice = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const other = { token: await service.tokenFor('other') };
  const body = singleNumberBody('025806006');

  const answers = await Promise.all([
    service.create(body),
    service.create(body, other),
    service.create(body),
  ]);

  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  const won = answers.findIndex(({ status }) => status === 201);
  const owner = won === 1 ? other : {};
  for (const refused of answers.filter(({ status }) => status === 409))
    expect(refused).toMatchObject({
      headers: { 'content-type': 'application/problem+json' },
      json: { code: 'numbers.already_porting', errors: [{ numbers: ['+3225806006'] }] },
    });
  const range = [{ start: '025806000', size: 10 }];
  const around = await service.create(
    exampleBody({ numbers: range, mainNumber: '025806000', contract: { linkedServices: [] } }),
  );
  expect(around).toMatchObject({ status: 409, json: { code: 'numbers.already_porting' } });
  mustBe(await cancel(trip, answers[won]?.json.id, owner), 200);
};
