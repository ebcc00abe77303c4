import { describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { OperatorEvent } from '../../functions/operator/operator-event.ts';
import { keepRefusedEvent } from '../../functions/operator/refused-event.ts';
import { takeEvent } from '../../functions/operator/take-event.edge.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import type { Recording } from '../../functions/port-request/recording.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import {
  answered,
  carrier,
  events,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  requestIn,
} from '../support/port-request-life.ts';

const now = instantIn.awaiting_answer;
const facts = factsAt(now);

const createEventWorld = async () => {
  const requests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const recordings = recordingsInto('awaiting_answer');
  for (const recording of recordings) await requests.commit(recording);
  const id = recordings.at(-1)?.after.id ?? '';
  const read = async (): Promise<PortRequest> => {
    const request = await requests.find(id);
    if (request === undefined) throw new Error('The request is gone');
    return request;
  };
  const take = (event: OperatorEvent, webhookId: string, over: Partial<PortRequests> = {}) =>
    takeEvent(
      {
        log: { info: () => {}, error: () => {} },
        metrics: noMetrics,
        now: () => facts.now,
        wallClock: () => facts.now,
        newId: facts.newId,
        closedDays: async () => noClosedDays,
        requests: { ...requests, ...over },
        answers: requests.answers,
      },
      { event, sent: { webhookId, body: { raw: event }, pointerOf: (pointer) => pointer } },
      carrier,
      'en',
      () => undefined,
    );
  const kept = async () => (await requests.enclosures(id)).filter(({ kind }) => kind === 'refused_event');
  return { id, requests, read, take, kept, write: (recording: Recording) => requests.commit(recording) };
};

describe('an event that is refused', () => {
  test('is kept for the desk as it came, and the history says so without what it said', async () => {
    const { read, take, kept, requests, id } = await createEventWorld();
    const event = events.rejected(await read(), [{ code: 'other', text: 'Marie', numbers: ['025805099'] }]);
    expect(await take(event, 'msg_1')).toMatchObject({
      kind: 'problem',
      problem: { code: 'request.refused' },
    });
    const entry = (await requests.history(id)).at(-1);
    expect(entry).toMatchObject({
      type: 'port_request.operator_event_refused',
      status: 'awaiting_answer',
      actor: carrier,
      data: { type: 'request.rejected', attempt: 1, code: 'request.refused', webhookId: 'msg_1' },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Marie|25805099/);
    expect(await kept()).toMatchObject([
      {
        webhookId: 'msg_1',
        type: 'request.rejected',
        code: 'request.refused',
        body: { raw: event },
        sequence: entry?.sequence,
      },
    ]);
    expect((await read()).deskTasks).toMatchObject([{ what: 'refused_event' }]);
  });

  test('is kept once, however often it is sent again; for another reason or under another id once more', async () => {
    const { read, take, kept } = await createEventWorld();
    const completed = events.completed(await read());
    for (const webhookId of ['msg_1', 'msg_1', 'msg_2', 'msg_1']) await take(completed, webhookId);
    expect((await kept()).length).toBe(2);
    await take(events.rejected(await read(), [{ code: 'other', numbers: ['025805099'] }]), 'msg_1');
    expect(
      (await kept()).map((each) => each.kind === 'refused_event' && `${each.webhookId} ${each.code}`),
    ).toEqual([
      'msg_1 operator_event.not_expected',
      'msg_2 operator_event.not_expected',
      'msg_1 request.refused',
    ]);
  });

  test('twice at once is kept once', async () => {
    const { read, take, kept, requests } = await createEventWorld();
    const completed = events.completed(await read());
    let isFirst = true;
    const whileDeciding = {
      enclosures: async (of: string) => {
        const enclosures = await requests.enclosures(of);
        if (isFirst) {
          isFirst = false;
          await take(completed, 'msg_1');
        }
        return enclosures;
      },
    };
    expect(await take(completed, 'msg_1', whileDeciding)).toMatchObject({ kind: 'problem' });
    expect(await kept()).toHaveLength(1);
  });

  test('is not refused after all where it fits by the time it is written', async () => {
    const { read, take, kept, write, requests } = await createEventWorld();
    const request = await read();
    const unknown = { ...events.approved(request), attempt: 1 };
    let isFirst = true;
    // The request changes while the refusal is decided: what was decided is stale, and the event is judged anew.
    const meanwhile = {
      find: async (of: string) => {
        const found = await requests.find(of);
        if (!isFirst || found === undefined) return found;
        isFirst = false;
        return { ...found, status: 'rejected' as const, version: found.version - 1 };
      },
    };
    await write(recordingOf(answered(request, events.acknowledged(request, 'C-1'), now)));
    expect(await take(unknown, 'msg_1', meanwhile)).toEqual({ kind: 'taken', outcome: 'applied' });
    expect(await kept()).toEqual([]);
    expect((await read()).status).toBe('approved');
  });

  test('is judged anew under the same id', async () => {
    const { read, take } = await createEventWorld();
    const request = await read();
    const data = { reasons: [{ code: 'other', numbers: ['025805099'] }] };
    expect(await take({ ...events.rejected(request), data }, 'msg_1')).toMatchObject({ kind: 'problem' });
    expect(await take(events.rejected(request), 'msg_1')).toEqual({ kind: 'taken', outcome: 'applied' });
  });
});

describe('what is kept of refused events', () => {
  const request = requestIn('awaiting_answer');
  const refused = (webhookId: string) => ({
    event: events.completed(request),
    webhookId,
    body: {},
    code: 'operator_event.not_expected',
  });

  test('is the clock’s doing first, so that the entry says where the request stands', () => {
    const { entries } = recordingOf(
      keepRefusedEvent(request, refused('msg_1'), [], factsAt('2026-04-15T08:00:00Z'), carrier),
    );
    expect(entries.map(({ type }) => type)).toEqual([
      'port_request.answer_overdue',
      'port_request.operator_event_refused',
    ]);
  });

  test('has an end, whoever sends how many', () => {
    const enclosures = Array.from({ length: 50 }, (_, index) => ({
      kind: 'refused_event' as const,
      webhookId: `msg_${index}`,
      type: 'port.completed',
      attempt: 1,
      code: 'operator_event.not_expected',
      body: {},
      sequence: index + 1,
      id: `evt_${index}`,
      at: now,
      by: carrier,
    }));
    const keep = (kept: typeof enclosures) =>
      keepRefusedEvent(request, refused('msg_new'), kept, facts, carrier).kind;
    expect([keep(enclosures), keep(enclosures.slice(1))]).toEqual(['nothing_new', 'change']);
  });

  test('is nothing once personal data were erased', () => {
    const erased = { ...request, erasedAt: now };
    expect(keepRefusedEvent(erased, refused('msg_1'), [], facts, carrier).kind).toBe('nothing_new');
  });
});
