import { realFacts } from '../../aws/real-facts.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../incidents/read.http.ts';
import { noRememberedAnswers } from '../../remembered-answers.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  wallClock: systemClock,
  ...realFacts(),
  requests: realRequests(),
  answers: noRememberedAnswers,
}));
