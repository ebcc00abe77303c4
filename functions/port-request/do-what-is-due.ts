import { catchUp } from './catch-up.ts';
import { type Changed, changeRequest } from './change.ts';
import type { Facts } from './facts.ts';
import type { PortRequests } from './port-requests.ts';
import { decided, startRecording } from './recording.ts';

/** Does to a request whatever the clock should have done by now; nothing when that was done already. */
export const doWhatIsDue = (requests: PortRequests, id: string, facts: Facts): Promise<Changed> =>
  changeRequest(requests, id, (request) => decided(catchUp(startRecording(request), facts)));
