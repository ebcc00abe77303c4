import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import type { LedgerLine } from '../../functions/correspondence/mail-ledger.ts';
import type { MailTemplate } from '../../functions/correspondence/mail-template.ts';
import { newHandler } from '../../functions/correspondence/record-bounce.queue.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import { decided, record, startRecording } from '../../functions/port-request/recording.ts';
import { statuses, theClock } from '../../functions/port-request/status.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { factsAt, recordingOf, recordingsInto } from '../support/port-request-life.ts';

const now = '2026-04-28T08:00:00Z';

/** A request whose mails were sent, and the worker that is told which of them came back. */
const createBounceWorld = () => {
  const errors: unknown[] = [];
  const logged: unknown[] = [];
  const log: Log = {
    info: (message, fields) => logged.push({ message, ...fields }),
    error: (_message, _fields, error) => errors.push(error),
  };
  const facts = factsAt(now);
  const requests: PortRequests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const mailLedger = createInMemoryMailLedger();
  const deps = {
    log,
    metrics: noMetrics,
    requests,
    mailLedger,
    now: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
  };
  return {
    errors,
    logged,
    deps,
    bring: async (status: (typeof statuses)[number]) => {
      const recordings = recordingsInto(status);
      for (const recording of recordings) await requests.commit(recording);
      return recordings[0]?.after.id ?? '';
    },
    /** Mails that went out, each under a message id of its sequence and template. */
    mail: async (
      portRequestId: string,
      mails: readonly (readonly [sequence: number, template: MailTemplate])[] = [
        [2, 'request_received'],
        [5, 'window_opened'],
      ],
    ) => {
      for (const [sequence, template] of mails) {
        const line: LedgerLine = {
          portRequestId,
          sequence,
          template,
          to: 'marie@dupont.example',
          language: 'fr',
          causedBy: `evt_${sequence}`,
          status: 'sending',
          at: now,
        };
        await mailLedger.begin(line, Temporal.Instant.from(now));
        await mailLedger.sent(line, `message-${sequence}-${template}`, now);
      }
    },
    /** The messages that have to come again. */
    deliver: async (...bodies: readonly unknown[]) => {
      const { batchItemFailures } = await newHandler(() => deps)(
        { Records: bodies.map((body, index) => ({ messageId: `${index}`, body: JSON.stringify(body) })) },
        lambdaContext,
      );
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
  };
};

let world = createBounceWorld();
beforeEach(() => {
  world = createBounceWorld();
});

type Reported = {
  readonly sequence?: number;
  readonly template?: MailTemplate;
  readonly eventType?: string;
  readonly bounceType?: string;
};

const bounceOf = (portRequestId: string, reported: Reported = {}) => {
  const {
    sequence = 5,
    template = 'window_opened',
    eventType = 'Bounce',
    bounceType = 'Permanent',
  } = reported;
  return {
    source: 'aws.ses',
    detail: {
      eventType,
      bounce: {
        bounceType,
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'marie@dupont.example' }],
      },
      mail: {
        messageId: 'message',
        destination: ['marie@dupont.example'],
        tags: { portRequestId: [portRequestId], sequence: [`${sequence}`], template: [template] },
      },
    },
  };
};

const complaintOf = (portRequestId: string) => bounceOf(portRequestId, { eventType: 'Complaint' });

const bouncesIn = async (portRequestId: string) =>
  (await world.deps.requests.history(portRequestId)).filter(
    ({ type }) => type === 'port_request.mail_bounced',
  );

