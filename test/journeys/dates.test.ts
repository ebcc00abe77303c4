import { describe, expect, test } from 'vitest';
import { singleNumberBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  changeDate,
  confirmation,
  correct,
  expiredRequest,
  happenedTo,
  machinePath,
  moments,
  mustBe,
  openLink,
  readyRequest,
  resubmit,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Explanation = { readonly skipped: readonly { readonly date: string; readonly why: string }[] };

const closedDatesIn = (explanation: Explanation | undefined) =>
  explanation?.skipped.flatMap(({ date, why }) => (why === 'closed' ? [date] : []));

describe('the port can go ahead up to nine working days after the approved date (F23)', () => {
  test('so a day within them is only noted, and the port is started by a person all the same', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const planned = mustBe(await changeDate(client, id, '2026-04-20'), 200);

    expect(planned.json).toMatchObject({
      status: 'approved',
      plannedDate: '2026-04-20',
      approvedDate: '2026-04-14',
      attempt: 1,
      deadlines: { startWindow: { firstDay: '2026-04-14', lastDay: '2026-04-27' } },
    });
    await client.clock({ to: moments.windowOpens });
    // Earlier than planned is fine too: it is the customer's choice on the day.
    expect(mustBe(await changeDate(client, id, '2026-04-17'), 200).json).toMatchObject({
      status: 'ready_to_start',
      plannedDate: '2026-04-17',
    });
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'approved',
      'date_planned',
      'window_opened',
      'date_planned',
      'started',
    ]);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'port.started 1']);
  });

  test('and a day of it that has passed, a weekend and the day before it are answered with the next good day', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-16T06:00:00Z' });

    for (const [date, code, nextWorkingDay] of [
      ['2026-04-13', 'date.too_early', '2026-04-16'],
      ['2026-04-15', 'date.too_early', '2026-04-16'],
      ['2026-04-18', 'date.not_a_working_day', '2026-04-20'],
      ['2026-04-28', 'date.too_early', '2026-04-30'],
    ]) {
      const answer = await changeDate(client, id, String(date));
      expect([answer.status, answer.json.code]).toEqual([422, 'request.refused']);
      expect(answer.json.errors).toMatchObject([{ code, pointer: '/date', nextWorkingDay }]);
    }
    expect((await client.read(id)).plannedDate).toBeNull();
  });
});

describe('a later date needs a new approval (F18, F19)', () => {
  test('so the attempt is closed as replanned, the next one is sent, and the old link is dead', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const [oldLink = ''] = await startLinks(client, id);

    const replanned = mustBe(await changeDate(client, id, '2026-05-20'), 200);

    expect(replanned.json).toMatchObject({
      status: 'submitted',
      desiredDate: '2026-05-20',
      approvedDate: null,
      plannedDate: null,
      attempt: 2,
      attempts: [
        { number: 1, outcome: 'replanned', approvedDate: '2026-04-14' },
        { number: 2, outcome: null },
      ],
    });
    // 14 April and ten working days: the end of 28 April.
    expect(await client.read(id)).toMatchObject({
      status: 'awaiting_answer',
      deadlines: { answerDue: { at: '2026-04-28T22:00:00Z' }, startWindow: null },
    });
    expect((await openLink(client, oldLink)).status).toBe(404);
    expect((await client.confirm(oldLink, confirmation)).status).toBe(404);
    expect((await startNow(client, id)).json.code).toBe('port_request.move_not_allowed');
    expect(await toldCarrier(client, id)).toEqual([
      'request.submitted 1',
      'request.replanned 1',
      'request.submitted 2',
    ]);
    expect((await machinePath(client, id, 1)).at(-1)).toMatch(/Replanned/);
    expect((await client.templates(id)).filter((name) => name === 'request_received')).toHaveLength(2);
  });

  test('and with it the port has a window and links of its own', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const [oldLink = ''] = await startLinks(client, id);
    mustBe(await changeDate(client, id, '2026-05-20'), 200);
    mustBe(await client.event(id, 'request.approved', {}, { attempt: 2 }), 202);

    expect((await client.read(id)).deadlines.startWindow).toMatchObject({
      firstDay: '2026-05-20',
      lastDay: '2026-06-03',
    });
    await client.clock({ to: '2026-05-20T07:00:00Z' });
    expect((await openLink(client, oldLink)).status).toBe(404);
    const link = await client.startLink(id);
    expect(link).not.toBe(oldLink);
    mustBe(await client.confirm(link, confirmation), 200);
  });

  test('and an answer to the attempt that was closed is refused, and kept for the desk', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    mustBe(await changeDate(client, id, '2026-05-20'), 200);

    const late = await client.event(id, 'request.rejected', { reasons: [{ code: 'date_expired' }] });

    expect([late.status, late.json.code]).toEqual([409, 'operator_event.not_expected']);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test('and keeps the numbers locked the whole time', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    mustBe(await changeDate(client, id, '2026-05-20'), 200);

    const other = await client.create(singleNumberBody('025805070'), {
      token: await client.tokenFor('another'),
    });
    expect([other.status, other.json.code]).toEqual([409, 'numbers.already_porting']);
  });
});

