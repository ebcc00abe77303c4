import { randomUUID } from 'node:crypto';
import { singleNumberBody } from '../support/example-body.ts';
import { moments, mustBe } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import { approve, awaitingRequest, recipients, type Trip, untilMailed, untilTold } from './trip.ts';

const { contact } = recipients;

/** A mail comes back: the message is the one that the event bus would put on the queue. */
export const bounces = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806007');
  await untilMailed(trip, id, 1);
  const [mail] = await service.mailsOf(id);
  const tags = {
    portRequestId: [id],
    sequence: ['2'],
    template: ['request_received'],
    'ses:configuration-set': [await parts.configurationSet()],
  };
  const event = {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    account: '000000000000',
    time: '2026-03-30T08:00:05Z',
    region: 'eu-west-1',
    resources: [],
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
      mail: { messageId: mail?.messageId, tags },
    },
  };
  expect(await parts.isTakenByRule('ReturnedMails', event)).toBe(true);

  await parts.putOnQueue('CorrespondenceBouncesQueue', event);

  const history = await eventually(
    `the lost mail in the history of ${id}`,
    () => service.history(id),
    ({ length }) => length > 3,
  );
  expect(history.slice(3)).toEqual([`${moments.submitted} mail_bounced`]);
  const { json } = await service.get(`/v1/port-requests/${id}/mails`);
  expect(json.items).toMatchObject([{ template: 'request_received', status: 'bounced' }]);
};

/** A day is announced as closed while a port waits for its window: the last day moves by one. */
export const countsClosedDays = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806008');
  await approve(trip, id, '2026-04-28');
  clock.leave();
  const window = async () => (await service.read(id)).deadlines.startWindow;
  expect(await window()).toMatchObject({ firstDay: '2026-04-28', lastDay: '2026-05-12' });

  await service.announceClosedDays([{ date: '2026-05-05' }]);

  const moved = await eventually('the window moved', window, ({ lastDay }) => lastDay !== '2026-05-12', {
    seconds: 75,
  });
  expect(moved).toMatchObject({ firstDay: '2026-04-28', lastDay: '2026-05-13' });
};

/**
 * The relay loses a submission and an approval for good, and a run is aborted; the sweeper takes over after two minutes, by the real
 * clock.
 */
export const isSweptUp = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  const patience = { seconds: 170, everyMilliseconds: 1_000 };
  await clock.until(moments.submitted);
  const draft = mustBe(await service.create(singleNumberBody('025806009', { submit: false })), 201).json.id;
  const waiting = await awaitingRequest(trip, '025806010');
  await untilMailed(trip, waiting, 1);
  // Somebody aborts a run: the next one goes on.
  const broken = await awaitingRequest(trip, '025806041');
  await untilMailed(trip, broken, 1);
  await parts.stopRun(`${broken}-1-1`);
  const showAgain = await parts.hideFromRelay([draft, waiting]);
  mustBe(await service.post(`/v1/port-requests/${draft}/submission`), 200);
  await approve(trip, waiting, '2026-04-14');
  clock.leave();

  await eventually(
    'the approval mailed',
    () => service.mailsOf(waiting),
    (mails) => mails.some(({ template }) => template === 'approved'),
    patience,
  );
  await eventually(
    'the draft at the carrier',
    () => service.read(draft),
    ({ status }) => status === 'awaiting_answer',
    patience,
  );
  await showAgain();
  expect((await parts.run(`${broken}-1-2`)).status).toBe('RUNNING');
  for (const id of [draft, waiting, broken])
    expect(await parts.logged('LifecycleSweep', id)).toContainEqual(expect.stringContaining('repair.made'));
  await approve(trip, draft, '2026-05-11');

  const mails = await eventually(
    'both mails of the draft',
    () => service.mailsOf(draft),
    (all) => all.some(({ template }) => template === 'approved'),
  );
  expect(
    mails
      .map(({ template, to, language }) => `${template} ${to} ${language}`)
      .filter((each) => !/overdue/.test(each)),
  ).toEqual([`request_received ${contact}`, `approved ${contact}`]);
  expect(await untilTold(trip, draft, 1)).toEqual(['request.submitted 1']);
};
