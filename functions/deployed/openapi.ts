import document from '../../docs/openapi.json' with { type: 'json' };
import { realTelemetry } from '../aws/real-telemetry.ts';
import { newHandler } from '../openapi.http.ts';
import { noRememberedAnswers } from '../remembered-answers.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    answers: noRememberedAnswers,
    // As it was generated and committed: making it takes every route's schemas along.
    openApiDocument: async () => document,
  })),
);
