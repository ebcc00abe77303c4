import { newHandler } from '../../authorisation/number-list-letter.http.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRequests } from '../../aws/real-records.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    log: realLog(),
    requests: realRequests(),
  })),
);
