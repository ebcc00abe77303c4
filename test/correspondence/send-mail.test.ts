import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import type { MailJob } from '../../functions/correspondence/mail-job.ts';
import { sendingLeaseMinutes } from '../../functions/correspondence/mail-ledger.ts';
import type { MailTemplate } from '../../functions/correspondence/mail-template.ts';
import { type Mailer, MailRefusedError, type OutgoingMail } from '../../functions/correspondence/mailer.ts';
import { mailsCausedBy } from '../../functions/correspondence/occasions.ts';
import { newHandler } from '../../functions/correspondence/send-mail.queue.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { catchUp } from '../../functions/port-request/catch-up.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { edit } from '../../functions/port-request/edit.ts';
import { failed } from '../../functions/port-request/failed.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { type Decision, decided, startRecording } from '../../functions/port-request/recording.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { hashOfStartToken } from '../../functions/window/start-tokens.ts';
import { createKeptMailLedger, type InMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryQueue, type DeadLetter } from '../../sandbox/in-memory-queue.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  accepted,
  answered,
  carrier,
  caughtUp,
  commands,
  events,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';

/** A mail worker with its stores, a clock that is moved, and a mailer that can be made to fail. */
const createMailWorld = () => {
  let now = Temporal.Instant.from('2026-03-30T08:01:00Z');
  const sent: OutgoingMail[] = [];
  const errors: unknown[] = [];
  let failures = 0;
  let failure = new Error('Nothing failed yet');
  const log: Log = { info: () => {}, error: (_message, _fields, error) => errors.push(error) };
  const requests = createInMemoryRecords(
    () => now,
    () => {},
  );
  const mailer: Mailer = {
    send: async (mail) => {
      if (failures > 0) {
        failures -= 1;
        throw failure;
      }
      sent.push(mail);
      return { messageId: `message-${sent.length}` };
    },
  };
  const deps = {
    log,
    metrics: noMetrics,
    now: () => now,
    wallClock: () => now,
    closedDays: async () => noClosedDays,
    requests,
    startTokens: createInMemoryStartTokens(),
    mailLedger: createKeptMailLedger(),
    endpoints: { of: async (tenant: string) => ({ tenant, version: 0, endpoints: [] }) },
    mailer,
    mailTurn: async () => {},
    mailSettings: {
      portalUrl: 'https://myfonzer.example',
      startLinkBase: 'https://porting.example/start/',
      desk: { email: 'desk@fonzer.example', language: 'nl' as const },
      fonzerContact: { email: 'porting@fonzer.example', phone: null },
    },
  };
  return {
    deps,
    sent,
    errors,
    failNext: (times: number, error: Error = new MailRefusedError('Throttled')) => {
      failures = times;
      failure = error;
    },
    moveClock: (to: string) => {
      now = Temporal.Instant.from(to);
    },
    pass: (minutes: number) => {
      now = now.add({ minutes });
    },
    bring: async (status: Status, content?: Content): Promise<PortRequest> => {
      const recordings = recordingsInto(status, content);
      for (const recording of recordings) await requests.commit(recording);
      const request = recordings.at(-1)?.after;
      if (request === undefined) throw new Error('No request was made');
      now = Temporal.Instant.from(instantIn[status]);
      return request;
    },
    change: async (decision: Decision): Promise<PortRequest> => {
      const recording = recordingOf(decision);
      await requests.commit(recording);
      return recording.after;
    },
  };
};

let world = createMailWorld();
beforeEach(() => {
  world = createMailWorld();
});

/** The job that the relay puts for a template of a request's newest entry that causes it. */
const jobOf = async (request: PortRequest, template: MailTemplate): Promise<MailJob> => {
  const history = await world.deps.requests.history(request.id);
  const jobs = history.flatMap((entry) =>
    mailsCausedBy(entry).map((planned) => ({
      ...planned,
      portRequestId: request.id,
      sequence: entry.sequence,
    })),
  );
  const job = jobs.findLast((each) => each.template === template);
  if (job === undefined) throw new Error(`No entry causes ${template}`);
  return job;
};

