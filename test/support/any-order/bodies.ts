import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import { exampleBody } from '../example-body.ts';
import { daysAfter } from './own-calendar.ts';
import type { Pick, Trial } from './trial.ts';

/** One of a list; undefined where there is none. */
export const choose = <Item>(list: readonly Item[], index: number): Item | undefined =>
  list[list.length === 0 ? 0 : index % list.length];

/** A request: mostly one in a status where the step does something, sometimes any. */
export const chooseRequest = (
  trial: Trial,
  { which }: Pick,
  suited: readonly string[],
): PortRequest | undefined => {
  const fitting = trial.requests().filter(({ status }) => suited.includes(status));
  const isAny = fitting.length === 0 || which % 6 === 5;
  return choose(isAny ? trial.requests() : fitting, which);
};

const ten = { start: '025805050', size: 10 };
const otherTen = { start: '025805070', size: 10 };
const hundred = { start: '025805000', size: 100 };

/** Lists of numbers that overlap in many ways. */
const numberLists = [
  { mainNumber: '025805071', numbers: ['025805071'] },
  { mainNumber: '025805072', numbers: ['025805072'] },
  { mainNumber: '025805050', numbers: [ten] },
  { mainNumber: '025805053', numbers: ['025805053'] },
  { mainNumber: '042251011', numbers: ['042251011', '042251012', otherTen] },
  { mainNumber: '025805050', numbers: ['02 580 50 71', ten] },
  { mainNumber: '025805070', numbers: [otherTen] },
  { mainNumber: '025805072', numbers: ['025805071', '025805072', '042251010'] },
  { mainNumber: '025805000', numbers: [hundred] },
  { mainNumber: '042251010', numbers: ['042251010'] },
  { mainNumber: '025805090', numbers: ['025805090', '02/580.50.91'] },
];

/** Numbers as a body has them. */
export const numbersPart = (index: number) => choose(numberLists, index) ?? {};

/** Who loses the numbers: one that answers when it is told to, or the simulated ones that answer by themselves. */
const operators = [
  ...Array.from({ length: 5 }, () => ({ name: 'Proximus', accountNumber: '612345678' })),
  ...[
    'approve',
    'slow',
    'stuck',
    'fail',
    'delay',
    'silent',
    'reject-address_mismatch',
    'reject-technical_error',
  ].map((accountNumber) => ({ name: 'Sandbox', accountNumber })),
];

/** A signature of these days. */
export const signedToday = (trial: Trial) => ({
  authorisation: { signedBy: 'Marie Dupont', signedOn: trial.today() },
});

/** Bodies of a create: mostly good ones. */
export const newBody = (trial: Trial, { which, what, more }: Pick): Readonly<Record<string, unknown>> => {
  const unusual: readonly Readonly<Record<string, unknown>>[] = [
    {},
    {},
    {},
    {},
    { submit: false },
    { submit: false, numbers: [] },
    { desiredDate: daysAfter(trial.today(), 21 + (more % 9)) },
    { desiredDate: daysAfter(trial.today(), more % 9) },
    { starter: null },
    { quote: { reference: 'Q-1', approvedOn: daysAfter(trial.today(), 2) } },
    { numbers: ['0475123456', '02580'], mainNumber: null },
    { authorisation: { signedBy: 'Marie Dupont', signedOn: daysAfter(trial.today(), -120) } },
    { subscriber: 'Dupont' },
  ];
  return {
    ...exampleBody(),
    contract: { linkedServices: [], protectedLines: [] },
    losingOperator: choose(operators, which),
    ...numbersPart(what),
    ...signedToday(trial),
    ...choose(unusual, more),
  };
};

/** Corrections: mostly good ones. */
export const newPatch = (trial: Trial, { what, more }: Pick): Readonly<Record<string, unknown>> =>
  choose(
    [
      { ...signedToday(trial), desiredDate: null },
      { losingOperator: choose(operators, more) },
      { ...numbersPart(more), ...signedToday(trial), desiredDate: null },
      { noteToOperator: `The fax stays, ${more}` },
      { desiredDate: daysAfter(trial.today(), 15 + (more % 20)) },
      { mainNumber: '025809999' },
      { acknowledgements: { noProtectedLines: more % 2 === 0 } },
      { unknownField: 1 },
    ],
    what,
  ) ?? {};

