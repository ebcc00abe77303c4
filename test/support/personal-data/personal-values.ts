import type { NumberInterval } from '../../../functions/numbers/number-interval.ts';

/** What is ours or the carrier's in a request, and may be told. Every other text in it is somebody's, also one that is added later. */
const toldByName: ReadonlySet<string> = new Set([
  'tenant',
  'carrier',
  'losingOperator.name',
  'callingOperator',
  'rulesVersion',
  'mediaType',
  // Of what an operator sent and was refused.
  'body.operator',
  'body.type',
]);

/** Ids, hashes, days, instants and codes. */
const toldByForm = [
  /^[a-z]+_[0-9A-HJKMNP-TV-Z]{26}$/,
  /^[0-9a-f]{64}$/,
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/,
  /^[a-z][a-z0-9_.-]*$/,
  /^\/[\w/]*$/,
];

/** Shorter ones stand in every text: a house number, a postcode. */
const shortestText = 5;

const isTold = (text: string): boolean =>
  text.trim().length < shortestText || toldByForm.some((form) => form.test(text));

const isE164 = (value: unknown): value is string => typeof value === 'string' && /^\+\d{8,15}$/.test(value);

/** What must be found nowhere: texts as they stand, and numbers however they are written. */
export type PersonalValues = {
  readonly texts: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, NumberInterval>;
  /**
   * Takes what is personal of a request, or of what is enclosed with one, as it is at some moment. What was taken before stays, so that
   * what is erased later is still looked for.
   */
  readonly collect: (record: unknown) => void;
};

/** None yet. */
export const createPersonalValues = (): PersonalValues => {
  const texts = new Set<string>();
  const numbers = new Map<string, NumberInterval>();
  // Most of a request is the same after a change.
  const seen = new WeakSet<object>();

  const addNumbers = (start: string, end: string): void => {
    numbers.set(`${start} ${end}`, { from: Number(start), to: Number(end) });
  };

  const visit = (value: unknown, name: string, above: string): void => {
    if (toldByName.has(name) || toldByName.has(`${above}.${name}`)) return;
    if (typeof value === 'string') {
      if (!isTold(value)) texts.add(value);
      if (isE164(value)) addNumbers(value, value);
      return;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { start, end }: { readonly start?: unknown; readonly end?: unknown } = value;
    if (isE164(start) && isE164(end)) addNumbers(start, end);
    if (Array.isArray(value)) for (const each of value) visit(each, name, above);
    else for (const [key, member] of Object.entries(value)) visit(member, key, name);
  };

  return { texts, numbers, collect: (record) => visit(record, '', '') };
};
