import { realFeed } from '../../aws/real-event-feed.ts';
import { realCursorKey } from '../../aws/real-secrets.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../events/feed.http.ts';
import { noRememberedAnswers } from '../../remembered-answers.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    answers: noRememberedAnswers,
    feed: realFeed(),
    cursorKey: realCursorKey(),
  })),
);
