import type { SignedMandate } from '../authorisation/signed-mandate.ts';
import type { InstantText, LocalDate } from '../calendar/clock.ts';
import type { DeskTask } from '../desk/desk-task.ts';
import type { Incident } from '../incidents/incident.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import type { Compensation } from './compensation.ts';
import type { Content } from './content.ts';
import type { RejectionCode } from './rejection-reasons.ts';
import type { ActorKind, Status } from './status.ts';

export type { Status } from './status.ts';

/** One reason of a refusal, with what the operator sent kept unchanged (F25). */
export type Rejection = {
  readonly code: RejectionCode;
  /** The items of the request it concerns; empty when it concerns the whole request. */
  readonly numbers: readonly NumberItem[];
  /** The numbers as the operator named them. */
  readonly named: readonly NumberItem[];
  /** JSON Pointer to what has to be corrected; null when no field cures it. */
  readonly field: string | null;
  readonly operatorCode: string | null;
  readonly operatorText: string | null;
};

/** How an attempt can end; until then it has no outcome. */
export const attemptOutcomes = ['rejected', 'expired', 'replanned', 'cancelled', 'completed'] as const;

export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** One submission and its one answer. Closed for good by its outcome; a correction opens the next. */
export type Attempt = {
  readonly number: number;
  readonly submittedAt: InstantText;
  readonly rulesVersion: string;
  readonly desiredDate: LocalDate;
  /** When the carrier took it over; null: not yet, as far as is known. */
  readonly sentAt: InstantText | null;
  readonly operatorReference: string | null;
  /** The day until which the operator said it would be late, as stated; null: it has not moved the due date. */
  readonly answerDelayedUntil: LocalDate | null;
  /** The last working day on which the overdue answer was recorded; null: never. */
  readonly overdueRecordedOn: LocalDate | null;
  /** The day granted, moved to a working day that has not passed. */
  readonly approvedDate: LocalDate | null;
  /** The day as the operator stated it; null: it stated none. */
  readonly approvedDateStated: LocalDate | null;
  /** Reminders already recorded in this window, so that a late clock sends each once. */
  readonly reminded: 'none' | 'start_reminder' | 'last_day' | 'check_up';
  /** Start links of an earlier generation are void. */
  readonly linkGeneration: number;
  readonly startedAt: InstantText | null;
  readonly startedBy: ActorKind | null;
  /** What was recorded of this start's interruption, so that a late clock warns and reports once. */
  readonly interruption: 'unrecorded' | 'warned' | 'overrun';
  /** Starts that were rolled back, oldest first. */
  readonly failedStarts: readonly { readonly startedAt: InstantText; readonly failedAt: InstantText }[];
  readonly completedAt: InstantText | null;
  readonly closedAt: InstantText | null;
  readonly outcome: AttemptOutcome | null;
  readonly rejections: readonly Rejection[];
};

/** The numbers asked back from the carrier after a port that went wrong. */
export type EmergencyReturn = {
  readonly requestedAt: InstantText;
  readonly reason: string;
  readonly status: 'requested' | 'completed' | 'refused';
};

/** A port request, from draft to end: the aggregate that every move reads and writes whole. */
export type PortRequest = {
  readonly id: string;
  /** The reseller it belongs to. */
  readonly tenant: string;
  /** The operator that carries it out, and whose signed events are accepted. */
  readonly carrier: string;
  /** The sequence of its newest history entry; grows with every entry and with nothing else. */
  readonly version: number;
  readonly lastHash: string;
  readonly status: Status;
  /** When it came into its status. */
  readonly statusSince: InstantText;
  readonly createdAt: InstantText;
  readonly updatedAt: InstantText;
  readonly content: Content;
  readonly attempts: readonly Attempt[];
  /** When each number or range, by its first number (E.164), was confirmed as ported. */
  readonly completedNumbers: Readonly<Record<string, InstantText>>;
  readonly plannedDate: LocalDate | null;
  /** Who cancelled it and why; the reason is free text, so it stays out of the history. */
  readonly cancellation: {
    readonly at: InstantText;
    readonly by: ActorKind;
    readonly reason: string | null;
  } | null;
  readonly incidents: readonly Incident[];
  /** What waits for the desk; an entry leaves when its cause is gone, or when the desk says that it is done. */
  readonly deskTasks: readonly DeskTask[];
  /** An internal estimate, never promised; null: nothing is owed, as far as is known. */
  readonly compensation: Compensation | null;
  readonly emergencyReturn: EmergencyReturn | null;
  /** Signed mandates that were uploaded, oldest first; the newest counts. */
  readonly signedMandates: readonly SignedMandate[];
  /** When names, addresses and numbers of persons were taken out of it; null: they are in it. */
  readonly erasedAt: InstantText | null;
  /** The next instant at which the clock alone has something to do for it; null: nothing. */
  readonly dueAt: InstantText | null;
};

/** The attempt under way, or the last one; undefined in a draft that was never submitted. */
export const currentAttempt = (request: PortRequest): Attempt | undefined => request.attempts.at(-1);

/** Which start of its attempt one is, counted from 1: two may fall into one second, so their time does not tell them apart. */
export const startNumberOf = ({ failedStarts }: Attempt): number => failedStarts.length + 1;

/** A request with its newest attempt changed. */
export const withAttempt = (request: PortRequest, change: Partial<Attempt>): PortRequest => ({
  ...request,
  attempts: request.attempts.map((attempt, index) =>
    index === request.attempts.length - 1 ? { ...attempt, ...change } : attempt,
  ),
});
