import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { AdapterCall, AroundCall, CallTarget } from '../../sandbox/adapter-calls.ts';
import { type FaultMode, failingCall } from '../../sandbox/faults.ts';
import { type journeys, live, liveInPeace, type Outcome, type PeacefulCall } from './persistent-journeys.ts';

type Journey = keyof typeof journeys;

const peaceOf = { completed: await liveInPeace('completed'), corrected: await liveInPeace('corrected') };

/** Where a fault strikes: the how manieth call, of all calls of all adapters. */
type Place = { readonly index: number; readonly call: PeacefulCall };

const placesIn = (journey: Journey, strikes: (call: PeacefulCall) => boolean): readonly Place[] =>
  peaceOf[journey].calls.flatMap((call, index) => (call.isIdle || !strikes(call) ? [] : [{ index, call }]));

/**
 * The mails that may come twice, because the mail service cannot be asked what it has sent: one whose sender died after it
 * went out, and one that went out but could not be written down.
 */
const mayRepeatMail = ({ target, method }: AdapterCall, mode: FaultMode): boolean =>
  (target === 'mail' && mode === 'crash_after') ||
  (target === 'records' && method === 'sent' && mode !== 'crash_after');

const isRepeatedOnce = (mails: readonly string[], once: readonly string[]): boolean =>
  mails.some((_, index) => `${mails.toSpliced(index, 1)}` === `${once}`);

/** Whoever says that an entry is done and dies before hearing of it counts nothing of it: a count may be lost, never doubled. */
const mayLoseCount = ({ method }: AdapterCall, mode: FaultMode): boolean =>
  method === 'handled' && mode === 'crash_after';

const isPartOf = (some: readonly string[], all: readonly string[]): boolean => {
  const left = [...all];
  return some.every((each) => left.splice(left.indexOf(each), left.includes(each) ? 1 : 0).length > 0);
};

/** What was held up for an hour may be overtaken by what happens just as the hour ends; nothing is missing or doubled. */
const isReordered = (mails: readonly string[], ordered: readonly string[]): boolean =>
  `${mails.toSorted()}` === `${ordered.toSorted()}`;

/** How an outcome differs from that of the same journey in peace. */
const differences = (
  journey: Journey,
  outcome: Outcome,
  may: { readonly repeatMail?: boolean; readonly loseCount?: boolean } = {},
): readonly string[] => {
  const { outcome: inPeace } = peaceOf[journey];
  const same: Outcome = {
    ...outcome,
    mails: may.repeatMail && isRepeatedOnce(outcome.mails, inPeace.mails) ? inPeace.mails : outcome.mails,
    counted: may.loseCount && isPartOf(outcome.counted, inPeace.counted) ? inPeace.counted : outcome.counted,
  };
  return Object.entries(same).flatMap(([name, value]) => {
    const expected = JSON.stringify(Object.entries(inPeace).find(([other]) => other === name)?.[1]);
    return JSON.stringify(value) === expected
      ? []
      : [`${name} ${JSON.stringify(value)} instead of ${expected}`];
  });
};

/** Lives a journey in which the call at one place fails, and how that differs from peace. */
const liveStruck = async (
  journey: Journey,
  mode: FaultMode,
  { index, call }: Place,
): Promise<readonly string[]> => {
  let calls = 0;
  const struck: string[] = [];
  const around: AroundCall = (given, perform) => {
    calls += 1;
    if (calls !== index + 1) return perform();
    struck.push(given.method);
    return failingCall(given.target, mode, perform);
  };
  const found = await attempt(
    () => live(journey, () => ({ around })),
    (outcome) =>
      differences(journey, outcome, {
        repeatMail: mayRepeatMail(call, mode),
        loseCount: mayLoseCount(call, mode),
      }),
  );
  // Another call than was meant would be another test.
  return `${struck}` === call.method ? found : [...found, `struck ${struck}`];
};

/** Lives a journey in which one adapter fails for an hour, from one place on. */
const liveThroughOutage = (
  journey: Journey,
  target: CallTarget,
  { index }: Place,
): Promise<readonly string[]> => {
  let calls = 0;
  let endsAt: Temporal.Instant | undefined;
  return attempt(
    () =>
      live(journey, (client) => ({
        around: (call, perform) => {
          calls += 1;
          const now = client().sandbox.world().clock.now();
          if (calls === index + 1) endsAt = now.add({ hours: 1 });
          const isOut = endsAt !== undefined && Temporal.Instant.compare(now, endsAt) < 0;
          return isOut && call.target === target ? failingCall(target, 'error', perform) : perform();
        },
      })),
    (outcome) => {
      const { mails } = peaceOf[journey].outcome;
      return differences(journey, isReordered(outcome.mails, mails) ? { ...outcome, mails } : outcome);
    },
  );
};

const attempt = async (
  run: () => Promise<Outcome>,
  judge: (outcome: Outcome) => readonly string[],
): Promise<readonly string[]> => {
  try {
    return judge(await run());
  } catch (error) {
    return [String(error)];
  }
};

/** What went wrong at which places; nothing, where nothing is lost. */
const wrongAt = async (
  places: readonly Place[],
  run: (place: Place) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const place of places)
    for (const difference of await run(place))
      wrong.push(`${place.index} ${place.call.target} ${place.call.method}: ${difference}`);
  return wrong;
};

/** Reads change nothing: whether they were done before their caller died makes no difference. */
const writes = ['commit', 'append', 'keep', 'handled', 'begin', 'sent', 'failed', 'countTry'];

const strikes: readonly (readonly [CallTarget, FaultMode, (call: PeacefulCall) => boolean])[] = [
  ['mail', 'error', () => true],
  ['mail', 'throttle', () => true],
  ['mail', 'crash_after', () => true],
  ['operator', 'error', () => true],
  ['operator', 'crash_after', () => true],
  ['lifecycle', 'error', () => true],
  ['lifecycle', 'crash_after', () => true],
  ['queues', 'error', () => true],
  ['queues', 'crash_after', () => true],
  ['records', 'error', () => true],
  ['records', 'crash_after', ({ method }) => writes.includes(method)],
];

describe.each(['completed', 'corrected'] as const)('a request that is %s loses nothing', (journey) => {
  test('and is what it should be where nothing fails', () => {
    const { history, isPublished, mails, executions, numbersHeld, leftInOutbox, counted } =
      peaceOf[journey].outcome;
    expect([isPublished, numbersHeld, leftInOutbox]).toEqual([true, 0, 0]);
    expect([history.length, mails.length]).toEqual(journey === 'completed' ? [8, 6] : [9, 5]);
    expect(counted).toHaveLength(journey === 'completed' ? 5 : 6);
    expect(executions.every((execution) => execution.endsWith('SUCCEEDED'))).toBe(true);
  });

  test.each(strikes)('where one call fails: %s, %s', async (target, mode, isWanted) => {
    const places = placesIn(journey, (call) => call.target === target && isWanted(call));
    expect(places.length).toBeGreaterThan(1);
    expect(await wrongAt(places, (place) => liveStruck(journey, mode, place))).toEqual([]);
  });

  test.each(['mail', 'operator', 'lifecycle', 'queues'] as const)(
    'where an adapter fails for an hour: %s',
    async (target) => {
      const places = placesIn(journey, (call) => call.target === target);
      expect(await wrongAt(places, (place) => liveThroughOutage(journey, target, place))).toEqual([]);
    },
  );

  test('where the records fail for an hour, from any commit on', async () => {
    const places = placesIn(journey, ({ method }) => method === 'commit');
    expect(await wrongAt(places, (place) => liveThroughOutage(journey, 'records', place))).toEqual([]);
  });
});
