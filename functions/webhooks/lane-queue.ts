import * as z from 'zod';
import type { Lane } from './delivery.ts';

/** A lane to be worked on. */
export const laneJob = z.object({ endpointId: z.string(), portRequestId: z.string() });

/** Where lanes wait for their worker. One that gets lost here is found by what is due. */
export interface LaneQueue {
  readonly put: (lanes: readonly Lane[]) => Promise<void>;
}
