import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import * as z from 'zod';

/** What the tests know of the deployed service and of those it deals with. */
export const world = z.object({
  /** Where the emulated AWS answers. */
  endpoint: z.url(),
  /** Where the deployed API answers, without a slash at the end. */
  apiUrl: z.url(),
  recordsTable: z.string(),
  answersTable: z.string(),
  stateMachine: z.string(),
  mailQueueUrl: z.url(),
  dueQueueUrl: z.url(),
  /** Whether each call is judged by the policies of its caller. */
  judgesCalls: z.boolean(),
  tokens: z.object({ issuer: z.string(), audience: z.string(), key: z.record(z.string(), z.unknown()) }),
  carrier: z.object({ id: z.string(), ordersUrl: z.url(), eventSecret: z.string() }),
});

export type World = z.infer<typeof world>;

declare module 'vitest' {
  export interface ProvidedContext {
    readonly worldFile: string;
  }
}

/** The world these tests run in; `main.ts` makes it. */
export const theWorld = (): World => world.parse(JSON.parse(readFileSync(inject('worldFile'), 'utf8')));