const codes = [
  'account_number_mismatch',
  'E17A',
  'technical_error',
  'number_in_quarantine',
  'date_expired',
  'withdrawn_by_subscriber',
];

/** An item of a request as an operator names it. */
const named = (item: Readonly<Record<string, unknown>>): unknown =>
  item['kind'] === 'range' ? { start: item['start'], size: item['size'] } : item['number'];

/** What the events of an operator are made from. */
type Told = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly incidents: readonly string[];
  readonly now: string;
  readonly today: string;
  readonly number: number;
  readonly pick: Pick;
};

const seriesOf = ({ items, today, pick }: Told, rejects: (index: number) => boolean) =>
  items.map((item, index) => ({
    start: item['kind'] === 'range' ? item['start'] : item['number'],
    size: item['kind'] === 'range' ? item['size'] : 1,
    ...(rejects(index)
      ? { outcome: 'rejected', reasons: [{ code: choose(codes, pick.more) }] }
      : { outcome: 'approved', firstPossibleDate: daysAfter(today, 3 + index) }),
  }));

/** Every type of event, each in the ways it may be put. */
export const eventData: Readonly<Record<string, readonly ((told: Told) => unknown)[]>> = {
  'request.approved': [
    ({ today, pick }) => ({ date: daysAfter(today, 1 + (pick.more % 6)) }),
    () => ({}),
    ({ today }) => ({ date: today }),
    ({ today, pick }) => ({ date: daysAfter(today, (pick.more % 30) - 3) }),
    (told) => ({ series: seriesOf(told, () => false) }),
    (told) => ({ series: seriesOf(told, (index) => index === 0) }),
  ],
  'port.completed': [
    ({ now }) => ({ completedAt: now }),
    ({ now, items }) => ({ completedAt: now, numbers: items.slice(0, 1).map(named) }),
    ({ now, items }) => ({ completedAt: now, numbers: items.slice(-1).map(named) }),
    ({ now }) => ({ completedAt: now, numbers: ['025809999'] }),
    ({ today }) => ({ completedAt: `${daysAfter(today, 2)}T10:00:00Z` }),
  ],
  'request.rejected': [
    ({ pick }) => ({ reasons: [{ code: choose(codes, pick.more), text: `Ask Marie, ${pick.more}` }] }),
    ({ pick, items }) => ({
      reasons: [
        { code: choose(codes, pick.more), numbers: items.slice(0, 1).map(named) },
        { code: 'address_mismatch' },
      ],
    }),
    (told) => ({ series: seriesOf(told, () => true) }),
    (told) => ({ series: seriesOf(told, (index) => index > 0) }),
    () => ({ reasons: [{ code: 'address_mismatch', numbers: ['025809999'] }] }),
  ],
  'request.acknowledged': [({ pick }) => ({ operatorReference: `C-${pick.more % 4}` })],
  'answer.delayed': [
    ({ today, pick }) => ({ until: daysAfter(today, 5 + (pick.more % 25)), reason: 'Marie is on holiday' }),
    ({ today, pick }) => ({ until: daysAfter(today, (pick.more % 9) - 5) }),
  ],
  'port.failed': [({ number }) => ({ reason: `Marie hung up, ${number}` })],
  'incident.updated': [
    ({ incidents, pick }) => ({
      incidentId: choose(incidents, pick.more) ?? 'inc_0',
      status: choose(['resolved', 'with_carrier', 'with_operator', 'open', 'needs_examples'], pick.more),
      note: `Marie called, ${pick.more % 3}`,
    }),
    ({ incidents, pick }) => ({ incidentId: choose(incidents, pick.more) ?? 'inc_0', status: 'resolved' }),
  ],
  'return.completed': [({ now }) => ({ completedAt: now })],
  'return.refused': [() => ({ reason: 'Marie was too late' })],
};