describe('A mail that came back', () => {
  test('is marked in the ledger and stands in the history, which tells the mail and no address', async () => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    expect(await world.deliver(bounceOf(id))).toEqual([]);
    expect((await world.deps.mailLedger.list(id)).map(({ sequence, status }) => [sequence, status])).toEqual([
      [2, 'sent'],
      [5, 'bounced'],
    ]);
    const history = await world.deps.requests.history(id);
    expect(history.at(-1)).toMatchObject({
      type: 'port_request.mail_bounced',
      actor: { kind: 'clock', id: null },
      occurredAt: now,
      status: 'ready_to_start',
      previousStatus: 'ready_to_start',
      attempt: 1,
      data: { template: 'window_opened', sequence: 5, bounceType: 'permanent' },
    });
    expect(JSON.stringify([history, world.logged])).not.toContain('@dupont');
    expect(firstBrokenSequence(history)).toBeUndefined();
  });

  test.each(statuses)('is recorded of a request that is %s, and changes no status', async (status) => {
    const id = await world.bring(status);
    const before = await world.deps.requests.find(id);
    await world.mail(id);
    expect(await world.deliver(bounceOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toHaveLength(1);
    const { version, lastHash, updatedAt, deskTasks, ...after } = {
      ...(await world.deps.requests.find(id)),
    };
    expect(before).toMatchObject(after);
    expect(deskTasks?.map(({ what }) => what)).toContain('mail_bounced');
    expect(version).toBe((before?.version ?? 0) + 1);
  });

  test('is recorded once, though it is reported twice, and complained of later', async () => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    expect(await world.deliver(bounceOf(id), bounceOf(id))).toEqual([]);
    expect(await world.deliver(bounceOf(id), complaintOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toHaveLength(1);
  });

  test('is recorded once by two workers at the same time', async () => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    const again = await Promise.all(Array.from({ length: 6 }, () => world.deliver(bounceOf(id))));
    for (const failed of again) if (failed.length > 0) expect(await world.deliver(bounceOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toHaveLength(1);
  });

  test('does not hide another mail of the same entry, or of the same template', async () => {
    const id = await world.bring('ready_to_start');
    const mails = [
      [5, 'window_opened'],
      [5, 'start_reminder'],
      [6, 'start_reminder'],
    ] as const;
    await world.mail(id, mails);
    await world.deliver(...mails.map(([sequence, template]) => bounceOf(id, { sequence, template })));
    expect((await bouncesIn(id)).map(({ data }) => [data['sequence'], data['template']])).toEqual(mails);
  });

  test('whose line is not in the ledger yet is reported again', async () => {
    const id = await world.bring('ready_to_start');
    expect(await world.deliver(bounceOf(id))).toEqual(['0']);
    expect(world.errors).toMatchObject([{ name: 'MailNotInLedgerError' }]);
    await world.mail(id);
    expect(await world.deliver(bounceOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toHaveLength(1);
  });

  test('is recorded by the next report when the first one failed after marking the line', async () => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    await world.deps.mailLedger.bounced({ portRequestId: id, sequence: 5, template: 'window_opened' });
    expect(await world.deliver(bounceOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toHaveLength(1);
  });

  test('is judged anew when the request was written between reading its history and itself', async () => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    const { history } = world.deps.requests;
    let isFirst = true;
    const requests: PortRequests = {
      ...world.deps.requests,
      history: async (of) => {
        const read = await history(of);
        const request = isFirst ? await world.deps.requests.find(of) : undefined;
        isFirst = false;
        if (request !== undefined)
          await world.deps.requests.commit(
            recordingOf(
              decided(
                record(startRecording(request), factsAt(now), {
                  type: 'port_request.mail_bounced',
                  actor: theClock,
                  data: { template: 'window_opened', sequence: 5, bounceType: 'permanent' },
                  request,
                }),
              ),
            ),
          );
        return read;
      },
    };
    const deliver = () =>
      newHandler(() => ({ ...world.deps, requests }))(
        { Records: [{ messageId: '0', body: JSON.stringify(bounceOf(id)) }] },
        lambdaContext,
      );
    expect(await deliver()).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }] });
    expect(world.errors).toMatchObject([{ name: 'RequestChangedMeanwhileError' }]);
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect(await bouncesIn(id)).toHaveLength(1);
  });
});

test('A mail about an endpoint that came back is marked in the ledger, and said in the log', async () => {
  const template = 'webhook_endpoint_disabled';
  const line: LedgerLine = {
    portRequestId: 'whe_1',
    sequence: 9,
    template,
    to: '[erased]',
    language: 'fr',
    causedBy: 'whe_1',
    status: 'sending',
    at: now,
  };
  await world.deps.mailLedger.begin(line, Temporal.Instant.from(now));
  await world.deps.mailLedger.sent(line, 'message', now);
  const { source, detail } = bounceOf('');
  const tags = { endpointId: ['whe_1'], sequence: ['9'], template: [template] };
  const report = { source, detail: { ...detail, mail: { ...detail.mail, tags } } };
  expect(await world.deliver(report, report)).toEqual([]);
  expect(await world.deps.mailLedger.list('whe_1')).toMatchObject([{ status: 'bounced' }]);
  expect(world.logged).toContainEqual(
    expect.objectContaining({ message: 'mail.reported', template, bounceType: 'permanent' }),
  );
});

describe('A report that is passed over', () => {
  test.each([
    ['a delivery', (id: string) => bounceOf(id, { eventType: 'Delivery' })],
    ['an out-of-office', (id: string) => bounceOf(id, { bounceType: 'Transient' })],
    ['a mail of no request', () => ({ source: 'aws.ses', detail: { eventType: 'Bounce', mail: {} } })],
  ])('is %s', async (_, bodyOf) => {
    const id = await world.bring('ready_to_start');
    await world.mail(id);
    expect(await world.deliver(bodyOf(id))).toEqual([]);
    expect(await bouncesIn(id)).toEqual([]);
    expect((await world.deps.mailLedger.list(id)).map(({ status }) => status)).toEqual(['sent', 'sent']);
  });

  test('is logged with its request', async () => {
    const id = await world.bring('ready_to_start');
    await world.deliver(bounceOf(id, { bounceType: 'Transient' }));
    expect(world.logged).toContainEqual({
      message: 'mail.reported',
      portRequestId: id,
      sequence: 5,
      template: 'window_opened',
      bounceType: null,
    });
  });

  test('is never one that is not understood', async () => {
    expect(await world.deliver({ source: 'aws.ses', detail: { eventType: 'Bounce' } })).toEqual(['0']);
  });
});
