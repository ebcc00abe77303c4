import document from '../../docs/openapi.json' with { type: 'json' };
import { realLog } from '../aws/real-log.ts';
import { newHandler } from '../openapi.http.ts';
import { noRememberedAnswers } from '../remembered-answers.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    log: realLog(),
    wallClock: systemClock,
    answers: noRememberedAnswers,
    // As it was generated and committed: making it takes every route's schemas along.
    openApiDocument: async () => document,
  })),
);
