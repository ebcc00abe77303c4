import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../port-request/rejection-reasons.http.ts';
import { noRememberedAnswers } from '../../remembered-answers.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    answers: noRememberedAnswers,
  })),
);
