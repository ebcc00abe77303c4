import * as z from 'zod';
import { entryTypes } from './history.ts';
import { actorKinds, statuses } from './status.ts';

const datum = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A history entry as it is stored, streamed and answered. */
export const historyEntrySchema = z
  .strictObject({
    sequence: z.int(),
    id: z.string(),
    type: z.enum(entryTypes),
    occurredAt: z.string().meta({ format: 'date-time' }),
    portRequestId: z.string(),
    status: z.enum(statuses),
    previousStatus: z.enum(statuses).nullable(),
    actor: z.strictObject({ kind: z.enum(actorKinds), id: z.string().nullable() }),
    attempt: z.int().nullable(),
    data: z.record(z.string(), z.union([datum, z.array(z.union([z.string(), z.number()]))])),
    previousHash: z.string(),
    hash: z
      .string()
      .describe(
        'SHA-256 of `previousHash`, a line feed, and the entry without both hashes as canonical JSON (RFC 8785).',
      ),
  })
  .meta({ id: 'HistoryEntry' });
