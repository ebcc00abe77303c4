import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { addDays, localDateOf } from '../../functions/calendar/local-date.ts';
import { finishTask } from '../../functions/desk/finish-task.ts';
import { type NumberItem, readNumberItem } from '../../functions/numbers/number-item.ts';
import { accept } from '../../functions/operator/acceptance.ts';
import { answer } from '../../functions/operator/answer.ts';
import type { OperatorEvent } from '../../functions/operator/operator-event.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { catchUp } from '../../functions/port-request/catch-up.ts';
import { type Changed, changeRequest, commitDecision } from '../../functions/port-request/change.ts';
import { changeDate } from '../../functions/port-request/change-date.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { create } from '../../functions/port-request/create.ts';
import { edit } from '../../functions/port-request/edit.ts';
import { requestReturn } from '../../functions/port-request/emergency-return.ts';
import type { Facts } from '../../functions/port-request/facts.ts';
import { firstBrokenSequence, type HistoryEntry } from '../../functions/port-request/history.ts';
import { writeNote } from '../../functions/port-request/note.ts';
import { recordOutcome } from '../../functions/port-request/outcome.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../../functions/port-request/port-request.ts';
import type { QueuedTask } from '../../functions/port-request/port-requests.ts';
import { type Decision, decided, startRecording } from '../../functions/port-request/recording.ts';
import { renewStartLink } from '../../functions/port-request/renew-start-link.ts';
import { start } from '../../functions/port-request/start.ts';
import { type ActorKind, holdsNumbers, moves, type Status } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { aContent } from '../support/port-request-builder.ts';
import { carrier, desk, events, factsAt, reseller, subscriber } from '../support/port-request-life.ts';

/** Few numbers, so that requests often want the same: two singles, the range around one of them, and one in another block. */
const wantedNumbers = ['+3225805055', '+3225805070', { start: '+3225805050', size: 10 }, '+3225806070'];
const wanted: readonly NumberItem[] = wantedNumbers.map(readNumberItem);

const overlaps = (positions: readonly number[]): boolean => positions.includes(0) && positions.includes(2);

const somePositions = fc
  .subarray([0, 1, 2, 3], { minLength: 1 })
  .map((positions) => (overlaps(positions) ? positions.filter((position) => position !== 0) : positions));

/** How time goes on before a step: hardly, by hours, by days, to the moment at which something is due, or weeks past it. */
const pause = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 120 }).map((seconds) => ({ kind: 'seconds', seconds }) as const),
  },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: 30 })
      .map((hours) => ({ kind: 'seconds', seconds: hours * 3600 }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 2, max: 40 })
      .map((days) => ({ kind: 'seconds', seconds: days * 86_400 }) as const),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(-1, 0, 1, 3600).map((seconds) => ({ kind: 'due', seconds }) as const),
  },
);

const steps = [
  'submit',
  'edit',
  'cancel',
  'start',
  'startByLink',
  'renew',
  'accept',
  'acknowledge',
  'approve',
  'reject',
  'complete',
  'completeOne',
  'changeDate',
  'outcome',
  'askBack',
  'note',
  'finishTask',
  'tick',
] as const;

const step = fc.record({
  pause,
  which: fc.nat(2),
  // Cancelling ends a life, so it comes seldom; what leads on comes often.
  what: fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom('accept', 'approve', 'start', 'startByLink', 'complete', 'tick', 'submit'),
    },
    { weight: 6, arbitrary: fc.constantFrom(...steps.filter((name) => name !== 'cancel')) },
    { weight: 1, arbitrary: fc.constant('cancel') },
  ),
  positions: somePositions,
  days: fc.integer({ min: -3, max: 12 }),
  code: fc.constantFrom(
    'account_number_mismatch',
    'technical_error',
    'number_not_portable',
    'withdrawn_by_subscriber',
    'E17A',
  ),
  attemptOff: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
  ),
  isDesk: fc.boolean(),
  // Most steps are what a request is waiting for; without them no life would get anywhere.
  isFitting: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 2, arbitrary: fc.constant(false) },
  ),
});

/** What a request in a status is waiting for. */
const fitting: Readonly<Record<Status, (typeof steps)[number]>> = {
  draft: 'submit',
  submitted: 'accept',
  awaiting_answer: 'approve',
  rejected: 'submit',
  approved: 'tick',
  ready_to_start: 'startByLink',
  in_progress: 'completeOne',
  completed: 'tick',
  expired: 'submit',
  cancelled: 'tick',
};

