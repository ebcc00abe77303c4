import { realLog } from '../aws/real-log.ts';
import { newHandler } from '../health.http.ts';
import { noRememberedAnswers } from '../remembered-answers.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({ log: realLog(), wallClock: systemClock, answers: noRememberedAnswers })),
);
