import { realFacts } from '../../aws/real-facts.ts';
import { realMailer, realMailSettings, realMailTurn } from '../../aws/real-mail.ts';
import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realStartTokens } from '../../aws/real-start-tokens.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realEndpoints } from '../../aws/real-webhooks.ts';
import { newHandler } from '../../correspondence/send-mail.queue.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  wallClock: systemClock,
  requests: realRequests(),
  startTokens: realStartTokens(),
  endpoints: realEndpoints(),
  mailLedger: realMailLedger(),
  mailer: realMailer(),
  mailTurn: realMailTurn(),
  mailSettings: realMailSettings(),
}));