type Step = (typeof step extends fc.Arbitrary<infer Value> ? Value : never) & {
  readonly what: (typeof steps)[number];
};

const life = fc.record({
  start: fc.constantFrom(
    '2026-03-24T08:00:00Z',
    '2026-04-30T13:30:00Z',
    '2026-10-16T08:00:00Z',
    '2026-12-18T10:00:00Z',
  ),
  first: fc.array(fc.record({ positions: somePositions, submit: fc.boolean() }), {
    minLength: 3,
    maxLength: 3,
  }),
  steps: fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }),
});

const contentOf = (positions: readonly number[], now: Temporal.Instant): Content =>
  aContent({
    numbers: positions.flatMap((position) => wanted[position] ?? []),
    mainNumber: null,
    quote: null,
    desiredDate: null,
    contract: null,
    authorisation: { signedBy: 'Marie Dupont', signedOn: localDateOf(now) },
  });

const eventOf = (
  { what, days, code, positions, attemptOff }: Step,
  request: PortRequest,
  now: Temporal.Instant,
): OperatorEvent => {
  const completedAt = toInstantText(now);
  const given = (): OperatorEvent => {
    switch (what) {
      case 'acknowledge':
        return events.acknowledged(request, code);
      case 'approve':
        return events.approved(request, days < -1 ? null : addDays(localDateOf(now), days));
      case 'reject':
        return events.rejected(request, [
          {
            code,
            ...(days > 6 ? { numbers: positions.flatMap((position) => wantedNumbers[position] ?? []) } : {}),
          },
        ]);
      case 'completeOne':
        return events.completed(request, {
          completedAt,
          numbers: positions.slice(0, 1).flatMap((position) => wantedNumbers[position] ?? []),
        });
      default:
        return events.completed(request, { completedAt });
    }
  };
  const event = given();
  return { ...event, attempt: Math.max(1, event.attempt + attemptOff) };
};

const decide = (given: Step, request: PortRequest, facts: Facts): Decision => {
  const by = given.isDesk ? desk : reseller;
  switch (given.what) {
    case 'submit':
      return submit(request, facts, by);
    case 'edit':
      return edit(request, contentOf(given.positions, facts.now), facts, by);
    case 'cancel':
      return cancel(request, 'No longer wanted.', facts, by);
    case 'start':
      return start(request, facts, by);
    case 'startByLink':
      return start(request, facts, subscriber);
    case 'renew':
      return renewStartLink(request, facts, subscriber);
    case 'accept':
      return decided(accept(startRecording(request), facts, carrier));
    case 'changeDate':
      return changeDate(request, addDays(localDateOf(facts.now), given.days * 2), facts, by);
    case 'outcome':
      return recordOutcome(
        request,
        {
          outcome: given.days < 3 ? 'failed' : 'completed',
          numbers: given.days % 2 === 0 ? undefined : request.content.numbers.slice(0, 1),
          at: toInstantText(facts.now),
          reason: 'Told by phone.',
        },
        undefined,
        facts,
        desk,
      );
    case 'askBack':
      return requestReturn(request, 'The wrong line.', facts, desk);
    case 'note':
      return writeNote(request, { text: 'Called.', visibility: 'shared' }, [], facts, by);
    case 'finishTask':
      return finishTask(request, request.deskTasks[0]?.sequence ?? 0, facts, desk);
    case 'tick':
      return decided(catchUp(startRecording(request), facts));
    case 'acknowledge':
    case 'approve':
    case 'reject':
    case 'complete':
    case 'completeOne': {
      const answered = answer(
        request,
        eventOf(given, request, facts.now),
        facts,
        given.isDesk ? desk : carrier,
      );
      if (answered.kind === 'answered') return answered.decision;
      return answered.kind === 'refused' ? answered : { kind: 'nothing_new', request };
    }
  }
};

const isAMove = (from: Status, to: Status, by: ActorKind): boolean =>
  Object.values(moves).some(
    (move) =>
      move.from.some((status) => status === from) &&
      move.to.some((status) => status === to) &&
      move.by.some((kind) => kind === by),
  );

/** A closed attempt without the one thing that still changes: that somebody was asked how it went. */
const closed = ({ reminded, ...attempt }: Attempt) => attempt;

