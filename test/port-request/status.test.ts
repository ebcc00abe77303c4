import { describe, expect, test } from 'vitest';
import { allowedEventsOf, answer } from '../../functions/operator/answer.ts';
import { operatorEventTypes } from '../../functions/operator/operator-event.ts';
import { allowedActionsOf } from '../../functions/port-request/allowed-actions.ts';
import { type ActorKind, moves, type Status, statuses } from '../../functions/port-request/status.ts';
import {
  carrier,
  caughtUp,
  commands,
  events,
  factsAt,
  instantIn,
  requestAfter,
  requestIn,
} from '../support/port-request-life.ts';

type DocumentedMove = { readonly from: Status; readonly to: Status; readonly by: readonly ActorKind[] };

const operator = ['carrier', 'losing_operator', 'desk'] as const;
const seller = ['reseller', 'desk'] as const;

/**
 * The table of domain section 6, line by line, with its letters: R reseller, C subscriber, D desk, U carrier or losing
 * operator, S clock. An answer in `submitted` records `awaiting_answer` first, so a rejection leads from there.
 */
const documented: readonly DocumentedMove[] = [
  { from: 'draft', to: 'submitted', by: seller },
  { from: 'submitted', to: 'awaiting_answer', by: operator },
  { from: 'awaiting_answer', to: 'rejected', by: operator },
  { from: 'awaiting_answer', to: 'approved', by: operator },
  { from: 'approved', to: 'ready_to_start', by: ['clock'] },
  { from: 'approved', to: 'rejected', by: operator },
  { from: 'ready_to_start', to: 'rejected', by: operator },
  { from: 'ready_to_start', to: 'in_progress', by: ['reseller', 'subscriber', 'desk'] },
  { from: 'ready_to_start', to: 'expired', by: ['clock'] },
  { from: 'approved', to: 'completed', by: ['desk'] },
  { from: 'ready_to_start', to: 'completed', by: ['desk'] },
  { from: 'expired', to: 'completed', by: ['desk'] },
  { from: 'in_progress', to: 'completed', by: operator },
  { from: 'in_progress', to: 'ready_to_start', by: operator },
  { from: 'in_progress', to: 'expired', by: operator },
  { from: 'approved', to: 'submitted', by: seller },
  { from: 'ready_to_start', to: 'submitted', by: seller },
  { from: 'rejected', to: 'submitted', by: seller },
  { from: 'expired', to: 'submitted', by: seller },
  { from: 'draft', to: 'cancelled', by: seller },
  { from: 'submitted', to: 'cancelled', by: seller },
  { from: 'awaiting_answer', to: 'cancelled', by: seller },
  { from: 'rejected', to: 'cancelled', by: seller },
  { from: 'approved', to: 'cancelled', by: seller },
  { from: 'ready_to_start', to: 'cancelled', by: seller },
  { from: 'expired', to: 'cancelled', by: seller },
];

const nameOf = ({ from, to }: DocumentedMove): string => `${from} → ${to}`;

const tabled: readonly DocumentedMove[] = Object.values(moves).flatMap(({ from, to, by }) =>
  from.flatMap((one) => to.map((other) => ({ from: one, to: other, by }))),
);

const byName = (list: readonly DocumentedMove[]) =>
  Object.fromEntries(list.map((move) => [nameOf(move), [...move.by].sort()]));

describe('the table of moves', () => {
  test('is the one of the domain reference, with who may make each', () => {
    expect(byName(tabled)).toEqual(byName(documented));
  });

  test('names each pair of statuses once', () => {
    expect(new Set(tabled.map(nameOf)).size).toBe(tabled.length);
  });

  test('lets nobody leave completed or cancelled', () => {
    expect(tabled.filter(({ from }) => from === 'completed' || from === 'cancelled')).toEqual([]);
  });

  test('leads from rejected to completed only through a new submission', () => {
    expect(tabled.filter(({ from }) => from === 'rejected').map(({ to }) => to)).toEqual([
      'submitted',
      'cancelled',
    ]);
  });

  test('reaches every status from a draft', () => {
    const reached = new Set<Status>(['draft']);
    for (const _ of statuses) for (const { from, to } of tabled) if (reached.has(from)) reached.add(to);
    expect([...reached].sort()).toEqual([...statuses].sort());
  });
});

type CommandName = keyof typeof commands;

const commandNames = ['submit', 'edit', 'cancel', 'start', 'renewStartLink'] as const satisfies CommandName[];

