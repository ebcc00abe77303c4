import type { InstantText } from '../calendar/clock.ts';
import type { ActorKind } from '../port-request/status.ts';

/** What a reporter sees (F30, F33); what is behind it is the diagnosis. */
export const incidentKinds = [
  'internet_lost',
  'tv_lost',
  'unreachable',
  'partly_unreachable',
  'other',
] as const;

export type IncidentKind = (typeof incidentKinds)[number];

/** What an incident most likely is (F31, F33, F34); the order is that of the domain's list, `unknown` the rest. */
export const diagnoses = [
  'linked_service',
  'port_not_executed',
  'port_overrun',
  'routing',
  'unknown',
] as const;

export type Diagnosis = (typeof diagnoses)[number];

/** Where an incident stands. The request's own status never changes with it. */
export const incidentStatuses = [
  'open',
  'needs_examples',
  'with_operator',
  'with_carrier',
  'resolved',
] as const;

export type IncidentStatus = (typeof incidentStatuses)[number];

/** Who has to act on an incident. */
export const incidentActors = ['losing_operator', 'carrier', 'desk', 'reseller'] as const;

export type IncidentActor = (typeof incidentActors)[number];

/** What a caller heard instead of the customer. */
export const heardSounds = [
  'busy',
  'announcement',
  'silence',
  'wrong_party',
  'rings_at_old_operator',
  'other',
] as const;

export type HeardSound = (typeof heardSounds)[number];

/** Why a call is no evidence of bad routing. It stays listed, and does not spoil the others. */
export const exampleProblems = [
  'called_number_not_ported',
  'before_completion',
  'in_future',
  'repeated',
  'unreadable',
] as const;

export type ExampleProblem = (typeof exampleProblems)[number];

/** One call that did not arrive (F35); numbers are E.164 and the time an instant, or as they were written when they cannot be read. */
export type CallExample = {
  readonly callingNumber: string;
  readonly callingOperator: string;
  readonly calledNumber: string;
  readonly calledAt: string;
  readonly heard: HeardSound;
  readonly note: string | null;
  /** Null: accepted as evidence. */
  readonly problem: ExampleProblem | null;
};

/** What somebody wrote on an incident. */
export type IncidentNote = { readonly at: InstantText; readonly by: ActorKind; readonly text: string };

/** Trouble during or after a port (F30-F37). */
export type Incident = {
  /** `inc_…` */
  readonly id: string;
  readonly kind: IncidentKind;
  readonly description: string;
  readonly openedAt: InstantText;
  readonly openedBy: ActorKind;
  readonly status: IncidentStatus;
  readonly diagnosis: Diagnosis;
  readonly actor: IncidentActor;
  readonly notes: readonly IncidentNote[];
  readonly examples: readonly CallExample[];
  /** When it was last reported to the carrier; null: never. */
  readonly escalatedAt: InstantText | null;
  readonly resolvedAt: InstantText | null;
};

/** Incidents that nobody has closed. */
export const openIncidentsOf = (incidents: readonly Incident[]): readonly Incident[] =>
  incidents.filter(({ status }) => status !== 'resolved');
