import { Logger } from '@aws-lambda-powertools/logger';
import { correlationAttribute, correlationId } from './correlation.ts';
import { errorOf, maskedError } from './masked-error.ts';

/**
 * Every field that a line may have beside those of the logger, and what it holds: a text is an id, a code or a name of ours, never a
 * phone number, a name, an address, a token or what somebody wrote.
 */
const logFields = {
  requestId: 'text',
  method: 'text',
  resource: 'text',
  status: 'number',
  task: 'text',
  work: 'text',
  messageId: 'text',
  sequenceNumber: 'text',
  portRequestId: 'text',
  attempt: 'number',
  sequence: 'number',
  type: 'text',
  template: 'text',
  bounceType: 'text',
  endpointId: 'text',
  error: 'text',
  delivery: 'text',
  failedStep: 'text',
  failure: 'text',
  failures: 'number',
  setting: 'text',
  command: 'text',
  askedBy: 'text',
  step: 'text',
  queue: 'text',
  repair: 'text',
} as const satisfies Readonly<Record<string, 'text' | 'number'>>;

type LogField = keyof typeof logFields;

/** What a line takes from the payload it is about, where that has it, so that a request can be followed through all of them. */
const payloadIds = ['portRequestId', 'attempt', 'sequence', 'type', 'template'] as const;

/**
 * Every message that may be logged, with the fields that its line may have. A log is a contract: no message and no field is logged
 * that does not stand here.
 */
const logMessages = {
  'http.completed': ['requestId', 'method', 'resource', 'status'],
  'http.failed': ['requestId', 'method', 'resource'],
  'authorizer.failed': ['requestId'],
  'authorizer.not_counted': ['requestId'],
  'task.completed': ['task', ...payloadIds],
  'task.failed': ['task', ...payloadIds],
  'work.completed': ['work', ...payloadIds],
  'work.failed': ['work', 'messageId', 'sequenceNumber', ...payloadIds],
  'repair.made': ['repair', ...payloadIds],
  'repair.failed': ['repair', ...payloadIds],
  'mail.reported': ['portRequestId', 'sequence', 'template', 'bounceType'],
  'webhook.attempted': ['endpointId', 'portRequestId', 'type', 'status', 'error', 'delivery'],
  'lifecycle.step_failed': ['portRequestId', 'attempt', 'failedStep', 'failure', 'failures'],
  'setting.not_refreshed': ['setting'],
  'desk.asked': ['command', 'askedBy', 'step', 'queue', 'portRequestId'],
} as const satisfies Readonly<Record<string, readonly LogField[]>>;

export type LogMessage = keyof typeof logMessages;

type FieldOf<Message extends LogMessage> = (typeof logMessages)[Message][number];

/** Fields that a line has where they are known. */
type OptionalField = (typeof payloadIds)[number] | 'messageId' | 'sequenceNumber' | 'queue';

type ValueOf<Field extends LogField> = ((typeof logFields)[Field] extends 'text' ? string : number) | null;

/** The fields of a message. */
export type LogFieldsOf<Message extends LogMessage> = {
  readonly [Field in Exclude<FieldOf<Message>, OptionalField>]: ValueOf<Field>;
} & { readonly [Field in Extract<FieldOf<Message>, OptionalField>]?: ValueOf<Field> | undefined };

/** Where a function says what it did. */
export type Log = {
  readonly info: <Message extends LogMessage>(message: Message, fields: LogFieldsOf<Message>) => void;
  /** `error` and its causes are logged by name, message and stack, masked; expected refusals are no errors. */
  readonly error: <Message extends LogMessage>(
    message: Message,
    fields: LogFieldsOf<Message>,
    error: unknown,
  ) => void;
};

/** The ids in a payload by which a log line is found again. */
export type PayloadIds = { readonly [Field in (typeof payloadIds)[number]]: ValueOf<Field> | undefined };

/** The ids in a payload; nothing else of it is logged. */
export const idsIn = (payload: unknown): PayloadIds => {
  const memberOf = (name: string): unknown =>
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
  const textOf = (name: string) => {
    const value = memberOf(name);
    return typeof value === 'string' ? value : undefined;
  };
  const numberOf = (name: string) => {
    const value = memberOf(name);
    return typeof value === 'number' ? value : undefined;
  };
  return {
    portRequestId: textOf('portRequestId'),
    attempt: numberOf('attempt'),
    sequence: numberOf('sequence'),
    type: textOf('type'),
    template: textOf('template'),
  };
};

/** A line of the log, without what a logger adds by itself: time, level, service. */
export type LogLine = {
  readonly level: 'info' | 'error';
  readonly message: LogMessage;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Only what stands in the list: fields that were spread into others are checked by no type. */
const registered = (message: LogMessage, fields: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    logMessages[message].flatMap((name) => {
      const value: unknown = Reflect.get(fields, name);
      return value === null || typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );

/** A log whose lines go wherever `write` puts them. Each bears the id of the call, message, entry or tick it comes of. */
export const logTo = (write: (line: LogLine) => void): Log => {
  const put = (level: LogLine['level'], message: LogMessage, fields: object, more: object = {}): void => {
    const id = correlationId();
    const correlation = id === undefined ? {} : { [correlationAttribute]: id };
    write({ level, message, fields: { ...registered(message, fields), ...correlation, ...more } });
  };
  return {
    info: (message, fields) => put('info', message, fields),
    // No Error any more, so that the logger adds nothing to it.
    error: (message, fields, error) => put('error', message, fields, { error: maskedError(errorOf(error)) }),
  };
};

/** Structured lines on the standard output, as CloudWatch reads them. Of an error, only name, message, stack and causes. */
export const structuredLog = (service: string, level: 'INFO' | 'ERROR' | 'SILENT'): Log => {
  const logger = new Logger({ serviceName: service, logLevel: level });
  return logTo((line) => logger[line.level](line.message, line.fields));
};