/** A world of three requests, and what was seen of it so far. */
const createLife = (startAt: string) => {
  let now = Temporal.Instant.from(startAt);
  const written: HistoryEntry[] = [];
  const records = createInMemoryRecords(
    () => now,
    (entry) => written.push(entry),
  );
  const closedAttempts = new Map<string, Attempt>();
  const frozen = new Map<string, Content>();
  const facts = () => factsAt(toInstantText(now));

  const pass = ({ kind, seconds }: Step['pause'], request: PortRequest | undefined) => {
    const due = request?.dueAt ?? null;
    const from = kind === 'due' && due !== null ? Temporal.Instant.from(due) : now;
    const then = from.add({ seconds });
    if (Temporal.Instant.compare(then, now) > 0) now = then;
  };

  const checkAttempts = async ({ id, attempts, status, content, erasedAt }: PortRequest) => {
    expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
    expect(attempts.slice(0, -1).every(({ outcome }) => outcome !== null)).toBe(true);
    const isOpen = attempts.at(-1)?.outcome === null;
    expect(isOpen).toBe(holdsNumbers(status));
    for (const attempt of attempts) {
      const key = `${id} ${attempt.number}`;
      expect(attempt.outcome === null).toBe(attempt.closedAt === null);
      if (attempt.outcome !== null) {
        const before = closedAttempts.get(key) ?? attempt;
        // The desk may learn later that a port was carried out though nobody had started it in time.
        const wasPortedAllTheSame = before.outcome === 'expired' && attempt.outcome === 'completed';
        if (erasedAt === null && !wasPortedAllTheSame) expect(closed(attempt)).toEqual(closed(before));
        closedAttempts.set(key, attempt);
      }
      const data = await records.attemptContent(id, attempt.number);
      expect(data).toBeDefined();
      if (data !== undefined) {
        expect(data).toEqual(frozen.get(key) ?? data);
        frozen.set(key, data);
      }
    }
    if (isOpen) expect(content).toEqual(frozen.get(`${id} ${attempts.length}`));
  };

  const checkHistory = async (request: PortRequest) => {
    const history = await records.history(request.id);
    expect(firstBrokenSequence(history)).toBeUndefined();
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
    const last = history.at(-1);
    expect(request).toMatchObject({
      version: last?.sequence,
      lastHash: last?.hash,
      status: last?.status,
      updatedAt: last?.occurredAt,
    });
    for (const [index, entry] of history.entries()) {
      const before = history[index - 1];
      expect(entry.previousStatus).toBe(before?.status ?? null);
      expect((before?.occurredAt ?? '') <= entry.occurredAt).toBe(true);
      if (before !== undefined && before.status !== entry.status)
        expect([before.status, entry.status, isAMove(before.status, entry.status, entry.actor.kind)]).toEqual(
          [before.status, entry.status, true],
        );
    }
    // Peer systems let a rejected request be completed by hand: here a submission always lies between.
    const rejectedAt = history.findLastIndex(({ status }) => status === 'rejected');
    const completedAt = history.findIndex(({ status }) => status === 'completed');
    if (rejectedAt >= 0 && completedAt >= 0)
      expect(history.slice(rejectedAt, completedAt).map(({ type }) => type)).toEqual(
        expect.arrayContaining(['port_request.submitted', 'port_request.approved']),
      );
  };

  const checkDeskTasks = async ({ id, deskTasks, version }: PortRequest, queued: readonly QueuedTask[]) => {
    const sequences = deskTasks.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
    expect(sequences.every((sequence) => sequence <= version)).toBe(true);
    expect(queued.filter(({ portRequestId }) => portRequestId === id)).toHaveLength(deskTasks.length);
    const done = (await records.history(id)).flatMap(({ data }) =>
      data['code'] === 'desk_task_done' ? [data['task']] : [],
    );
    expect(sequences.filter((sequence) => done.includes(sequence))).toEqual([]);
  };

  const checkClock = (request: PortRequest) => {
    const once = catchUp(startRecording(request), facts());
    const { dueAt } = once.after;
    expect(dueAt === null || dueAt > toInstantText(now)).toBe(true);
    expect(catchUp(startRecording(once.after), facts()).entries).toEqual([]);
  };

  const checkNumbers = async (requests: readonly PortRequest[]) => {
    for (const item of wanted) {
      const holders = requests.filter(
        ({ status, content }) =>
          holdsNumbers(status) &&
          content.numbers.some((held) => JSON.stringify(held) === JSON.stringify(item)),
      );
      expect(holders.length).toBeLessThanOrEqual(1);
      const [taken] = await records.holdersOf([item]);
      const [holder] = holders;
      if (holder !== undefined) expect(taken?.holder.portRequestId).toBe(holder.id);
      if (taken !== undefined)
        expect(requests.find(({ id }) => id === taken.holder.portRequestId)).toSatisfy(
          (request: PortRequest) => holdsNumbers(request.status),
        );
    }
  };

  const check = async () => {
    const requests = records.all();
    const queued = await records.deskQueue({ limit: 1000, after: undefined });
    for (const request of requests) {
      await checkAttempts(request);
      await checkHistory(request);
      checkClock(request);
      await checkDeskTasks(request, queued);
    }
    await checkNumbers(requests);
  };

  const begin = async ({
    positions,
    submit: isSubmitted,
  }: {
    positions: readonly number[];
    submit: boolean;
  }) => {
    const decision = create(
      {
        tenant: 'acme',
        carrier: 'colt',
        content: contentOf(positions, now),
        submit: isSubmitted,
        actor: reseller,
      },
      facts(),
    );
    await commitDecision(records, decision);
    await check();
  };

  const take = async (given: Step): Promise<Changed | undefined> => {
    const requests = records.all();
    const request = requests[given.which % Math.max(1, requests.length)];
    pass(given.pause, request);
    if (request === undefined) return undefined;
    const what = given.isFitting ? fitting[request.status] : given.what;
    const changed = await changeRequest(records, request.id, (found) =>
      decide({ ...given, what }, found, facts()),
    );
    await check();
    return changed;
  };

  return { records, written: () => written, begin, take };
};

