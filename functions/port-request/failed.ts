import { toInstantText } from '../calendar/clock.ts';
import { resolveOverrun } from '../incidents/escalation.ts';
import { openFailureIncident } from '../incidents/open-incident.ts';
import { catchUp } from './catch-up.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, withAttempt } from './port-request.ts';
import { type Happening, type Recording, record } from './recording.ts';
import type { Actor } from './status.ts';

/**
 * Records a started port as rolled back: no number moved. While its window lasts it can be started again, by a new link;
 * else it has expired. The desk gets an incident (assumption).
 * @throws RangeError for a port that is not under way: a bug of the caller.
 */
export const failed = (
  recording: Recording,
  reason: string,
  facts: Facts,
  actor: Actor,
  { data = {}, ...enclosed }: Pick<Happening, 'data' | 'enclosure'> = {},
): Recording => {
  const { after } = recording;
  const attempt = currentAttempt(after);
  if (attempt?.startedAt === null || attempt?.startedAt === undefined)
    throw new RangeError(`${after.id} was not started, so that no start of it can have failed`);
  const failedAt = toInstantText(facts.now);
  const rolledBack = record(recording, facts, {
    type: 'port_request.failed',
    actor,
    data: { startedAt: attempt.startedAt, ...data },
    ...enclosed,
    request: {
      ...withAttempt(after, {
        failedStarts: [...attempt.failedStarts, { startedAt: attempt.startedAt, failedAt }],
        startedAt: null,
        startedBy: null,
        interruption: 'unrecorded',
        // The links mailed so far belonged to the start that failed.
        linkGeneration: attempt.linkGeneration + 1,
      }),
      completedNumbers: {},
      status: 'ready_to_start',
    },
  });
  const settled = resolveOverrun(rolledBack, facts);
  return catchUp(openFailureIncident(settled, reason, facts, actor), facts);
};
