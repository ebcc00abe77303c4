/** An index of a table: keys, and the attributes it carries beside them. */
export type TableIndex = {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Empty: the keys alone. What a list filters by has to be here, or every entry is read twice. */
  readonly projected: readonly string[];
};

/** A table as whoever makes one needs it: the stack, a sandbox, a test. Every key is a text. */
export type TableDefinition = {
  readonly partitionKey: string;
  readonly sortKey: string | undefined;
  readonly indexes: readonly TableIndex[];
  /** The attribute, in seconds since 1970, after which an item may be deleted. */
  readonly deleteAfterAttribute: string | undefined;
  /** Whether changes are told on with the new item; the relay reads history entries off it. */
  readonly hasStream: boolean;
};

const listed = ['status', 'updatedAt', 'customerReference', 'tenant'] as const;

/** What an overview of everything under way needs of requests, waits, locks and mails, beside their keys. */
const overviewed = [
  'tenant',
  'status',
  'statusSince',
  'updatedAt',
  'version',
  'attempt',
  'dueAtKey',
  'lateFrom',
  'seenVersion',
  'waitingSince',
  'held',
  'leasedUntil',
] as const;

/**
 * Requests, their histories with what is enclosed, locks, waits, mails, start links, what waits for the desk, the feeds of
 * tenants, their endpoints for webhooks and what is sent there. Nothing carries the moment after which it is deleted but
 * deliveries that are done.
 */
export const recordsTable: TableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'by-tenant', partitionKey: 'tenantKey', sortKey: 'createdKey', projected: listed },
    { name: 'by-creation', partitionKey: 'allKey', sortKey: 'createdKey', projected: listed },
    { name: 'by-due', partitionKey: 'dueKey', sortKey: 'dueAtKey', projected: [] },
    { name: 'outbox', partitionKey: 'outboxKey', sortKey: 'writtenKey', projected: [] },
    { name: 'desk', partitionKey: 'deskKey', sortKey: 'waitingKey', projected: [] },
    { name: 'standing', partitionKey: 'standingKey', sortKey: 'pk', projected: overviewed },
    { name: 'webhook-due', partitionKey: 'laneKey', sortKey: 'laneDueKey', projected: [] },
  ],
  deleteAfterAttribute: 'deleteAfter',
  hasStream: true,
};

/** Remembered answers and counts of calls, apart from the records: they delete themselves, and their stream would tell nobody. */
export const answersTable: TableDefinition = {
  partitionKey: 'pk',
  sortKey: undefined,
  indexes: [],
  deleteAfterAttribute: 'deleteAfter',
  hasStream: false,
};
