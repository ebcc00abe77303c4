import { describe, expect, test } from 'vitest';
import type { AroundCall } from '../../sandbox/adapter-calls.ts';
import { failingCall } from '../../sandbox/faults.ts';
import type { Doubles } from '../../sandbox/world-options.ts';
import { live, liveInPeace, type Outcome } from './persistent-journeys.ts';

/** More than the stream delivers one entry. */
const moreThanTheRelayTries = 6;

/** The relay never sees the entries that `isLost` says, told by how manieth they are. */
const relayThatNeverSees = (isLost: (index: number) => boolean): Doubles => {
  let entries = 0;
  return {
    isStreamed: () => {
      entries += 1;
      return !isLost(entries - 1);
    },
  };
};

/** From the how manieth call of a method on, that many of its calls fail, before or after they are done. */
const failing = (method: string, mode: 'error' | 'crash_after', from: number, times: number): AroundCall => {
  let calls = 0;
  return (call, perform) => {
    if (call.method !== method) return perform();
    calls += 1;
    return calls > from && calls <= from + times ? failingCall(call.target, mode, perform) : perform();
  };
};

/** Each step of following an entry up fails the first time it is taken: whoever does it has to come again for each. */
const firstTryFails = (): AroundCall => {
  const taken = new Set<string>();
  return (call, perform) => {
    const step = JSON.stringify([call.method, call.given]);
    if (!['start', 'wake', 'put', 'handled'].includes(call.method) || taken.has(step)) return perform();
    taken.add(step);
    return failingCall(call.target, 'error', perform);
  };
};

describe.each(['completed', 'corrected'] as const)('a request that is %s', async (journey) => {
  const { outcome: inPeace, calls } = await liveInPeace(journey);
  const entries = inPeace.history.map((_, index) => index);
  const wakes = calls.filter(({ method }) => method === 'wake').map((_, index) => index);

  const outcomes = async (doubles: readonly Doubles[]): Promise<readonly Outcome[]> => {
    const found: Outcome[] = [];
    for (const each of doubles) found.push(await live(journey, () => each));
    return found;
  };
  const asInPeace = (given: readonly unknown[]) => given.map(() => inPeace);

  test('is finished by the sweeper where the relay never sees one of its entries', async () => {
    const doubles = entries.map((lost) => relayThatNeverSees((index) => index === lost));
    expect(await outcomes(doubles)).toEqual(asInPeace(entries));
  });

  test('is finished by the sweeper alone where the relay never sees anything', async () => {
    expect(await outcomes([relayThatNeverSees(() => true)])).toEqual([inPeace]);
  });

  test('is finished by the sweeper where each of its own steps fails the first time too', async () => {
    const doubles = { ...relayThatNeverSees(() => true), around: firstTryFails() };
    expect(await outcomes([doubles])).toEqual([inPeace]);
  });

  test.each(['error', 'crash_after'] as const)(
    'is finished where a wake-up fails for as long as the relay tries: %s',
    async (mode) => {
      const doubles = wakes.map((from) => ({
        around: failing('wake', mode, from, moreThanTheRelayTries),
      }));
      expect(await outcomes(doubles)).toEqual(asInPeace(wakes));
    },
  );

  test.each(['error', 'crash_after'] as const)(
    'is finished where its run cannot be started for as long as the relay tries: %s',
    async (mode) => {
      const doubles = { around: failing('start', mode, 0, moreThanTheRelayTries) };
      expect(await outcomes([doubles])).toEqual([inPeace]);
    },
  );

  test('is finished where a wake-up fails and the relay is dead', async () => {
    const doubles = wakes.map((from) => ({
      ...relayThatNeverSees(() => true),
      around: failing('wake', 'error', from, 2),
    }));
    expect(await outcomes(doubles)).toEqual(asInPeace(wakes));
  });

  test('is mailed where the mail worker dies each time, for as long as it was given once', async () => {
    const doubles = inPeace.mails.map((_, from) => ({ around: failing('begin', 'error', from, 5) }));
    expect(await outcomes(doubles)).toEqual(asInPeace(inPeace.mails));
  });
});
