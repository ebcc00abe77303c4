import type { MemberReading, SingleReading, Variant } from './dialect.ts';
import { type MalformedEntry, memberMissing, memberWrong } from './malformed-entry.ts';
import { expectedBy, readForm } from './value-forms.ts';

/** A place in our event, and the place in the operator's payload that it is read from. Both are JSON Pointers. */
type Source = readonly [target: string, from: string];

/** No list of our events is longer: what is wrong is told item by item, and an answer has an end. */
const mostItems = 500;

type Read = {
  /** Undefined where it is missing. */
  readonly value: unknown;
  readonly entries: readonly MalformedEntry[];
  readonly sources: readonly Source[];
};

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** What stands at a JSON Pointer; undefined for nothing, null too. Only what was sent: an object's own members, an array's items. */
export const valueAt = (payload: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map(unescaped)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? Reflect.get(value, name)
          : undefined,
      payload,
    ) ?? undefined;

/** One value in our terms, or what it should have been. */
const translated = (value: unknown, reading: SingleReading): { value: unknown } | { expected: string } => {
  if ('values' in reading) {
    const { values } = reading;
    return typeof value === 'string' && Object.hasOwn(values, value)
      ? { value: values[value] }
      : { expected: `must be one of ${Object.keys(values).join(', ')}` };
  }
  if (reading.form === undefined) return { value };
  const read = readForm(reading.form, value);
  return read === undefined ? { expected: expectedBy(reading.form) } : { value: read };
};

const readList = (
  value: unknown,
  each: Readonly<Record<string, MemberReading>>,
  from: string,
  target: string,
): Read => {
  const source: Source = [target, from];
  if (!Array.isArray(value) || value.length > mostItems) {
    const entries = [memberWrong(from, `must be a list of at most ${mostItems}`)];
    return { value: undefined, entries, sources: [source] };
  }
  const items = value.map((item, index) => readMembers(item, each, `${from}/${index}`, `${target}/${index}`));
  return {
    value: items.map((item) => item.value),
    entries: items.flatMap(({ entries }) => entries),
    sources: [source, ...items.flatMap(({ sources }) => sources)],
  };
};

/** @param above where `payload` itself stands in what was sent. */
const readMember = (payload: unknown, reading: MemberReading, above: string, target: string): Read => {
  const from = `${above}${reading.from}`;
  const sources: readonly Source[] = [[target, from]];
  const value = valueAt(payload, reading.from);
  if (value === undefined)
    return { value, entries: reading.optional === true ? [] : [memberMissing(from)], sources };
  if ('each' in reading) return readList(value, reading.each, from, target);
  const read = translated(value, reading);
  return 'expected' in read
    ? { value: undefined, entries: [memberWrong(from, read.expected)], sources }
    : { value: read.value, entries: [], sources };
};

const readMembers = (
  payload: unknown,
  readings: Readonly<Record<string, MemberReading>>,
  above: string,
  target: string,
): Read => {
  const members = Object.entries(readings).map(
    ([name, reading]) => [name, readMember(payload, reading, above, `${target}/${name}`)] as const,
  );
  return {
    value: Object.fromEntries(
      members.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
    entries: members.flatMap(([, { entries }]) => entries),
    sources: [[target, above], ...members.flatMap(([, { sources }]) => sources)],
  };
};

/**
 * An operator's payload as one of our events, still to be read through the schema of events: this only carries over. Says at once what is
 * missing or not in its form, in the operator's own names.
 */
export const readVariant = (payload: unknown, variant: Variant): Read => {
  const { type, portRequestId, attempt, occurredAt } = variant;
  const envelope = readMembers(payload, { type, portRequestId, attempt, occurredAt }, '', '');
  const data = Object.entries(variant.data).find(([name]) => name === valueAt(envelope.value, '/type'))?.[1];
  // Whose type nobody knows is asked for nothing else.
  if (data === undefined) return envelope;
  const read = readMembers(payload, data, '', '/data');
  return {
    value: Object.assign({}, envelope.value, { data: read.value }),
    entries: [...envelope.entries, ...read.entries],
    sources: [...envelope.sources, ...read.sources],
  };
};

/** Where in the operator's payload that stands which stands at a place of our event: there, or around it. */
export const sourceOf = (sources: ReadonlyMap<string, string>, target: string): string =>
  sources.get(target) ??
  (target === '' ? '' : sourceOf(sources, target.slice(0, Math.max(0, target.lastIndexOf('/')))));
