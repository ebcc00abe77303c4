import { describe, expect, test } from 'vitest';
import { faultModes, faultTargets } from '../../../sandbox/faults.ts';
import { damageDrills } from '../../../sandbox/game-day/damage-drills.ts';
import { faultDrills } from '../../../sandbox/game-day/fault-drills.ts';
import { holdDrill, liveInPeace } from '../../../sandbox/game-day/hold-drill.ts';
import { drills } from '../../../sandbox/game-day.ts';
import { openWatched } from '../../support/watched-sandbox.ts';

const inPeace = await liveInPeace(openWatched);

describe('two ports in whose lives nothing is broken', () => {
  test('are completed, everybody is told once and in order, and no alarm fires', () => {
    const { first, second } = inPeace.lives;
    expect([first.status, second.status]).toEqual(['completed', 'completed']);
    expect([first.history.length, second.history.length]).toEqual([10, 8]);
    expect([first.told, second.told]).toEqual(
      Array.from({ length: 2 }, () => ['port.started 1', 'request.submitted 1']),
    );
    expect(inPeace.report).toEqual({ fired: [], silent: [], left: [] });
  });
});

describe('every fault of `POST /sandbox/faults`', () => {
  test('has its drill', () => {
    const drilled = faultDrills.map(({ fault }) => `${fault?.target} ${fault?.mode}`);
    const wanted = faultTargets.flatMap((target) => faultModes.map((mode) => `${target} ${mode}`));
    expect(drilled.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(faultDrills)(
    'is seen and survived, with nothing lost and nothing doubled: $id',
    async (drill) => {
      const { silent, left } = await holdDrill(drill, inPeace.lives, openWatched);
      expect({ silent, left }).toEqual({ silent: [], left: [] });
    },
  );
});

describe('damage that is done behind everybody’s back', () => {
  test.each(damageDrills)(
    'is seen and repaired, with nothing lost and nothing doubled: $id',
    async (drill) => {
      const { silent, left } = await holdDrill(drill, inPeace.lives, openWatched);
      expect({ silent, left }).toEqual({ silent: [], left: [] });
    },
  );

  test('is drilled on a game day after every fault, each under a name of its own', () => {
    expect(drills).toEqual([...faultDrills, ...damageDrills]);
    expect(new Set(drills.map(({ id }) => id)).size).toBe(drills.length);
  });
});
