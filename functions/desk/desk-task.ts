import type { InstantText } from '../calendar/clock.ts';
import { compareDates } from '../calendar/local-date.ts';
import { isReachedByNobody } from '../incidents/diagnosis.ts';
import { type Incident, openIncidentsOf } from '../incidents/incident.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../port-request/port-request.ts';

/** What can wait for the desk. */
export const deskTaskKinds = [
  'answer_overdue',
  'rejection',
  'approval_misses_desired_date',
  'interruption_warned',
  'incident',
  'return_requested',
  'return_refused',
  'compensation_due',
  'refused_event',
  'mail_bounced',
  'machine_failed',
  'mandate_not_clean',
  'note',
] as const;

export type DeskTaskKind = (typeof deskTaskKinds)[number];

/** One thing that waits for the desk. */
export type DeskTask = {
  /** The sequence of the history entry that caused it: no two of a request have the same. */
  readonly sequence: number;
  readonly what: DeskTaskKind;
  readonly since: InstantText;
  /** The incident it is about, of a task of that kind. */
  readonly incidentId: string | null;
};

/** Whether the desk has to look at an incident: it acts, or nobody reaches the customer though the port is done (assumption). */
const needsDesk = (incident: Incident): boolean =>
  (incident.status !== 'resolved' && incident.actor === 'desk') || isReachedByNobody(incident);

/** What a history entry leaves for the desk; undefined: nothing. */
const causedBy = ({ type, data, actor }: HistoryEntry): DeskTaskKind | undefined => {
  switch (type) {
    case 'port_request.answer_overdue':
      return 'answer_overdue';
    case 'port_request.rejected':
      return data['escalate'] === true ? 'rejection' : undefined;
    case 'port_request.approved':
      return data['missesDesiredDate'] === true ? 'approval_misses_desired_date' : undefined;
    case 'port_request.interruption_warned':
      return 'interruption_warned';
    case 'port_request.return_requested':
      return 'return_requested';
    case 'port_request.return_refused':
      return 'return_refused';
    case 'port_request.compensation_due':
      return 'compensation_due';
    case 'port_request.operator_event_refused':
      return 'refused_event';
    case 'port_request.mail_bounced':
      return 'mail_bounced';
    case 'port_request.noted':
      if (data['code'] === 'lifecycle_step_failed') return 'machine_failed';
      if (data['code'] === 'mandate_scanned' && data['scanStatus'] !== 'clean') return 'mandate_not_clean';
      // What a reseller writes is for the desk to read; its own notes wait for nobody.
      return data['visibility'] === 'shared' && actor.kind === 'reseller' ? 'note' : undefined;
    default:
      return undefined;
  }
};

/** Whether the operator has moved its due date beyond the day on which its answer was last overdue. */
export const isAnswerPutOff = (attempt: Attempt | undefined): boolean =>
  attempt !== undefined &&
  attempt.answerDelayedUntil !== null &&
  attempt.overdueRecordedOn !== null &&
  compareDates(attempt.answerDelayedUntil, attempt.overdueRecordedOn) >= 0;

/** Whether what a task is about still stands in the request as it is. What nothing settles waits until the desk says so. */
const stillStands = ({ what, incidentId }: DeskTask, request: PortRequest): boolean => {
  const { status, emergencyReturn, incidents } = request;
  switch (what) {
    case 'answer_overdue':
      return status === 'awaiting_answer' && !isAnswerPutOff(currentAttempt(request));
    case 'rejection':
      return status === 'rejected';
    case 'approval_misses_desired_date':
      return status === 'approved' || status === 'ready_to_start';
    case 'interruption_warned':
      return status === 'in_progress';
    case 'incident':
      return incidents.some((incident) => incident.id === incidentId && needsDesk(incident));
    case 'return_requested':
      return emergencyReturn?.status === 'requested';
    case 'return_refused':
    case 'compensation_due':
    case 'refused_event':
    case 'mail_bounced':
    case 'machine_failed':
    case 'mandate_not_clean':
    case 'note':
      return true;
  }
};

/** The code of the note by which the desk says that it has seen to a task. */
export const taskDoneCode = 'desk_task_done';

/** Whether an entry says that this task is done: it is gone for good then, though its cause may still stand. */
const isDoneBy = ({ sequence }: DeskTask, { type, data }: HistoryEntry): boolean =>
  type === 'port_request.noted' && data['code'] === taskDoneCode && data['task'] === sequence;

/** However often it is recorded that an answer is overdue, it is one task, which waits since the first time. */
const isOnePerRequest = (what: DeskTaskKind): boolean => what === 'answer_overdue';

/** More of a kind than anybody works off: a sender that runs wild must not fill the request, which is one item of the table. */
const mostOfAKind = 50;

/** At the limit the newest of its kind stands for the one before, too, and waits since then. */
const added = (tasks: readonly DeskTask[], task: DeskTask): readonly DeskTask[] => {
  const alike = tasks.filter(({ what }) => what === task.what);
  const last = alike.at(-1);
  if (last === undefined) return [...tasks, task];
  if (isOnePerRequest(task.what)) return tasks;
  if (alike.length < mostOfAKind) return [...tasks, task];
  return [...tasks.filter((each) => each !== last), { ...task, since: last.since }];
};

/**
 * What waits for the desk after a history entry: what did before and still stands, and what the entry adds. The queue
 * follows from the history and the request alone, so that nothing can forget to tell the desk (assumption).
 */
export const deskTasksAfter = (request: PortRequest, entry: HistoryEntry): readonly DeskTask[] => {
  const { sequence, occurredAt: since, type, data } = entry;
  const left = request.deskTasks.filter((task) => stillStands(task, request) && !isDoneBy(task, entry));
  const what = causedBy(entry);
  if (what !== undefined) return added(left, { sequence, what, since, incidentId: null });
  if (!type.startsWith('incident.')) return left;
  const isWaiting = (id: string) => left.some((task) => task.incidentId === id);
  return [
    ...left,
    ...openIncidentsOf(request.incidents)
      .filter(
        (incident) => incident.id === data['incidentId'] && needsDesk(incident) && !isWaiting(incident.id),
      )
      .map(({ id }) => ({ sequence, what: 'incident' as const, since, incidentId: id })),
  ];
};

/** What a recording adds to the desk's queue and takes from it. */
export const taskChangesOf = ({
  before,
  after,
}: {
  readonly before: PortRequest | undefined;
  readonly after: PortRequest;
}): { readonly added: readonly DeskTask[]; readonly gone: readonly DeskTask[] } => {
  const tasksBefore = before?.deskTasks ?? [];
  const isIn = (tasks: readonly DeskTask[], { sequence }: DeskTask) =>
    tasks.some((task) => task.sequence === sequence);
  return {
    added: after.deskTasks.filter((task) => !isIn(tasksBefore, task)),
    gone: tasksBefore.filter((task) => !isIn(after.deskTasks, task)),
  };
};

type Waiting = Pick<DeskTask, 'since' | 'sequence'> & { readonly portRequestId: string };

/** A place in the desk's queue as a text that sorts: by when it began to wait, then by request and entry. */
export const placeInQueue = ({ since, portRequestId, sequence }: Waiting): string =>
  `${since}#${portRequestId}#${String(sequence).padStart(6, '0')}`;

/** Orders the desk's queue, what has waited longest first. */
export const byWaiting = (one: Waiting, other: Waiting): number => {
  const [here, there] = [placeInQueue(one), placeInQueue(other)];
  if (here === there) return 0;
  return here < there ? -1 : 1;
};
