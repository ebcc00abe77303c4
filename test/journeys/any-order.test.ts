import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryTypes } from '../../functions/port-request/history.ts';
import { commandSteps } from '../support/any-order/command-steps.ts';
import { deskSteps } from '../support/any-order/desk-steps.ts';
import { endTrial } from '../support/any-order/end-of-trial.ts';
import { eventSteps } from '../support/any-order/event-steps.ts';
import { type Broken, shortened, type Taken } from '../support/any-order/shortened.ts';
import { timeSteps } from '../support/any-order/time-steps.ts';
import { startTrial } from '../support/any-order/trial.ts';
import { watchOver } from '../support/any-order/watched-history.ts';

const steps = { ...commandSteps, ...deskSteps, ...eventSteps, ...timeSteps };

type StepName = keyof typeof steps;

/** How often each step is taken: mostly those that carry a request on, or it would rarely get to where things go wrong. */
const weights: Readonly<Record<StepName, number>> = {
  create: 14,
  createTwiceAtOnce: 1,
  createAgainUnderItsKey: 1,
  edit: 4,
  submit: 4,
  correctAndSubmit: 5,
  cancel: 2,
  changeDate: 5,
  start: 4,
  newStartLink: 2,
  openLink: 2,
  confirmLink: 7,
  confirmLinkWrongly: 3,
  startOnTwoDevices: 2,
  outcome: 3,
  emergencyReturn: 4,
  completeAndAskBack: 2,
  note: 2,
  reportIncident: 4,
  addExamples: 4,
  changeIncident: 3,
  resolveIncident: 2,
  finishDeskTask: 3,
  erase: 1,
  uploadMandate: 2,
  callOfAnotherTenant: 1,
  callBeyondTheScope: 1,
  theEventThatIsExpected: 16,
  anyEvent: 7,
  anEventOfAnotherAttempt: 4,
  anEventThatIsHeldBack: 3,
  aHeldBackEvent: 3,
  theSameEventAgain: 4,
  theSameEventUnderANewId: 3,
  anEventByTheDesk: 4,
  aMalformedEvent: 1,
  anEventThatNobodySigned: 1,
  anAnswerThatOvertakesTheHandOver: 2,
  toTheNextMoment: 14,
  byMinutes: 5,
  byHours: 4,
  byDays: 2,
  byWeeks: 1,
  toNine: 6,
  toTheMiddleOfTheDay: 6,
  toTheLastSecond: 2,
  toThree: 1,
  byYears: 1,
  closeADay: 1,
  fail: 2,
  failNoMore: 1,
  doubleMessages: 4,
};

const number = fc.nat({ max: 59 });

const anyStep = fc.record({
  name: fc.oneof(
    ...Object.keys(steps)
      .filter((name): name is StepName => Object.hasOwn(weights, name))
      .map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })),
  ),
  pick: fc.record({ which: number, what: number, more: number }),
});

const starts = [
  '2026-03-30T08:00:00Z',
  '2026-10-12T08:00:00Z',
  '2026-04-24T21:30:00Z',
  '2026-12-17T13:59:00Z',
];

const anyTrial = fc.noBias(
  fc.record({
    start: fc.constantFrom(...starts),
    given: fc.array(anyStep, { minLength: 1, maxLength: 300, size: 'max' }),
  }),
);

/** What no step brings about: the mail service of the sandbox sends nothing back. */
const neverHappens: readonly string[] = ['port_request.mail_bounced'];

/** `ANY_ORDER_SEED` and `ANY_ORDER_TRIALS` look elsewhere and longer; the gate's own are fixed, so that it never wavers. */
const seed = Number(process.env['ANY_ORDER_SEED'] ?? 20260330);
const trials = Number(process.env['ANY_ORDER_TRIALS'] ?? 100);

const stepsNeeded = 10_000;
const longestMs = 600_000;
const mostTriesToShorten = Number(process.env['ANY_ORDER_TRIES'] ?? 300);

type Counts = Map<string, number>;

const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Lives one trial from its first step to its end; what broke, if anything did. */
const live = async (
  start: string,
  given: readonly Taken<StepName>[],
  taken: Counts,
  happened: Counts,
): Promise<Broken | undefined> => {
  const trial = await startTrial(start);
  const { look } = watchOver(trial);
  let stepsTaken = 0;
  try {
    for (const { name, pick } of given) {
      stepsTaken += 1;
      const touched = await steps[name](trial, pick);
      if (touched === false) continue;
      count(taken, name);
      await look(typeof touched === 'string' ? touched : undefined);
    }
    await endTrial(trial, () => look(undefined));
    for (const { type } of trial.client.sandbox.world().happened()) count(happened, type);
    return undefined;
  } catch (error) {
    const complaint = error instanceof Error ? error.message : `${error}`;
    return { complaint, stepsTaken, told: [...trial.told, `${error instanceof Error ? error.stack : ''}`] };
  }
};

test('whatever comes, in whatever order, every promise is kept', { timeout: longestMs }, async () => {
  const taken: Counts = new Map();
  const happened: Counts = new Map();
  for (const [index, { start, given }] of fc.sample(anyTrial, { seed, numRuns: trials }).entries()) {
    const broken = await live(start, given, taken, happened);
    if (broken === undefined) continue;
    const run = (fewer: readonly Taken<StepName>[]) => live(start, fewer, new Map(), new Map());
    const shortest = await shortened(given, broken, run, mostTriesToShorten);
    expect.fail(
      [
        `Seed ${seed}, trial ${index}, from ${start}: ${shortest.broken.complaint}`,
        ...shortest.steps.map(({ name, pick }) => `${name} ${JSON.stringify(pick)}`),
        ...shortest.broken.told,
      ].join('\n'),
    );
  }
  const total = [...taken.values()].reduce((sum, each) => sum + each, 0);
  expect(total).toBeGreaterThanOrEqual(stepsNeeded);
  // A step that is never taken, or a thing that never happens, would be promised for nothing.
  expect(Object.keys(steps).filter((name) => !taken.has(name))).toEqual([]);
  expect(entryTypes.filter((type) => !happened.has(type) && !neverHappens.includes(type))).toEqual([]);
});
