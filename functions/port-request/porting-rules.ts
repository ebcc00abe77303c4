import type { LocalTime } from '../calendar/local-date.ts';

/**
 * The Fonzer rules: every limit of a port, as data. None of them is law here: the FAQ calls some of them legal, public
 * sources give other figures, so each is a named setting. A changed figure is a new version, added beside the old ones:
 * an attempt keeps the version it was submitted under.
 */
export type PortingRules = {
  readonly version: string;
  /** Working days the losing operator has to answer, counted from submission (F18). */
  readonly operatorAnswerWorkingDays: number;
  /** Working days between submission and the earliest desired date (F19). */
  readonly leadWorkingDays: number;
  /** Calendar days between submission and the latest desired date (assumption). */
  readonly maxLeadDays: number;
  /** Working days after the approved date on which the port may still be started (F23). */
  readonly startWindowWorkingDays: number;
  /** A port may be started from `from` (included) until `until` (excluded), Brussels time (F27; 15:00 as last start: assumption). */
  readonly startHours: { readonly from: LocalTime; readonly until: LocalTime };
  /** Working days after the approved date on which the start is reminded of: halfway, and on the last day (assumption). */
  readonly startReminderWorkingDays: number;
  /** Longest interruption of a simple port, in minutes (F28). */
  readonly simpleMaxMinutes: number;
  /** Longest interruption of a complex port, in elapsed hours (F29; elapsed rather than working hours: assumption). */
  readonly complexMaxHours: number;
  /** Rejections that count before the desk is called in (assumption). */
  readonly rejectionsBeforeEscalation: number;
  /** Whether a protected line in the request blocks it or only warns (F14 forbids, F15 calls it a grey area). */
  readonly protectedLinePolicy: 'block' | 'warn';
  /** Months after its signature for which a mandate is accepted (assumption). */
  readonly authorisationMaxAgeMonths: number;
  /** Part of the longest interruption after which the desk is warned that a port may overrun (assumption). */
  readonly interruptionWarningPercent: number;
  /** Call examples with which bad routing is reported to the carrier (F35). */
  readonly routingExamplesNeeded: number;
  /** Working days the carrier has to answer an incident that was reported to it; then the desk asks (assumption). */
  readonly carrierReportWorkingDays: number;
  /** Elapsed hours after completion in which the numbers can be asked back (assumption). */
  readonly emergencyReturnHours: number;
  /** Estimated compensation for each calendar day late and each number, in euro (public; 3 rather than 5: assumption). */
  readonly compensationPerDayEur: number;
  /** Working days late up to which nothing is owed (public). */
  readonly compensationGraceWorkingDays: number;
  /** Months after the first submission in which the subscriber can claim (public). */
  readonly compensationClaimMonths: number;
  /** Months after its end for which a request keeps names, addresses and phone numbers of persons (assumption). */
  readonly retentionMonths: number;
};

const fonzerRules20260101: PortingRules = {
  version: 'fonzer-2026-01',
  operatorAnswerWorkingDays: 10,
  leadWorkingDays: 10,
  maxLeadDays: 120,
  startWindowWorkingDays: 9,
  startHours: { from: '09:00', until: '15:00' },
  startReminderWorkingDays: 5,
  simpleMaxMinutes: 120,
  complexMaxHours: 24,
  rejectionsBeforeEscalation: 2,
  protectedLinePolicy: 'block',
  authorisationMaxAgeMonths: 3,
  interruptionWarningPercent: 75,
  routingExamplesNeeded: 3,
  carrierReportWorkingDays: 2,
  emergencyReturnHours: 24,
  compensationPerDayEur: 3,
  compensationGraceWorkingDays: 1,
  compensationClaimMonths: 6,
  retentionMonths: 24,
};

const versions: readonly PortingRules[] = [fonzerRules20260101];

/** The rules a new attempt is judged by. */
export const currentRules: PortingRules = fonzerRules20260101;

/**
 * The rules an attempt was submitted under.
 * @throws RangeError for a version that was never published: falling back to others would move a promised date.
 */
export const rulesOfVersion = (version: string): PortingRules => {
  const rules = versions.find((candidate) => candidate.version === version);
  if (!rules) throw new RangeError(`No porting rules of version ${version}`);
  return rules;
};
