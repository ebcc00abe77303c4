import { AsyncLocalStorage } from 'node:async_hooks';

const correlation = new AsyncLocalStorage<string>();

/**
 * Does something under an id: every log line, queue message and history entry that comes of it carries the id, and whoever works on
 * those does so under the same one. So a call can be followed to its mails without anything in between being told of it.
 */
export const correlated = <Result>(id: string, work: () => Result): Result => correlation.run(id, work);

/** The id of what is being done just now; undefined outside of any call, message, entry or tick. */
export const correlationId = (): string | undefined => correlation.getStore();

/** What carries the id from one function to the next: this attribute of a queue's message, and of a history entry's item. */
export const correlationAttribute = 'correlationId';
