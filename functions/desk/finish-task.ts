import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { taskDoneCode } from './desk-task.ts';

/**
 * Says that the desk has seen to something: it waits no longer, whether or not its cause is gone (assumption). Unknown when it
 * does not wait, or not any more.
 */
export const finishTask = (request: PortRequest, sequence: number, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const task = after.deskTasks.find((each) => each.sequence === sequence);
  if (task === undefined) return { kind: 'unknown' };
  return decided(
    record(recording, facts, {
      type: 'port_request.noted',
      actor,
      data: { code: taskDoneCode, what: task.what, task: sequence },
      request: after,
    }),
  );
};
