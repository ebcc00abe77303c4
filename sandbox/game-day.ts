import { damageDrills } from './game-day/damage-drills.ts';
import type { Drill } from './game-day/drill.ts';
import { faultDrills } from './game-day/fault-drills.ts';

/** Everything that is broken on a game day, one after the other: each fault of the sandbox, then damage that faults do not do. */
export const drills: readonly Drill[] = [...faultDrills, ...damageDrills];
