import * as z from 'zod';
import type { DeadLetters } from '../repair/dead-letters.ts';
import { queueNames, wokenNames } from '../repair/queue-names.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { queueClient } from './sqs-batches.ts';
import { sqsDeadLetters } from './sqs-dead-letters.ts';

/** Names, since forty addresses would be more than an environment may hold. */
const queues = z.object({
  /** What the address of every queue of this account begins with. */
  base: z.url(),
  /** Each queue of work and its dead letters. */
  work: z.record(z.enum(queueNames), z.tuple([z.string(), z.string()])),
  /** What is left behind without a queue. */
  woken: z.record(z.enum(wokenNames), z.string()),
});

const deskEnv = z.object({
  DESK_QUEUES: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(queues),
});

/** What failed for good on this stage, queue by queue. */
export const realDeadLetters: () => DeadLetters = lazy(() => {
  const { base, work, woken } = readEnv(deskEnv).DESK_QUEUES;
  const urlOf = (name: string) => `${base}/${name}`;
  const ofWork = ([name, deadLetters]: readonly [string, string]) => ({
    url: urlOf(name),
    deadLettersUrl: urlOf(deadLetters),
  });
  return sqsDeadLetters({
    client: queueClient(),
    addresses: {
      work: {
        mails: ofWork(work.mails),
        'due work': ofWork(work['due work']),
        bounces: ofWork(work.bounces),
        uploads: ofWork(work.uploads),
        erasures: ofWork(work.erasures),
        'carrier reports': ofWork(work['carrier reports']),
        publications: ofWork(work.publications),
        webhooks: ofWork(work.webhooks),
      },
      woken: {
        relay: { deadLettersUrl: urlOf(woken.relay) },
        sweep: { deadLettersUrl: urlOf(woken.sweep) },
        look: { deadLettersUrl: urlOf(woken.look) },
        'sweep of webhooks': { deadLettersUrl: urlOf(woken['sweep of webhooks']) },
      },
    },
  });
});
