/** What waits for the desk, as the outside names it: its request and the history entry that caused it. */
export type QueueEntry = { readonly portRequestId: string; readonly sequence: number };

/** The id of an entry of the desk's queue; opaque to callers. */
export const queueEntryIdOf = ({ portRequestId, sequence }: QueueEntry): string =>
  `${portRequestId}.${sequence}`;

/** The entry that an id names; undefined for a text that names none. */
export const readQueueEntryId = (id: string): QueueEntry | undefined => {
  const [, portRequestId, sequence] = /^(.+)\.([1-9]\d{0,8})$/.exec(id) ?? [];
  return portRequestId === undefined ? undefined : { portRequestId, sequence: Number(sequence) };
};