/** The status after each command on a request in each status, or how it is refused. */
const outcomes: Readonly<Record<Status, Readonly<Record<CommandName, string>>>> = {
  draft: {
    submit: 'submitted',
    edit: 'draft',
    cancel: 'cancelled',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  submitted: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'cancelled',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  awaiting_answer: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'cancelled',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  rejected: {
    submit: 'refused',
    edit: 'rejected',
    cancel: 'cancelled',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  approved: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'cancelled',
    start: 'window_closed',
    renewStartLink: 'move_not_allowed',
  },
  ready_to_start: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'cancelled',
    start: 'in_progress',
    renewStartLink: 'ready_to_start',
  },
  in_progress: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'move_not_allowed',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  completed: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'move_not_allowed',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
  expired: {
    submit: 'refused',
    edit: 'expired',
    cancel: 'cancelled',
    start: 'window_closed',
    renewStartLink: 'move_not_allowed',
  },
  cancelled: {
    submit: 'move_not_allowed',
    edit: 'move_not_allowed',
    cancel: 'move_not_allowed',
    start: 'move_not_allowed',
    renewStartLink: 'move_not_allowed',
  },
};

const everyCommand = statuses.flatMap((status) =>
  commandNames.map((command) => ({ status, command, outcome: outcomes[status][command] })),
);

describe('a command', () => {
  test.each(everyCommand)('$command in $status: $outcome', ({ status, command, outcome }) => {
    const request = requestIn(status);
    const now = instantIn[status];
    const decision = commands[command](request, now);
    if (decision.kind === 'change') {
      expect(decision.recording.after.status).toBe(outcome);
      return;
    }
    expect(decision.kind).toBe(outcome);
    if (decision.kind === 'move_not_allowed') {
      const { calendar, now: instant } = factsAt(now);
      expect(decision).toEqual({
        kind: 'move_not_allowed',
        status,
        allowedActions: allowedActionsOf(request, instant, calendar),
      });
    }
  });

  test.each(['rejected', 'expired'] as const)(
    'submit in %s, with a date that can be met, is the next attempt',
    (status) => {
      const request = requestIn(status);
      const corrected = {
        ...request,
        content: { ...request.content, desiredDate: null },
      };
      const { attempts, status: next } = requestAfter(commands.submit(corrected, instantIn[status]));
      expect(next).toBe('submitted');
      expect(attempts.map(({ number, outcome }) => [number, outcome])).toEqual([
        [1, status],
        [2, null],
      ]);
    },
  );
});

/** What is allowed to whoever may write, in each status at its instant. */
const actions: Readonly<Record<Status, readonly string[]>> = {
  draft: ['edit', 'submit', 'cancel'],
  submitted: ['cancel', 'report_incident'],
  awaiting_answer: ['cancel', 'report_incident'],
  rejected: ['edit', 'submit', 'cancel', 'report_incident'],
  approved: ['cancel', 'change_date', 'report_incident'],
  ready_to_start: ['start', 'cancel', 'change_date', 'request_start_link', 'report_incident'],
  in_progress: ['report_incident'],
  completed: ['report_incident'],
  expired: ['edit', 'submit', 'cancel', 'report_incident'],
  cancelled: [],
};

describe('the allowed actions', () => {
  test.each(statuses)('of %s are what the commands accept', (status) => {
    const { now, calendar } = factsAt(instantIn[status]);
    expect(allowedActionsOf(requestIn(status), now, calendar)).toEqual(actions[status]);
  });

  test('of ready_to_start hold no start at night', () => {
    const { now, calendar } = factsAt('2026-04-14T20:00:00Z');
    expect(allowedActionsOf(requestIn('ready_to_start'), now, calendar)).not.toContain('start');
  });

  test('of approved hold the start while the clock is late', () => {
    const { now, calendar } = factsAt('2026-04-14T07:00:00Z');
    expect(allowedActionsOf(requestIn('approved'), now, calendar)).toContain('start');
  });

  test('after the holder said no (code 21) hold neither edit nor submit', () => {
    const request = requestAfter(rejectedWith('withdrawn_by_subscriber'));
    const { now, calendar } = factsAt('2026-04-02T10:00:00Z');
    expect(allowedActionsOf(request, now, calendar)).toEqual(['cancel', 'report_incident']);
    expect(commands.edit(request, '2026-04-02T10:00:00Z').kind).toBe('move_not_allowed');
    expect(commands.submit(request, '2026-04-02T10:00:00Z').kind).toBe('move_not_allowed');
  });
});

const rejectedWith = (code: string) => {
  const request = requestIn('awaiting_answer');
  const given = answer(
    request,
    events.rejected(request, [{ code }]),
    factsAt('2026-04-02T09:12:00Z'),
    carrier,
  );
  if (given.kind !== 'answered') throw new Error('The rejection did not fit');
  return given.decision;
};

