import type { MeasuredRequest } from '../metrics/measured-history.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { isEditable } from '../port-request/status.ts';

/**
 * The request as an entry is counted with: with the data that the entry's attempt was submitted with. Only a request that can be
 * corrected, or was, may hold other data by now; only then is the attempt's own copy read.
 */
export const measuredRequest = async (
  requests: Pick<PortRequests, 'attemptContent'>,
  request: PortRequest,
  { attempt }: HistoryEntry,
): Promise<MeasuredRequest> => {
  if (attempt === null || (attempt === request.attempts.length && !isEditable(request.status)))
    return request;
  const submitted = await requests.attemptContent(request.id, attempt);
  return submitted === undefined ? request : { ...request, content: submitted };
};
