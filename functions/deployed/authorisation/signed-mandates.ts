import { newHandler } from '../../authorisation/signed-mandates.http.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realMandateFiles } from '../../aws/real-mandate-files.ts';
import { realRecords } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  wallClock: systemClock,
  ...realFacts(),
  ...realRecords(),
  mandateFiles: realMandateFiles(),
}));
