import * as z from 'zod';

/** A history entry that is to stand in its tenant's feed. */
export const publicationJob = z.object({
  tenant: z.string(),
  portRequestId: z.string(),
  sequence: z.int(),
});

export type PublicationJob = z.infer<typeof publicationJob>;

/** Where entries wait for the feed: one at a time per tenant, so that its writers do not overtake each other for nothing. */
export interface Publications {
  readonly put: (job: PublicationJob) => Promise<void>;
}
