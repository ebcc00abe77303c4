import { type DeskRun, runDeskWith } from '../support/desk.ts';
import { moments } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import { awaitingRequest, type Trip, untilMailed } from './trip.ts';

/** Operations look into a port and mend what is amiss, by the function of the stage. */
export const isLookedInto = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806031');
  clock.leave();
  await untilMailed(trip, id, 1);
  const onDesk = (line: string): Promise<DeskRun> =>
    runDeskWith(() => parts.askDesk, [...line.split(' '), '--stage', 'emulator', '--json']);

  const seen = await eventually(
    `${id} seen at rest`,
    async () => JSON.parse((await onDesk(`inspect ${id}`)).said),
    ({ publishedThrough, version, wait }) => publishedThrough === version && wait?.seenVersion === version,
  );
  expect(seen).toMatchObject({
    status: 'awaiting_answer',
    newestRun: { run: 1, isRunning: true },
    numbers: { held: ['0258060**'], missing: [], leftBehind: [] },
    mails: [{ template: 'request_received', state: 'sent' }],
    findings: [],
  });
  expect(await onDesk(`verify ${id}`)).toMatchObject({ code: 0 });
  expect(JSON.parse((await onDesk(`restart ${id}`)).said)).toMatchObject({ why: 'run_is_running' });

  // Once more because somebody wants it so. The ledger then knows the newer one alone.
  const sentAs = async () => (await service.mailsOf(id)).map(({ messageId }) => messageId);
  const [first] = await sentAs();
  expect(await onDesk(`resend ${id} request_received --again`)).toMatchObject({ code: 0 });
  const sentAgain = await eventually(
    `${id} mailed again`,
    sentAs,
    ([again]) => again !== undefined && again !== first,
  );

  // And not again for a message that comes back: it went out.
  await parts.putOnQueue('CorrespondenceMailMailDeadLettersQueue', {
    portRequestId: id,
    sequence: 2,
    template: 'request_received',
    audience: 'contact',
  });
  await parts.putOnQueue('FollowUpRelayFailuresQueue', {
    requestContext: { condition: 'RetryAttemptsExhausted' },
  });
  const one = { code: 0, said: expect.stringContaining('"taken": 1') };
  expect(await onDesk('redrive mails')).toMatchObject(one);
  expect(await onDesk('purge relay')).toMatchObject(one);
  await eventually(
    'the mail worked on again',
    () => parts.logged('CorrespondenceSendMail', id),
    (lines) => lines.filter((line) => line.includes('work.completed')).length >= 3,
  );
  expect(await sentAs()).toEqual(sentAgain);
};