describe('the life of three requests that want the same numbers', () => {
  test('keeps what a port promises, whoever does what and whenever', async () => {
    const reached = new Set<Status>();
    await fc.assert(
      fc.asyncProperty(life, async ({ start: startAt, first, steps: taken }) => {
        const world = createLife(startAt);
        for (const request of first) await world.begin(request);
        for (const given of taken) await world.take(given);
        for (const { status } of world.written()) reached.add(status);
        // Every change was told, once, in the order in which it was written.
        const told = world.written().map(({ portRequestId, sequence }) => `${portRequestId} ${sequence}`);
        expect(new Set(told).size).toBe(told.length);
        const versions = world.records.all().reduce((sum, { version }) => sum + version, 0);
        expect(told).toHaveLength(versions);
      }),
      { numRuns: 100 },
    );
    // A life that never gets anywhere would prove little.
    expect([...reached].sort()).toEqual(Object.keys(expected).sort());
  }, 60_000);
});

const expected: Readonly<Record<Status, true>> = {
  draft: true,
  submitted: true,
  awaiting_answer: true,
  rejected: true,
  approved: true,
  ready_to_start: true,
  in_progress: true,
  completed: true,
  expired: true,
  cancelled: true,
};

describe('two commands at once', () => {
  test('from the same version: the second is decided anew on what the first has made of it', async () => {
    const facts = factsAt('2026-03-30T08:00:00Z');
    const records = createInMemoryRecords(
      () => facts.now,
      () => {},
    );
    const content = contentOf([1], facts.now);
    const created = create(
      { tenant: 'acme', carrier: 'colt', content, submit: true, actor: reseller },
      facts,
    );
    const { id } = created.kind === 'change' ? created.recording.after : { id: '' };
    await commitDecision(records, created);
    const [one, other] = await Promise.all([
      changeRequest(records, id, (request) => cancel(request, null, facts, reseller)),
      changeRequest(records, id, (request) => cancel(request, null, facts, desk)),
    ]);
    expect(one.kind).toBe('done');
    expect(other).toMatchObject({ kind: 'move_not_allowed', status: 'cancelled' });
    const request = await records.find(id);
    expect(request === undefined ? undefined : currentAttempt(request)?.outcome).toBe('cancelled');
  });

  test('that never stop ends with an error instead of a wrong answer', async () => {
    const facts = factsAt('2026-03-30T08:00:00Z');
    const records = createInMemoryRecords(
      () => facts.now,
      () => {},
    );
    const created = create(
      { tenant: 'acme', carrier: 'colt', content: contentOf([1], facts.now), submit: false, actor: reseller },
      facts,
    );
    const { id } = created.kind === 'change' ? created.recording.after : { id: '' };
    await commitDecision(records, created);
    const hurried = { ...records, commit: async () => ({ kind: 'stale' }) as const };
    await expect(
      changeRequest(hurried, id, (request) => cancel(request, null, facts, reseller)),
    ).rejects.toMatchObject({ name: 'UnavailableError' });
    expect(await records.find(id)).toMatchObject({ status: 'draft', version: 1 });
  });
});