const fits: Readonly<Record<Status, Readonly<Partial<Record<(typeof operatorEventTypes)[number], Status>>>>> =
  {
    draft: {},
    submitted: {
      'request.acknowledged': 'awaiting_answer',
      'answer.delayed': 'awaiting_answer',
      'request.approved': 'approved',
      'request.rejected': 'rejected',
    },
    awaiting_answer: {
      'request.acknowledged': 'awaiting_answer',
      'answer.delayed': 'awaiting_answer',
      'request.approved': 'approved',
      'request.rejected': 'rejected',
    },
    rejected: {},
    approved: { 'request.rejected': 'rejected' },
    ready_to_start: { 'request.rejected': 'rejected' },
    in_progress: { 'port.completed': 'completed', 'port.failed': 'ready_to_start' },
    completed: {},
    expired: {},
    cancelled: {},
  };

// A date and a reason that no attempt has had yet: an answer that repeats the first is tested beside the answers.
const newEvents = {
  'request.acknowledged': (request: Parameters<typeof events.acknowledged>[0]) =>
    events.acknowledged(request, 'C-100'),
  'request.approved': (request: Parameters<typeof events.approved>[0]) =>
    events.approved(request, '2026-04-20'),
  'request.rejected': (request: Parameters<typeof events.rejected>[0]) =>
    events.rejected(request, [{ code: 'other' }]),
  'port.completed': (request: Parameters<typeof events.completed>[0]) =>
    events.completed(request, { completedAt: '2026-04-14T08:40:30Z' }),
  'answer.delayed': events.delayed,
  'port.failed': events.failed,
  'return.completed': events.returned,
  'return.refused': events.returnRefused,
} as const;

// An incident is told by its id and not by the request's status: it is tested with the incidents.
const everyEvent = statuses.flatMap((status) =>
  operatorEventTypes
    .filter((type) => type !== 'incident.updated')
    .map((type) => ({ status, type, to: fits[status][type] ?? 'not_expected' })),
);

describe("an operator's event", () => {
  test.each(everyEvent)('$type in $status: $to', ({ status, type, to }) => {
    const request = requestIn(status);
    const given = answer(request, newEvents[type](request), factsAt(instantIn[status]), carrier);
    if (given.kind === 'answered') {
      expect(requestAfter(given.decision).status).toBe(to);
      return;
    }
    expect(to).toBe('not_expected');
    expect(given).toEqual({
      kind: 'not_expected',
      status,
      attempt: status === 'draft' ? null : 1,
      allowedEvents: Object.keys(fits[status]),
    });
  });

  test.each(statuses)('is refused in %s with the events that fit', (status) => {
    expect(allowedEventsOf(requestIn(status))).toEqual(Object.keys(fits[status]));
  });

  test('never completes a rejected request, whoever says so, before a new attempt was approved and started', () => {
    const rejected = requestIn('rejected');
    const now = instantIn.rejected;
    for (const by of [
      carrier,
      { kind: 'desk', id: 'desk-1' } as const,
      { kind: 'losing_operator', id: null } as const,
    ])
      expect(answer(rejected, events.completed(rejected), factsAt(now), by)).toMatchObject({
        kind: 'not_expected',
        status: 'rejected',
      });
    expect(commands.start(rejected, now).kind).toBe('move_not_allowed');
  });
});

describe('the clock', () => {
  const later = '2027-01-04T12:00:00Z';
  test.each([
    ['draft', 'draft'],
    ['submitted', 'submitted'],
    ['awaiting_answer', 'awaiting_answer'],
    ['rejected', 'rejected'],
    ['approved', 'expired'],
    ['ready_to_start', 'expired'],
    ['in_progress', 'in_progress'],
    ['completed', 'completed'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
  ] as const)('leads from %s to %s when it is months late', (status, to) => {
    expect(requestAfter(caughtUp(requestIn(status), later)).status).toBe(to);
  });

  test.each(statuses)('does nothing to %s that it has done already', (status) => {
    const once = requestAfter(caughtUp(requestIn(status), later));
    expect(caughtUp(once, later)).toEqual({ kind: 'nothing_new', request: once });
  });

  test('makes every command judge the request as it should stand by now', () => {
    const approved = requestIn('approved');
    expect(commands.start(approved, '2026-04-27T13:00:00Z')).toMatchObject({
      kind: 'window_closed',
      opensAt: null,
    });
    expect(commands.cancel(approved, '2026-04-27T13:00:00Z')).toMatchObject({
      kind: 'change',
      recording: { after: { status: 'cancelled', attempts: [{ outcome: 'expired' }] } },
    });
    expect(requestAfter(commands.edit(approved, '2026-04-27T13:00:00Z')).status).toBe('expired');
    expect(requestAfter(commands.start(approved, '2026-04-14T07:00:00Z')).status).toBe('in_progress');
  });
});
