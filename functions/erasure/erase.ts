import { toInstantText } from '../calendar/clock.ts';
import type { CallExample, Incident } from '../incidents/incident.ts';
import { type NumberItem, readNumberItem } from '../numbers/number-item.ts';
import type { Content } from '../port-request/content.ts';
import type { Enclosure, EnclosureContent } from '../port-request/enclosure.ts';
import type { Facts } from '../port-request/facts.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';
import type { Happening } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';

/** What stands where a name or a text was. */
export const erasedText = '[erased]';

/** What cannot be read as a number may be anything, a name too. */
const erasedItem = (item: NumberItem): NumberItem =>
  item.kind === 'unreadable' ? { kind: item.kind, input: erasedText } : item;

const readableNumber = (text: string): string | null =>
  readNumberItem(text).kind === 'single' ? text : null;

/**
 * The data of a request without what names a person: the numbers, the operator and every date stay, so that a port can
 * still be told of.
 */
export const erasedContent = (content: Content): Content => ({
  ...content,
  customerReference: null,
  quote: content.quote && { ...content.quote, reference: erasedText },
  numbers: content.numbers.map(erasedItem),
  mainNumber: content.mainNumber === null ? null : readableNumber(content.mainNumber),
  contract: content.contract && {
    numbersLeftBehind: content.contract.numbersLeftBehind.map(erasedItem),
    knownRanges: content.contract.knownRanges.map(erasedItem),
    linkedServices:
      content.contract.linkedServices?.map(({ number, services }) => ({
        number: erasedItem(number),
        services: services.map(() => erasedText),
      })) ?? null,
    protectedLines: content.contract.protectedLines.map(erasedItem),
    cancelAfterPort: content.contract.cancelAfterPort.map(erasedItem),
  },
  subscriber: {
    name: erasedText,
    enterpriseNumber: null,
    language: content.subscriber.language,
    email: null,
    address: null,
  },
  contact: null,
  starter: null,
  losingOperator: content.losingOperator && {
    name: content.losingOperator.name,
    accountNumber: null,
    easySwitchId: null,
  },
  authorisation: content.authorisation && { signedBy: null, signedOn: content.authorisation.signedOn },
  noteToOperator: null,
  installation: content.installation && { type: content.installation.type, reason: erasedText },
});

/** An enclosure without its text: that there was one stays. */
export const erasedEnclosure = (enclosure: Enclosure): Enclosure => ({
  ...enclosure,
  ...erasedEnclosureContent(enclosure),
});

/** The text itself, erased. */
export const erasedEnclosureContent = (content: EnclosureContent): EnclosureContent =>
  content.kind === 'note' ? { ...content, text: erasedText } : { ...content, body: null };

const erasedExample = (example: CallExample): CallExample => ({
  ...example,
  callingNumber: erasedText,
  callingOperator: erasedText,
  // What cannot be read may be anything.
  ...(example.problem === 'unreadable' ? { calledNumber: erasedText, calledAt: erasedText } : {}),
  note: null,
});

const erasedIncident = (incident: Incident): Incident => ({
  ...incident,
  description: erasedText,
  notes: incident.notes.map((note) => ({ ...note, text: erasedText })),
  examples: incident.examples.map(erasedExample),
});

/** An operator's own words may name somebody. */
const erasedAttempt = (attempt: Attempt): Attempt => ({
  ...attempt,
  rejections: attempt.rejections.map((rejection) => ({ ...rejection, operatorText: null })),
});

/** Whether a history entry says that its request was erased. */
export const isErasure = ({ type, data }: HistoryEntry): boolean =>
  type === 'port_request.noted' && data['code'] === 'erased';

/** A request without what names a person; the same once more where it has none left. */
export const erasedRequest = (request: PortRequest): PortRequest => ({
  ...request,
  content: erasedContent(request.content),
  attempts: request.attempts.map(erasedAttempt),
  cancellation: request.cancellation && { ...request.cancellation, reason: null },
  incidents: request.incidents.map(erasedIncident),
  emergencyReturn: request.emergencyReturn && { ...request.emergencyReturn, reason: erasedText },
});

/** The erasure of a request as it is recorded. Its history needs nothing: it never held any of it. */
export const erasureOf = (request: PortRequest, facts: Facts, actor: Actor): Happening => ({
  type: 'port_request.noted',
  actor,
  data: { code: 'erased' },
  request: { ...erasedRequest(request), erasedAt: toInstantText(facts.now) },
});
