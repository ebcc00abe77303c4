import { currentRules, type PortingRules } from '../functions/port-request/porting-rules.ts';
import { rejectionReasons } from '../functions/port-request/rejection-reasons.ts';
import { moves } from '../functions/port-request/status.ts';

/** What a setting limits, and where its value comes from. A setting without a row does not compile. */
const settings: Readonly<Record<keyof PortingRules, readonly [meaning: string, source: string]>> = {
  version: ['Which rules an attempt was submitted under; it keeps them', 'assumption'],
  operatorAnswerWorkingDays: ['Working days the losing operator has to answer, from submission', 'FAQ F18'],
  leadWorkingDays: ['Working days from submission to the earliest desired date', 'FAQ F19'],
  maxLeadDays: ['Calendar days from submission to the latest desired date', 'assumption'],
  startWindowWorkingDays: [
    'Working days after the approved date on which a start is still accepted',
    'FAQ F23',
  ],
  startHours: ['Brussels time, the end excluded', 'FAQ F27; that 15:00 is the last start: assumption'],
  startReminderWorkingDays: [
    'Working days after the approved date on which a reminder is mailed',
    'assumption',
  ],
  simpleMaxMinutes: ['Longest interruption of a simple port', 'FAQ F28'],
  complexMaxHours: ['Longest interruption of a complex port, elapsed', 'FAQ F29; elapsed: assumption'],
  rejectionsBeforeEscalation: ['Rejections before the desk is called in', 'assumption'],
  protectedLinePolicy: ['Whether alarm, lift and emergency lines block or only warn', 'FAQ F14, F15'],
  authorisationMaxAgeMonths: ['Age up to which a mandate is accepted', 'assumption'],
  interruptionWarningPercent: [
    'Part of the longest interruption after which the desk is warned',
    'assumption',
  ],
  routingExamplesNeeded: ['Call examples with which bad routing is reported to the carrier', 'FAQ F35'],
  carrierReportWorkingDays: [
    'Working days the carrier has to answer an incident reported to it, before the desk asks',
    'assumption',
  ],
  emergencyReturnHours: ['Hours after completion in which the numbers can be asked back', 'assumption'],
  compensationPerDayEur: [
    'Estimated compensation for each calendar day late and each number, in euro',
    'public; 3 rather than 5: assumption',
  ],
  compensationGraceWorkingDays: ['Working days late up to which nothing is owed', 'public'],
  compensationClaimMonths: ['Months from the first submission in which the subscriber can claim', 'public'],
  retentionMonths: ['Months after its end for which a request names persons', 'assumption'],
};

const valueText = (value: PortingRules[keyof PortingRules]): string =>
  typeof value === 'object' ? `${value.from} to ${value.until}` : `${value}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const code = (text: string): string => `\`${text}\``;

/** The settings in force, with what each limits and its source. */
export const settingsTable = (): string =>
  table(
    ['Setting', 'Value', 'What it limits', 'Source'],
    Object.entries(settings).map(([name, [meaning, source]]) => [
      code(name),
      valueText(Object.entries(currentRules).find(([key]) => key === name)?.[1] ?? ''),
      meaning,
      source,
    ]),
  );

/** Every move of a request. */
export const movesTable = (): string =>
  table(
    ['Move', 'From', 'To', 'By'],
    Object.entries(moves).map(([name, { from, to, by }]) => [
      code(name),
      from.map(code).join(', '),
      to.map(code).join(', '),
      by.join(', '),
    ]),
  );

/** Every reason for a refusal. */
export const rejectionReasonsTable = (): string =>
  table(
    ['Code', 'Meaning', 'Who acts', 'Kind of cure', 'Field', 'Final'],
    rejectionReasons.map((reason) => [
      code(reason.code),
      reason.meaning.en,
      reason.actors.join(', '),
      code(reason.class),
      reason.field === null ? '' : code(reason.field),
      reason.final,
    ]),
  );
