import { Logger } from '@aws-lambda-powertools/logger';

/** Every message that may be logged. A log is a contract: nothing is logged that is not in this list. */
export const logMessages = [
  'http.completed',
  'http.failed',
  'authorizer.failed',
  'authorizer.not_counted',
  'task.completed',
  'task.failed',
  'work.completed',
  'work.failed',
  'sweep.followed_up',
  'mail.reported',
  'webhook.attempted',
  'lifecycle.step_failed',
  'setting.not_refreshed',
] as const;

export type LogMessage = (typeof logMessages)[number];

/** Ids, codes, counts only; never a number, name, address or token. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where a function says what it did. */
export type Log = {
  readonly info: (message: LogMessage, fields: LogFields) => void;
  /** `error` and its causes are logged by name, message and stack; expected refusals are no errors. */
  readonly error: (message: LogMessage, fields: LogFields, error: unknown) => void;
};

/** What a log line may take from a payload, so that a request can be followed through all of them. */
const loggedIds = ['portRequestId', 'attempt', 'sequence', 'type', 'template'] as const;

/** The ids in a payload by which a log line is found again; nothing else of it is logged. */
export const idsIn = (payload: unknown): LogFields =>
  Object.fromEntries(
    loggedIds.flatMap((name) => {
      const value: unknown =
        typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );

type LoggedError = {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause?: LoggedError;
};

/**
 * The only parts of an error that are logged. The logger would write every other property too, and those of the SDK, of fetch and
 * of Node hold answers, addresses and inputs.
 * @param outer the errors it is a cause of: one that comes again ends the line of causes, which would have no end.
 */
const loggedParts = (error: Error, outer: readonly Error[] = []): LoggedError => {
  const { name, message, stack, cause } = error;
  const known = [...outer, error];
  return {
    name,
    message,
    stack,
    ...(cause instanceof Error && !known.includes(cause) ? { cause: loggedParts(cause, known) } : {}),
  };
};

/** Structured lines on the standard output, as CloudWatch reads them. Of an error, only name, message, stack and causes. */
export const structuredLog = (service: string, level: 'INFO' | 'ERROR' | 'SILENT'): Log => {
  const logger = new Logger({ serviceName: service, logLevel: level });
  return {
    info: (message, fields) => logger.info(message, fields),
    error: (message, fields, error) =>
      logger.error(message, {
        ...fields,
        // No Error any more, so that the logger adds nothing to it.
        error: loggedParts(error instanceof Error ? error : new Error(String(error))),
      }),
  };
};