describe('a port that was not started in time', () => {
  test('asks for no date any more: it is corrected, resubmitted and approved anew', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);
    const refused = await changeDate(client, id, '2026-05-20');
    expect([refused.status, refused.json.requestStatus]).toEqual([409, 'expired']);
    expect(refused.json.allowedActions).toEqual(expect.arrayContaining(['edit', 'submit']));

    mustBe(await correct(client, id, { desiredDate: '2026-05-20' }), 200);
    mustBe(await resubmit(client, id), 200);
    mustBe(await client.event(id, 'request.approved', {}, { attempt: 2 }), 202);
    await client.clock({ to: '2026-05-20T07:00:00Z' });
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
    const completedAt = '2026-05-20T07:20:00Z';
    await client.clock({ to: completedAt });
    mustBe(await client.event(id, 'port.completed', { completedAt }, { attempt: 2 }), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      attempts: [{ outcome: 'expired' }, { outcome: 'completed' }],
    });
  });

  test('was reminded of on its first day, halfway and on its last day, each with a link', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);

    const mails = (await client.mails(`portRequestId=${id}`)).filter(({ text }) => /\/start\//.test(text));

    expect(mails.map(({ template, at }) => `${at} ${template}`)).toEqual([
      '2026-04-14T07:00:00Z window_opened',
      '2026-04-21T07:00:00Z start_reminder',
      '2026-04-27T07:00:00Z last_day',
    ]);
  });
});

describe('a day on which Fonzer is closed, added while requests run', () => {
  /** A calendar that somebody changes while the service runs. */
  const aWorld = async () => {
    const closedDays = { version: 'closed-days-0', days: [] as { readonly date: string }[] };
    const client = await SandboxClient.start(undefined, { closedDays });
    return {
      client,
      close: (...dates: readonly string[]) => {
        closedDays.version = 'closed-days-1';
        closedDays.days.push(...dates.map((date) => ({ date })));
      },
    };
  };

  test('gives the operator a day more, and the explanation says which', async () => {
    const { client, close } = await aWorld();
    const id = await awaitingRequest(client);
    expect((await client.read(id)).deadlines.answerDue?.at).toBe('2026-04-14T22:00:00Z');

    close('2026-04-10');

    const { answerDue } = (await client.read(id)).deadlines;
    expect(answerDue?.at).toBe('2026-04-15T22:00:00Z');
    expect(closedDatesIn(answerDue?.explanation)).toEqual(['2026-04-10']);
    expect(answerDue?.explanation.closedDaysVersion).toBe('closed-days-1');
    await client.clock({ to: '2026-04-15T08:00:00Z' });
    expect(await happenedTo(client, id)).not.toContain('answer_overdue');
    await client.clock({ to: '2026-04-16T08:00:00Z' });
    expect(await happenedTo(client, id)).toContain('answer_overdue');
  });

  test('is no day to start on, and the window ends a day later', async () => {
    const { client, close } = await aWorld();
    const id = await readyRequest(client);

    close('2026-04-20');

    const { startWindow } = (await client.read(id)).deadlines;
    expect(startWindow).toMatchObject({ firstDay: '2026-04-14', lastDay: '2026-04-28' });
    expect(closedDatesIn(startWindow?.explanation)).toEqual(['2026-04-20']);
    await client.clock({ to: '2026-04-20T08:00:00Z' });
    expect((await startNow(client, id)).json).toMatchObject({
      code: 'window.closed',
      opensAt: '2026-04-21T07:00:00Z',
      lastDay: '2026-04-28',
    });
    await client.clock({ to: moments.windowCloses });
    expect((await client.read(id)).status).toBe('ready_to_start');
    await client.clock({ to: '2026-04-28T13:00:00Z' });
    expect((await client.read(id)).status).toBe('expired');
  });

  test('that is the approved one itself moves the whole window, and takes none of its days', async () => {
    const { client, close } = await aWorld();
    const id = await approvedRequest(client);

    close('2026-04-14');

    const { startWindow } = (await client.read(id)).deadlines;
    expect(startWindow).toMatchObject({ firstDay: '2026-04-15', lastDay: '2026-04-28' });
    expect(closedDatesIn(startWindow?.explanation)).toEqual(['2026-04-14']);
    await client.clock({ to: moments.windowOpens });
    expect((await client.read(id)).status).toBe('approved');
    await client.clock({ to: '2026-04-15T07:00:00Z' });
    expect((await client.read(id)).status).toBe('ready_to_start');
  });
});