/** Brings jobs to the worker; which of them have to come again. */
const deliver = async (...jobs: readonly unknown[]): Promise<readonly string[]> => {
  const { batchItemFailures } = await newHandler(() => world.deps)(
    { Records: jobs.map((job, index) => ({ messageId: `${index}`, body: JSON.stringify(job) })) },
    lambdaContext,
  );
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier ?? '');
};

const ledgerOf = async (request: PortRequest) =>
  (await world.deps.mailLedger.list(request.id)).map(({ template, to, status, at }) => ({
    template,
    to,
    status,
    at,
  }));

/** A started port that is rolled back, as the carrier reports it. */
const failedAt = (request: PortRequest, now: string): Decision => {
  const facts = factsAt(now);
  return decided(failed(catchUp(startRecording(request), facts), 'Number not released', facts, carrier));
};

const linksIn = ({ text }: OutgoingMail): readonly string[] =>
  [...text.matchAll(/https:\/\/porting\.example\/start\/([\w-]+)/g)].map(([, token = '']) => token);

describe('a mail', () => {
  test('goes to whom it is for, in their language, and stands in the ledger', async () => {
    const request = await world.bring('submitted');
    expect(await deliver(await jobOf(request, 'request_received'))).toEqual([]);
    expect(world.sent).toMatchObject([
      {
        to: 'luc@reseller.example',
        tags: {
          template: 'request_received',
          language: 'nl',
          portRequestId: request.id,
          sequence: '2',
        },
      },
    ]);
    expect(await world.deps.mailLedger.list(request.id)).toEqual([
      {
        portRequestId: request.id,
        sequence: 2,
        template: 'request_received',
        to: 'luc@reseller.example',
        language: 'nl',
        causedBy: (await world.deps.requests.history(request.id))[1]?.id,
        status: 'sent',
        at: '2026-03-30T08:01:00Z',
      },
    ]);
  });

  test('whose turn does not come leaves nothing behind, and comes again', async () => {
    const request = await world.bring('ready_to_start');
    const job = await jobOf(request, 'window_opened');
    let links = 0;
    const refused = {
      ...world.deps,
      mailTurn: async () => {
        throw new MailRefusedError('No turn');
      },
      startTokens: {
        ...world.deps.startTokens,
        keep: async () => {
          links += 1;
        },
      },
    };
    const { batchItemFailures } = await newHandler(() => refused)(
      { Records: [{ messageId: '0', body: JSON.stringify(job) }] },
      lambdaContext,
    );
    expect([batchItemFailures.length, links, await ledgerOf(request)]).toEqual([1, 0, []]);
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('whose message comes twice goes out once', async () => {
    const job = await jobOf(await world.bring('submitted'), 'request_received');
    expect(await deliver(job, job)).toEqual([]);
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('whose message comes to several senders at once goes out once, and the others look again', async () => {
    const request = await world.bring('submitted');
    const job = await jobOf(request, 'request_received');
    const results = await Promise.all(Array.from({ length: 5 }, () => deliver(job)));
    expect(results.flat()).toHaveLength(4);
    expect(world.errors).toMatchObject(Array(4).fill({ name: 'MailBusyError' }));
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('of an attempt is written from the data of that attempt, though it was corrected since', async () => {
    const rejected = await world.bring('rejected');
    const content = aContent({
      contact: { name: 'Luc Peeters', email: 'new@reseller.example', language: 'de' },
      losingOperator: { name: 'Telenet', accountNumber: '1', easySwitchId: null },
    });
    await world.change(edit(rejected, content, factsAt(instantIn.rejected), reseller));
    await deliver(await jobOf(rejected, 'rejected'));
    expect(world.sent.map(({ to, tags }) => [to, tags.language])).toEqual([['luc@reseller.example', 'nl']]);
    expect(world.sent[0]?.text).toContain('Proximus');
    expect(world.sent[0]?.text).not.toContain('Telenet');
  });

  test('of a part that is done names the numbers done by then, though the whole was done since', async () => {
    const numbers = ['+3225805070', '+3225805080', '+3225805090'].map((number) => ({
      kind: 'single' as const,
      number,
    }));
    let request = await world.bring('in_progress', aContent({ numbers, mainNumber: null }));
    const done = async (number: string, completedAt: string): Promise<void> => {
      const event = events.completed(request, { completedAt, numbers: [number] });
      request = await world.change(answered(request, event, completedAt));
    };
    await done('025805090', '2026-04-14T08:20:00Z');
    const first = await jobOf(request, 'partly_completed');
    await done('025805070', '2026-04-14T08:25:00Z');
    const second = await jobOf(request, 'partly_completed');
    await done('025805080', '2026-04-14T08:30:00Z');
    expect(request.status).toBe('completed');

    await deliver(first, second);

    expect(world.sent.map(({ text }) => text.match(/^- .*$/gm))).toEqual([
      ['- 02 580 50 90: dinsdag 14 april 2026 om 10:20', '- 02 580 50 70', '- 02 580 50 80'],
      [
        '- 02 580 50 70: dinsdag 14 april 2026 om 10:25',
        '- 02 580 50 90: dinsdag 14 april 2026 om 10:20',
        '- 02 580 50 80',
      ],
    ]);
  });

  test('of a part that is done does not go out once the port was rolled back', async () => {
    const request = await world.bring('in_progress');
    const event = events.completed(request, {
      completedAt: '2026-04-14T08:20:00Z',
      numbers: ['025805070'],
    });
    const partly = await world.change(answered(request, event, '2026-04-14T08:21:00Z'));
    const job = await jobOf(partly, 'partly_completed');
    await world.change(failedAt(partly, '2026-04-14T09:00:00Z'));
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toEqual([]);
  });

  test('of a start that failed since still tells of that start, and of its own end', async () => {
    const request = await world.bring('in_progress');
    const first = await jobOf(request, 'started');
    const rolledBack = await world.change(failedAt(request, '2026-04-14T09:00:00Z'));
    const again = await world.change(commands.start(rolledBack, '2026-04-15T10:00:00Z'));
    expect(await deliver(first, await jobOf(again, 'started'))).toEqual([]);
    const [before, after] = world.sent.map(({ text }) => text);
    expect(before).toContain('Gestart: dinsdag 14 april 2026 om 10:00');
    expect(before).toContain('Klaar: uiterlijk woensdag 15 april 2026 om 10:00');
    expect(after).toContain('Gestart: woensdag 15 april 2026 om 12:00');
    expect(after).toContain('Klaar: uiterlijk donderdag 16 april 2026 om 12:00');
  });

  test('of an attempt speaks of the dates of that attempt, though the next one is under way', async () => {
    const rejected = await world.bring('rejected');
    const job = await jobOf(rejected, 'request_received');
    const now = '2026-04-07T08:00:00Z';
    const content = aContent({ desiredDate: null, quote: null });
    const edited = await world.change(edit(rejected, content, factsAt(now), reseller));
    await world.change(submit(edited, factsAt(now), reseller));
    world.moveClock(now);
    expect(await deliver(job)).toEqual([]);
    // Then the mail says by when the first was to be answered; for the second it is 21 April
    expect(world.sent[0]?.text).toContain('dinsdag 14 april 2026');
    expect(world.sent[0]?.text).not.toContain('21 april 2026');
  });

  test('to the desk goes to the desk', async () => {
    const request = await world.bring('awaiting_answer');
    const overdue = await world.change(caughtUp(request, '2026-04-15T07:00:00Z'));
    await deliver(await jobOf(overdue, 'desk_answer_overdue'), await jobOf(overdue, 'answer_overdue'));
    expect(world.sent.map(({ to }) => to)).toEqual(['desk@fonzer.example', 'luc@reseller.example']);
  });

  test('for nobody whose address is known is not sent and does not come again', async () => {
    const request = await world.bring('draft', aContent({ contact: null, starter: null }));
    const job = {
      portRequestId: request.id,
      sequence: 1,
      template: 'request_received',
      audience: 'contact',
    };
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toEqual([]);
    expect(await ledgerOf(request)).toEqual([]);
  });

  test('of an entry that is not there comes again, without holding up the others', async () => {
    const job = await jobOf(await world.bring('submitted'), 'request_received');
    expect(await deliver({ ...job, sequence: 99 }, 'no job', job)).toEqual(['0', '1']);
    expect(world.sent).toHaveLength(1);
  });
});

describe('a mail that cannot be sent', () => {
  test('comes again and then goes out, once', async () => {
    const request = await world.bring('submitted');
    const job = await jobOf(request, 'request_received');
    world.failNext(2);
    expect([await deliver(job), await deliver(job), await deliver(job), await deliver(job)]).toEqual([
      ['0'],
      ['0'],
      [],
      [],
    ]);
    expect(world.sent).toHaveLength(1);
    expect(await ledgerOf(request)).toMatchObject([{ status: 'sent' }]);
  });

  test('of which nobody knows whether it went out waits for its lease before it goes again', async () => {
    const request = await world.bring('submitted');
    const job = await jobOf(request, 'request_received');
    world.failNext(1, new Error('socket hang up'));
    expect(await deliver(job)).toEqual(['0']);
    world.pass(1);
    expect(await deliver(job)).toEqual(['0']);
    expect(world.sent).toHaveLength(0);
    world.pass(1);
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('though nobody knows whether it went out, goes again before the queue gives it up', async () => {
    const request = await world.bring('submitted');
    const clock = createVirtualClock(Temporal.Instant.from(instantIn.submitted));
    const deadLetters: DeadLetter[] = [];
    const { put } = createInMemoryQueue({
      name: 'mails',
      clock,
      handler: newHandler(() => ({ ...world.deps, now: clock.now, wallClock: clock.now })),
      onDeadLetter: (letter) => deadLetters.push(letter),
    });
    world.failNext(1, new Error('socket hang up'));
    put(await jobOf(request, 'request_received'));
    await clock.advanceTo(clock.now().add({ hours: 1 }));
    // The lease is shorter than the time over which the queue tries.
    expect(world.sent).toHaveLength(1);
    expect(deadLetters).toEqual([]);
  });

  test('never changes the request', async () => {
    const request = await world.bring('ready_to_start');
    const before = [
      await world.deps.requests.find(request.id),
      await world.deps.requests.history(request.id),
    ];
    world.failNext(10);
    for (const template of ['request_received', 'approved', 'window_opened'] as const)
      expect(await deliver(await jobOf(request, template))).toEqual(['0']);
    expect([
      await world.deps.requests.find(request.id),
      await world.deps.requests.history(request.id),
    ]).toEqual(before);
  });

  test('does not hold up the others', async () => {
    const request = await world.bring('approved');
    world.failNext(1);
    expect(await deliver(await jobOf(request, 'request_received'), await jobOf(request, 'approved'))).toEqual(
      ['0'],
    );
    expect(world.sent.map(({ tags }) => tags.template)).toEqual(['approved']);
  });
});

describe('a sender that dies', () => {
  const leaseEnds = Temporal.Instant.from(instantIn.submitted).add({ minutes: sendingLeaseMinutes });

  test('before it sends: the mail waits for its lease and then goes out', async () => {
    const request = await world.bring('submitted');
    const job = await jobOf(request, 'request_received');
    await new Promise<void>((resolve) => {
      const dyingMailer = {
        send: () => {
          resolve();
          return new Promise<never>(() => {});
        },
      };
      const dying = { ...world.deps, mailer: dyingMailer };
      void newHandler(() => dying)(
        { Records: [{ messageId: '0', body: JSON.stringify(job) }] },
        lambdaContext,
      );
    });
    expect(await ledgerOf(request)).toMatchObject([{ status: 'sending' }]);
    world.moveClock(toInstantText(leaseEnds.subtract({ seconds: 1 })));
    expect(await deliver(job)).toEqual(['0']);
    expect(world.sent).toEqual([]);
    world.moveClock(toInstantText(leaseEnds));
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('after it has sent, before the ledger says so: no other is sent while the lease lasts', async () => {
    const request = await world.bring('submitted');
    const job = await jobOf(request, 'request_received');
    const real = world.deps.mailLedger;
    let isUp = false;
    const failing: InMemoryMailLedger = {
      ...real,
      sent: async (...line) => {
        if (!isUp) throw new Error('Throttled');
        return real.sent(...line);
      },
    };
    world = { ...world, deps: { ...world.deps, mailLedger: failing } };
    expect(await deliver(job)).toEqual(['0']);
    expect(world.sent).toHaveLength(1);
    isUp = true;
    for (let minutes = 1; minutes < sendingLeaseMinutes; minutes += 1) {
      world.pass(1);
      expect(await deliver(job)).toEqual(['0']);
    }
    expect(world.sent).toHaveLength(1);
    // A start link that never arrives costs weeks, so it may go out twice then.
    world.pass(1);
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toHaveLength(2);
    expect(await ledgerOf(request)).toMatchObject([{ status: 'sent' }]);
  });
});

describe('a mail with a start link', () => {
  test('goes to the starter with a token of its own, of which only the hash is kept', async () => {
    const request = await world.bring('ready_to_start');
    await deliver(await jobOf(request, 'window_opened'));
    const [mail] = world.sent;
    expect(mail).toMatchObject({ to: 'marie@dupont.example', tags: { language: 'fr' } });
    const tokens = mail === undefined ? [] : linksIn(mail);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
    expect(await world.deps.startTokens.find(hashOfStartToken(tokens[0] ?? ''))).toEqual({
      portRequestId: request.id,
      attempt: 1,
      generation: 1,
      tries: 0,
    });
  });

  test('gets a new token with each try, each of them good', async () => {
    const request = await world.bring('ready_to_start');
    const reminded = await world.change(caughtUp(request, '2026-04-21T07:00:00Z'));
    world.failNext(1);
    const job = await jobOf(reminded, 'start_reminder');
    await deliver(job);
    await deliver(job, await jobOf(reminded, 'window_opened'));
    const tokens = world.sent.flatMap(linksIn);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens)
      expect(await world.deps.startTokens.find(hashOfStartToken(token))).toMatchObject({
        attempt: 1,
        generation: 1,
      });
  });

  test('that is late carries a link of the newest generation', async () => {
    const request = await world.bring('ready_to_start');
    const renewed = await world.change(commands.renewStartLink(request, instantIn.ready_to_start));
    await deliver(await jobOf(renewed, 'window_opened'), await jobOf(renewed, 'start_link_renewed'));
    const tokens = [...new Set(world.sent.flatMap(linksIn))];
    expect(tokens).toHaveLength(2);
    for (const token of tokens)
      expect(await world.deps.startTokens.find(hashOfStartToken(token))).toMatchObject({ generation: 2 });
  });

  const inHours = '2026-04-14T08:00:00Z';
  const ends: readonly (readonly [string, (request: PortRequest) => Decision])[] = [
    ['was started', (request) => commands.start(request, inHours)],
    ['was cancelled', (request) => cancel(request, null, factsAt(inHours), reseller)],
    ['was withdrawn', (request) => answered(request, events.rejected(request), inHours)],
    ['has expired', (request) => caughtUp(request, '2026-04-27T13:00:00Z')],
  ];

  test.each(ends)('is not sent once the port %s', async (_, decide) => {
    const request = await world.bring('ready_to_start');
    const job = await jobOf(request, 'window_opened');
    await world.change(decide(request));
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toEqual([]);
    expect(await ledgerOf(request)).toEqual([]);
  });

  test('that is needed no more is looked after no more once its sender died, and stays in the ledger', async () => {
    const request = await world.bring('ready_to_start');
    const job = await jobOf(request, 'window_opened');
    const begun = {
      portRequestId: request.id,
      sequence: job.sequence,
      template: job.template,
      to: 'marie@dupont.example',
      language: 'fr',
      causedBy: 'evt_1',
      status: 'sending',
      at: inHours,
    } as const;
    await world.deps.mailLedger.begin(begun, Temporal.Instant.from(inHours));
    await world.change(commands.start(request, inHours));
    world.moveClock('2026-04-14T08:01:59Z');
    expect(await deliver(job)).toEqual([]);
    expect(world.deps.mailLedger.sending()).toHaveLength(1);
    world.moveClock('2026-04-14T08:02:00Z');
    expect(await deliver(job)).toEqual([]);
    expect([world.sent, await ledgerOf(request)]).toEqual([
      [],
      [expect.objectContaining({ status: 'sending' })],
    ]);
    expect(world.deps.mailLedger.sending()).toEqual([]);
  });

  test('of an earlier attempt is not sent while the next one is ready', async () => {
    const expired = await world.bring('expired');
    const job = await jobOf(expired, 'window_opened');
    const now = '2026-04-28T08:00:00Z';
    const content = aContent({ desiredDate: null, quote: null });
    const edited = await world.change(edit(expired, content, factsAt(now), reseller));
    const submitted = await world.change(submit(edited, factsAt(now), reseller));
    const again = await world.change(accepted(submitted, now));
    const approved = await world.change(answered(again, events.approved(again, '2026-05-12'), now));
    const ready = await world.change(caughtUp(approved, '2026-05-12T07:00:00Z'));
    world.moveClock('2026-05-12T07:00:00Z');
    expect(ready).toMatchObject({ status: 'ready_to_start', attempts: [{}, { outcome: null }] });
    expect(await deliver(job)).toEqual([]);
    expect(world.sent).toEqual([]);
    expect(await deliver(await jobOf(ready, 'window_opened'))).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('comes anew after a start that failed, with a link of the new generation, and not once the window is over', async () => {
    const request = await world.bring('in_progress');
    const rolledBack = await world.change(failedAt(request, '2026-04-14T09:00:00Z'));
    const job = await jobOf(rolledBack, 'start_link_renewed');
    expect(await deliver(job)).toEqual([]);
    const [mail] = world.sent;
    expect(mail?.to).toBe('marie@dupont.example');
    expect(mail?.text).toContain('mais il a échoué');
    const [token = ''] = mail === undefined ? [] : linksIn(mail);
    expect(await world.deps.startTokens.find(hashOfStartToken(token))).toMatchObject({ generation: 2 });
  });

  test('does not come after a start that failed when the window is over: the mail about that says why', async () => {
    const request = await world.bring('in_progress');
    const over = await world.change(failedAt(request, '2026-04-27T14:00:00Z'));
    expect(over.status).toBe('expired');
    expect(await deliver(await jobOf(over, 'start_link_renewed'), await jobOf(over, 'expired'))).toEqual([]);
    expect(world.sent.map(({ tags }) => tags.template)).toEqual(['expired']);
    expect(world.sent[0]?.text).toContain('maar mislukt');
    expect(world.sent[0]?.text).not.toContain('niet gestart');
  });

  test('once started, the other mails still go out', async () => {
    const request = await world.bring('in_progress');
    expect(await deliver(await jobOf(request, 'approved'), await jobOf(request, 'started'))).toEqual([]);
    expect(world.sent.map(({ tags }) => tags.template)).toEqual(['approved', 'started']);
    expect(world.sent.flatMap(linksIn)).toEqual([]);
  });
});
