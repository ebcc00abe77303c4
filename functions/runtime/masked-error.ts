/** Ids of which a part may be digits only, and dates: kept as they are. One by one, so that none is looked for within another. */
const idsAndDates: readonly RegExp[] = [
  /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/,
  /(1-[0-9a-f]{8}-[0-9a-f]{24})/,
  /((?:19|20)\d{2}-[01]\d-[0-3]\d)/,
];

/** What stands between words; no address of mail has it in it. */
const betweenWords = /([\s"'`<>()[\]{},;:|=/\\])/;

/** Digits and what numbers are written with; as long as the shortest number. */
const maybeNumbers = /[\d\s./()+-]{8,}/g;

const digitsAtStart = /^\d+/;

const isLetterOrDigit = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\d]/u.test(character);

/** Digits at the end of a text, found from behind: a pattern would begin anew at every digit. */
const digitsAtEnd = (text: string): string => {
  let start = text.length;
  while (start > 0 && /\d/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
};

const fewestDigits = 8;

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length;

/** A run of digits and separators, without its number. Digits right behind or before a letter are part of an id or a time. */
const withoutNumber = (run: string, before: string | undefined, after: string | undefined): string => {
  const kept = isLetterOrDigit(before) ? (digitsAtStart.exec(run)?.[0] ?? '') : '';
  const rest = run.slice(kept.length);
  const keptBehind = isLetterOrDigit(after) ? digitsAtEnd(rest) : '';
  const middle = rest.slice(0, rest.length - keptBehind.length);
  if (digitsIn(middle) < fewestDigits) return run;
  const trimmed = middle.trim();
  const start = middle.indexOf(trimmed);
  return `${kept}${middle.slice(0, start)}[number]${middle.slice(start + trimmed.length)}${keptBehind}`;
};

const isMailAddress = (word: string): boolean => {
  const at = word.lastIndexOf('@');
  // Packages have an `@` too: at their beginning, or before a version.
  return (
    at > 0 &&
    /\p{L}/u.test(
      word
        .slice(at + 1)
        .split('.')
        .findLast((label) => label !== '') ?? '',
    )
  );
};

const brokenJson = 'is not valid JSON';

/** Without the piece of a text that the parser of JSON quotes where it gives up. */
const withoutQuotedJson = (text: string): string => {
  const end = text.indexOf(brokenJson);
  const start = text.indexOf('"');
  return start === -1 || start > end ? text : `${text.slice(0, start)}[text] ${text.slice(end)}`;
};

/** Every other part of a text that was split at what is in parentheses: what stands between. */
const eachBetween = (parts: readonly string[], change: (part: string) => string): string =>
  parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join('');

/** A text with what stands outside ids and dates changed. */
const eachOutside = (
  text: string,
  [first, ...others]: readonly RegExp[],
  change: (part: string) => string,
): string =>
  first === undefined
    ? change(text)
    : eachBetween(text.split(first), (part) => eachOutside(part, others, change));

/**
 * A text about an error without addresses of mail and numbers of eight digits or more, however they are grouped. Services repeat
 * what they were given ("Email address is not verified"), keys hold numbers, and a broken JSON text is quoted. Ids, dates and
 * times stay.
 */
export const maskedText = (text: string): string => {
  const withoutMail = eachBetween(withoutQuotedJson(text).split(betweenWords), (word) =>
    isMailAddress(word) ? '[mail address]' : word,
  );
  return eachOutside(withoutMail, idsAndDates, (part) =>
    part.replaceAll(maybeNumbers, (run, offset: number) =>
      withoutNumber(run, part[offset - 1], part[offset + run.length]),
    ),
  );
};

/** What of an error may be logged. */
export type MaskedError = {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause?: MaskedError;
};

/**
 * The only parts of an error that are logged, each masked. The logger would write every other property too, and those of the SDK,
 * of fetch and of Node hold answers, addresses and inputs.
 * @param outer the errors it is a cause of: one that comes again ends the line of causes, which would have no end.
 */
export const maskedError = (error: Error, outer: readonly Error[] = []): MaskedError => {
  const { name, message, stack, cause } = error;
  const known = [...outer, error];
  return {
    name,
    message: maskedText(message),
    stack: stack === undefined ? undefined : maskedText(stack),
    ...(cause instanceof Error && !known.includes(cause) ? { cause: maskedError(cause, known) } : {}),
  };
};

/** Whatever was thrown, as an error. */
export const errorOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/**
 * An error as it may leave its function: masked, and without anything but name, message and stack. Lambda writes what leaves a
 * function into the log and the trace by itself, and Step Functions into the history of the execution.
 */
export const thrownOn = (thrown: unknown): Error => {
  const error = errorOf(thrown);
  const { message, stack } = maskedError(error);
  for (const name of Object.getOwnPropertyNames(error))
    if (name !== 'name') Reflect.deleteProperty(error, name);
  for (const [name, value] of Object.entries({ message, stack }))
    Object.defineProperty(error, name, { value, configurable: true, writable: true });
  return error;
};
