import { incidentAdvice } from '../incidents/advice.ts';
import { acceptedExamples, examplesMissing } from '../incidents/call-examples.ts';
import { isReachedByNobody } from '../incidents/diagnosis.ts';
import {
  type CallExample,
  diagnoses,
  type Incident,
  incidentActors,
  incidentStatuses,
} from '../incidents/incident.ts';
import { nationalForm, readNumber } from '../numbers/phone-number.ts';
import type { EntryType } from '../port-request/history.ts';
import type { MailOccasion } from './mail.ts';
import type { MailWords } from './mail-texts.ts';
import { oneLine } from './one-line.ts';

/** What the mails of an incident are written with, worded like the rest. */
export type IncidentFacts = {
  readonly id: string;
  /** What was reported; of a port that was rolled back, just that. */
  readonly problem: string;
  /** Whether it was opened because a started port was rolled back. */
  readonly startFailed: boolean;
  /** In the reporter's or the operator's own words; null where there are none. */
  readonly description: string | null;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly diagnosis: string;
  /** As of the entry, where it says so. */
  readonly status: string;
  readonly whoActs: string;
  /** What helps, in the words of the incident itself (F31-F37). */
  readonly advice: string;
  /** Whether it waits for examples of calls (F35), and how many are missing at least. */
  readonly asksForExamples: boolean;
  readonly examplesMissing: number;
  /** The calls that count as evidence, one line each. */
  readonly examples: readonly string[];
  /** Nobody reaches the customer though the port is done: the desk looks at its own side and COLT's, too. */
  readonly reachedByNobody: boolean;
  /** What happened to it. */
  readonly happened: 'escalated' | 'resolved' | 'other';
  /** What was written with the entry; null: nothing. */
  readonly note: string | null;
};

/** How moments are worded in the mail. */
type Worded = { readonly momentOf: (instant: string) => string; readonly words: MailWords };

const numberAsRead = (number: string): string =>
  readNumber(number).e164 === undefined ? oneLine(number) : nationalForm(number);

const exampleLine = (example: CallExample, { momentOf, words }: Worded): string => {
  const { callingNumber, callingOperator, calledNumber, calledAt, heard, note } = example;
  const call = `${numberAsRead(callingNumber)} (${oneLine(callingOperator)}) → ${numberAsRead(calledNumber)}`;
  const more = note === null ? '' : ` (${oneLine(note)})`;
  return `${call}, ${momentOf(calledAt)}${words.colon}${words.incident.heard[heard]}${more}`;
};

/** The note that was written with the entry, which says only which of the incident's it is: two may have been written in one second. */
const noteOf = ({ notes }: Incident, { entry }: MailOccasion): string | null => {
  const position = entry.data['note'];
  const note = typeof position === 'number' ? notes[position] : undefined;
  return note === undefined || note.text.trim() === '' ? null : oneLine(note.text);
};

/** What the entry made of the incident, so that a late mail does not tell of what came after it; else as it stands. */
const asOfEntry = (incident: Incident, { entry }: MailOccasion): Incident => ({
  ...incident,
  status: incidentStatuses.find((each) => each === entry.data['status']) ?? incident.status,
  diagnosis: diagnoses.find((each) => each === entry.data['diagnosis']) ?? incident.diagnosis,
  actor: incidentActors.find((each) => each === entry.data['actsNext']) ?? incident.actor,
});

const happenings: Partial<Readonly<Record<EntryType, IncidentFacts['happened']>>> = {
  'incident.escalated': 'escalated',
  'incident.resolved': 'resolved',
};

/**
 * The incident that an entry is about, as it stands.
 * @throws RangeError where the entry names none of the request's incidents.
 */
export const incidentFactsOf = (occasion: MailOccasion, worded: Worded): IncidentFacts => {
  const { request, entry } = occasion;
  const { incident: incidentWords, actors } = worded.words;
  const incident = request.incidents.find(({ id }) => id === entry.data['incidentId']);
  if (incident === undefined)
    throw new RangeError(`The mail ${occasion.template} needs an incident, which ${entry.id} does not have`);
  const { kind, description, openedAt, openedBy } = incident;
  const asTold = asOfEntry(incident, occasion);
  const { status, diagnosis, actor } = asTold;
  const operator = oneLine(occasion.content.losingOperator?.name);
  const startFailed =
    kind === 'other' &&
    request.attempts.some(({ failedStarts }) => failedStarts.some(({ failedAt }) => failedAt === openedAt));
  return {
    id: incident.id,
    problem: startFailed ? incidentWords.startFailed : incidentWords.kinds[kind],
    startFailed,
    description: description.trim() === '' ? null : oneLine(description),
    openedAt: worded.momentOf(openedAt),
    openedBy: actors[openedBy],
    diagnosis: incidentWords.diagnoses[diagnosis],
    status:
      status === 'with_operator' ? incidentWords.withOperator(operator) : incidentWords.statuses[status],
    whoActs: actor === 'losing_operator' ? operator : actors[actor],
    advice: oneLine(incidentAdvice(asTold, request, occasion.calendar, occasion.language)),
    asksForExamples: status === 'needs_examples',
    examplesMissing: status === 'needs_examples' ? examplesMissing(asTold, request) : 0,
    examples: acceptedExamples(incident).map((example) => exampleLine(example, worded)),
    reachedByNobody: isReachedByNobody(asTold),
    happened: happenings[entry.type] ?? 'other',
    note: noteOf(incident, occasion),
  };
};
