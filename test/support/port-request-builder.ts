import type { Content } from '../../functions/port-request/content.ts';
import { firstPreviousHash, type HistoryEntry, seal } from '../../functions/port-request/history.ts';
import type { Attempt, PortRequest } from '../../functions/port-request/port-request.ts';
import { currentRules } from '../../functions/port-request/porting-rules.ts';

/** Complete and acceptable on 30 March 2026: a bakery with a range of ten and one number beside it. */
export const aContent = (overrides: Partial<Content> = {}): Content => ({
  customerReference: 'ACME-42',
  quote: { reference: 'Q-2026-118', approvedOn: '2026-03-30' },
  subscriber: {
    name: 'Boulangerie Dupont SRL',
    enterpriseNumber: '0999999922',
    language: 'fr',
    email: 'info@dupont.example',
    address: { street: 'Rue Neuve', houseNumber: '12', box: null, postcode: '1000', city: 'Bruxelles' },
  },
  contact: { name: 'Luc Peeters', email: 'luc@reseller.example', language: 'nl' },
  starter: { name: 'Marie Dupont', email: 'marie@dupont.example', language: 'fr' },
  losingOperator: { name: 'Proximus', accountNumber: '612345678', easySwitchId: null },
  numbers: [
    { kind: 'single', number: '+3225805070' },
    { kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 },
  ],
  mainNumber: '+3225805050',
  desiredDate: '2026-04-14',
  contract: {
    numbersLeftBehind: [{ kind: 'single', number: '+3225805099' }],
    knownRanges: [{ kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 }],
    linkedServices: [{ number: { kind: 'single', number: '+3225805070' }, services: ['internet', 'tv'] }],
    protectedLines: [],
    cancelAfterPort: [
      { kind: 'single', number: '+3225805058' },
      { kind: 'single', number: '+3225805059' },
    ],
  },
  acknowledgements: {
    numbersCheckedWithOperator: true,
    linkedServicesMayStop: true,
    numbersLeftBehindMayDelay: true,
    noProtectedLines: true,
  },
  authorisation: { signedBy: 'Marie Dupont', signedOn: '2026-03-28' },
  noteToOperator: 'The fax line stays with you.',
  installation: null,
  ...overrides,
});

/** The first attempt, submitted on Monday 30 March 2026 at 11:00 in Brussels and accepted by the carrier. */
export const anAttempt = (overrides: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  submittedAt: '2026-03-30T09:00:00Z',
  rulesVersion: currentRules.version,
  desiredDate: '2026-04-14',
  sentAt: '2026-03-30T09:00:05Z',
  operatorReference: 'COLT-881',
  answerDelayedUntil: null,
  overdueRecordedOn: null,
  approvedDate: null,
  approvedDateStated: null,
  reminded: 'none',
  linkGeneration: 1,
  startedAt: null,
  startedBy: null,
  interruption: 'unrecorded',
  failedStarts: [],
  completedAt: null,
  closedAt: null,
  outcome: null,
  rejections: [],
  ...overrides,
});

/** A request of 30 March 2026 that awaits the losing operator's answer, unless the overrides say otherwise. */
export const aPortRequest = (overrides: Partial<PortRequest> = {}): PortRequest => ({
  id: 'prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA',
  tenant: 'acme',
  carrier: 'colt',
  version: 3,
  lastHash: firstPreviousHash,
  status: 'awaiting_answer',
  statusSince: '2026-03-30T09:00:05Z',
  createdAt: '2026-03-30T09:00:00Z',
  updatedAt: '2026-03-30T09:00:05Z',
  content: aContent(),
  attempts: [anAttempt()],
  completedNumbers: {},
  plannedDate: null,
  cancellation: null,
  incidents: [],
  deskTasks: [],
  compensation: null,
  emergencyReturn: null,
  signedMandates: [],
  erasedAt: null,
  dueAt: null,
  ...overrides,
});

/** One sealed history entry of that request: its submission, unless the overrides say otherwise. */
export const aHistoryEntry = (
  overrides: Partial<Omit<HistoryEntry, 'previousHash' | 'hash'>> = {},
): HistoryEntry =>
  seal(
    {
      sequence: 2,
      id: 'evt_01JQK3V8Y4W2M6N7P9R5T1X0ZB',
      type: 'port_request.submitted',
      occurredAt: '2026-03-30T09:00:00Z',
      portRequestId: 'prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA',
      status: 'submitted',
      previousStatus: 'draft',
      actor: { kind: 'reseller', id: 'user-7' },
      attempt: 1,
      data: { desiredDate: '2026-04-14', answerDueOn: '2026-04-14' },
      ...overrides,
    },
    firstPreviousHash,
  );
