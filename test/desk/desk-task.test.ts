import { describe, expect, test } from 'vitest';
import {
  byWaiting,
  type DeskTaskKind,
  deskTaskKinds,
  deskTasksAfter,
  placeInQueue,
} from '../../functions/desk/desk-task.ts';
import { deskTaskTexts } from '../../functions/desk/desk-task-texts.ts';
import { finishTask } from '../../functions/desk/finish-task.ts';
import type { Incident } from '../../functions/incidents/incident.ts';
import { languages } from '../../functions/language.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import { writeNote } from '../../functions/port-request/note.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { startRecording } from '../../functions/port-request/recording.ts';
import { aHistoryEntry, aPortRequest } from '../support/port-request-builder.ts';
import {
  caughtUp,
  desk,
  factsAt,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';

type Cause = {
  /** What happens, and the request as it is then. */
  readonly entry: Partial<Pick<HistoryEntry, 'type' | 'data' | 'actor'>>;
  readonly request: Partial<PortRequest>;
  /** The request once its cause is gone; undefined: nothing settles it but the desk. */
  readonly settled?: Partial<PortRequest>;
};

const theClock = { kind: 'clock', id: null } as const;
const carrier = { kind: 'carrier', id: 'colt' } as const;

const anIncident = (overrides: Partial<Incident> = {}): Incident => ({
  id: 'inc_1',
  kind: 'other',
  description: 'Nobody hears us.',
  openedAt: '2026-04-15T08:00:00Z',
  openedBy: 'reseller',
  status: 'open',
  diagnosis: 'unknown',
  actor: 'desk',
  notes: [],
  examples: [],
  escalatedAt: null,
  resolvedAt: null,
  ...overrides,
});

const aReturn = (status: 'requested' | 'completed' | 'refused') => ({
  requestedAt: '2026-04-14T09:00:00Z',
  reason: 'The wrong line.',
  status,
});

const causes: Readonly<Record<DeskTaskKind, Cause>> = {
  answer_overdue: {
    entry: { type: 'port_request.answer_overdue', actor: theClock },
    request: { status: 'awaiting_answer' },
    settled: { status: 'approved' },
  },
  rejection: {
    entry: { type: 'port_request.rejected', data: { escalate: true }, actor: carrier },
    request: { status: 'rejected' },
    settled: { status: 'submitted' },
  },
  approval_misses_desired_date: {
    entry: { type: 'port_request.approved', data: { missesDesiredDate: true }, actor: carrier },
    request: { status: 'approved' },
    settled: { status: 'in_progress' },
  },
  interruption_warned: {
    entry: { type: 'port_request.interruption_warned', actor: theClock },
    request: { status: 'in_progress' },
    settled: { status: 'completed' },
  },
  incident: {
    entry: { type: 'incident.opened', data: { incidentId: 'inc_1' }, actor: reseller },
    request: { status: 'completed', incidents: [anIncident()] },
    settled: { status: 'completed', incidents: [anIncident({ status: 'resolved' })] },
  },
  return_requested: {
    entry: { type: 'port_request.return_requested', actor: desk },
    request: { status: 'completed', emergencyReturn: aReturn('requested') },
    settled: { status: 'completed', emergencyReturn: aReturn('completed') },
  },
  return_refused: {
    entry: { type: 'port_request.return_refused', actor: carrier },
    request: { status: 'completed', emergencyReturn: aReturn('refused') },
  },
  compensation_due: {
    entry: { type: 'port_request.compensation_due', actor: carrier },
    request: { status: 'completed' },
  },
  refused_event: {
    entry: { type: 'port_request.operator_event_refused', actor: carrier },
    request: { status: 'cancelled' },
  },
  mail_bounced: {
    entry: { type: 'port_request.mail_bounced', actor: theClock },
    request: { status: 'approved' },
  },
  machine_failed: {
    entry: { type: 'port_request.noted', data: { code: 'lifecycle_step_failed' }, actor: theClock },
    request: { status: 'submitted' },
  },
  mandate_not_clean: {
    entry: {
      type: 'port_request.noted',
      data: { code: 'mandate_scanned', documentId: 'doc_1', scanStatus: 'infected' },
      actor: theClock,
    },
    request: { status: 'approved' },
  },
  note: {
    entry: { type: 'port_request.noted', data: { visibility: 'shared' }, actor: reseller },
    request: { status: 'draft' },
  },
};

const since = '2026-04-15T08:00:00Z';

const caused = (what: DeskTaskKind) => {
  const { entry, request } = causes[what];
  return deskTasksAfter(
    aPortRequest(request),
    aHistoryEntry({ sequence: 9, occurredAt: since, data: {}, ...entry }),
  );
};

const aLaterNote = (data: HistoryEntry['data'] = { visibility: 'shared' }) =>
  aHistoryEntry({
    sequence: 10,
    type: 'port_request.noted',
    occurredAt: '2026-04-15T09:00:00Z',
    actor: desk,
    data,
  });

describe.each(deskTaskKinds)('%s', (what) => {
  const { request, settled } = causes[what];

  test('waits for the desk from its cause on', () => {
    expect(caused(what)).toEqual([
      { sequence: 9, what, since, incidentId: what === 'incident' ? 'inc_1' : null },
    ]);
  });

  test('waits on while other things happen', () => {
    const deskTasks = caused(what);
    expect(deskTasksAfter(aPortRequest({ ...request, deskTasks }), aLaterNote())).toEqual(deskTasks);
  });

  test('is gone once the desk says that it is done, and that is no other of the same kind', () => {
    const deskTasks = [
      ...caused(what),
      { sequence: 7, what: 'mail_bounced', since, incidentId: null } as const,
    ];
    const done = aLaterNote({ code: 'desk_task_done', what, task: 9 });
    expect(deskTasksAfter(aPortRequest({ ...request, deskTasks }), done)).toEqual(deskTasks.slice(1));
  });

  test(`${settled === undefined ? 'stays until then, whatever becomes of the request' : 'is gone with its cause'}`, () => {
    const deskTasks = caused(what);
    const left = deskTasksAfter(
      aPortRequest({ ...(settled ?? { status: 'cancelled' }), deskTasks }),
      aLaterNote(),
    );
    expect(left).toEqual(settled === undefined ? deskTasks : []);
  });

  test.each(languages)('is said in a sentence, in %s', (language) => {
    expect(deskTaskTexts[what][language]).toMatch(/^[\p{Lu}].{20,}[.]$/u);
  });
});

describe('nothing waits for the desk', () => {
  test.each([
    ['a first rejection with a cure', { type: 'port_request.rejected', data: { escalate: false } }],
    ['an approval that fits', { type: 'port_request.approved', data: { missesDesiredDate: false } }],
    [
      'its own note for the reseller',
      { type: 'port_request.noted', data: { visibility: 'shared' }, actor: desk },
    ],
    ['its own note for itself', { type: 'port_request.noted', data: { visibility: 'desk' }, actor: desk }],
    ['an erasure', { type: 'port_request.noted', data: { code: 'erased' }, actor: theClock }],
    ['a reminder', { type: 'port_request.reminded', data: { reminder: 'last_day' }, actor: theClock }],
  ] as const)('after %s', (_, entry) => {
    expect(deskTasksAfter(aPortRequest(), aHistoryEntry({ sequence: 9, ...entry }))).toEqual([]);
  });

  test.each([
    [
      'that the losing operator has to solve',
      anIncident({ diagnosis: 'linked_service', actor: 'losing_operator', status: 'with_operator' }),
    ],
    [
      'that needs examples of the reseller',
      anIncident({
        kind: 'partly_unreachable',
        diagnosis: 'routing',
        actor: 'reseller',
        status: 'needs_examples',
      }),
    ],
  ])('after an incident %s', (_, incident) => {
    const entry = aHistoryEntry({ sequence: 9, type: 'incident.opened', data: { incidentId: 'inc_1' } });
    expect(deskTasksAfter(aPortRequest({ incidents: [incident] }), entry)).toEqual([]);
  });
});

describe('an incident', () => {
  test('with a line that nobody reaches is looked at by the desk as well, though others act', () => {
    const incident = anIncident({
      kind: 'unreachable',
      diagnosis: 'routing',
      actor: 'reseller',
      status: 'needs_examples',
    });
    const entry = aHistoryEntry({ sequence: 9, type: 'incident.opened', data: { incidentId: 'inc_1' } });
    expect(deskTasksAfter(aPortRequest({ incidents: [incident] }), entry)).toHaveLength(1);
  });

  test('waits once, since the first time, however much happens to it', () => {
    const deskTasks = caused('incident');
    const entry = aHistoryEntry({ sequence: 10, type: 'incident.updated', data: { incidentId: 'inc_1' } });
    expect(deskTasksAfter(aPortRequest({ incidents: [anIncident()], deskTasks }), entry)).toEqual(deskTasks);
  });

  test('that was reopened waits again', () => {
    const entry = aHistoryEntry({ sequence: 12, type: 'incident.updated', data: { incidentId: 'inc_1' } });
    expect(deskTasksAfter(aPortRequest({ incidents: [anIncident()] }), entry)).toMatchObject([
      { sequence: 12 },
    ]);
  });
});

describe('an answer that stays out', () => {
  const overdue = requestAfter(caughtUp(requestIn('awaiting_answer'), '2026-04-15T07:00:00Z'));

  test('is one task, since the first morning', () => {
    const later = requestAfter(caughtUp(overdue, '2026-04-16T07:00:00Z'));
    expect(later.version).toBe(overdue.version + 1);
    expect(later.deskTasks).toEqual(overdue.deskTasks);
    expect(overdue.deskTasks).toMatchObject([{ what: 'answer_overdue', since: '2026-04-15T07:00:00Z' }]);
  });

  test('comes back the next working day when the desk had called and heard nothing', () => {
    const [task] = overdue.deskTasks;
    const called = requestAfter(
      finishTask(overdue, task?.sequence ?? 0, factsAt('2026-04-15T09:00:00Z'), desk),
    );
    expect(called.deskTasks).toEqual([]);
    expect(requestAfter(caughtUp(called, '2026-04-16T07:00:00Z')).deskTasks).toMatchObject([
      { what: 'answer_overdue', since: '2026-04-16T07:00:00Z' },
    ]);
  });
});

describe('saying that something is done', () => {
  const noted = requestAfter(
    writeNote(
      requestIn('approved'),
      { text: 'Please call me.', visibility: 'shared' },
      [],
      factsAt('2026-04-02T09:13:00Z'),
      reseller,
    ),
  );
  const sequence = noted.version;

  test('is recorded with what it was, and by whom', () => {
    const { entries, after } = recordingOf(
      finishTask(noted, sequence, factsAt('2026-04-02T09:14:00Z'), desk),
    );
    expect(entries).toMatchObject([
      {
        type: 'port_request.noted',
        actor: desk,
        data: { code: 'desk_task_done', what: 'note', task: sequence },
        status: 'approved',
      },
    ]);
    expect(after.deskTasks).toEqual([]);
  });

  test.each([
    [
      'a second time',
      (request: PortRequest) =>
        requestAfter(finishTask(request, sequence, factsAt('2026-04-02T09:14:00Z'), desk)),
      sequence,
    ],
    ['of something that never waited', (request: PortRequest) => request, 1],
  ])('%s is unknown', (_, given, which) => {
    expect(finishTask(given(noted), which, factsAt('2026-04-02T09:15:00Z'), desk)).toEqual({
      kind: 'unknown',
    });
  });

  test('of what the clock has just settled is unknown', () => {
    const missed = {
      ...requestIn('ready_to_start'),
      deskTasks: [{ sequence: 4, what: 'approval_misses_desired_date', since, incidentId: null } as const],
    };
    expect(startRecording(missed).after.deskTasks).toHaveLength(1);
    expect(finishTask(missed, 4, factsAt('2026-04-27T13:00:00Z'), desk)).toEqual({ kind: 'unknown' });
  });
});

describe('the order of the queue', () => {
  test('is by time, then by request, then by entry, though texts would sort 10 before 9', () => {
    const at = (time: string, portRequestId: string, sequence: number) => ({
      since: `2026-04-15T${time}Z`,
      portRequestId,
      sequence,
    });
    const inOrder = [
      at('08:00:00', 'prt_b', 3),
      at('09:00:00', 'prt_a', 9),
      at('09:00:00', 'prt_a', 10),
      at('09:00:00', 'prt_b', 1),
    ];
    expect(inOrder.toReversed().toSorted(byWaiting)).toEqual(inOrder);
    expect(inOrder.map(placeInQueue).toSorted()).toEqual(inOrder.map(placeInQueue));
  });
});
