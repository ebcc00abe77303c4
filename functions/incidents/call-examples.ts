import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import { containsNumber } from '../numbers/number-list.ts';
import { readNumber } from '../numbers/phone-number.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { currentRules, rulesOfVersion } from '../port-request/porting-rules.ts';
import type { CallExample, ExampleProblem, Incident } from './incident.ts';

/** A call as its reporter wrote it down (F35). */
export type GivenExample = Omit<CallExample, 'problem'>;

/** When a number of the request was confirmed at Fonzer; undefined: not yet, or none of it. */
const portedAt = (request: PortRequest, number: string): string | undefined => {
  const item = request.content.numbers.find((each) => containsNumber([each], number));
  const first = item === undefined ? undefined : firstNumberOf(item);
  return first === undefined ? undefined : request.completedNumbers[first];
};

const instantOf = (text: string): Temporal.Instant | undefined => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
};

const sameCall = (one: GivenExample, other: GivenExample): boolean =>
  one.callingNumber === other.callingNumber && one.calledAt === other.calledAt;

const problemOf = (
  example: GivenExample,
  earlier: readonly CallExample[],
  request: PortRequest,
  now: Temporal.Instant,
): ExampleProblem | null => {
  const called = readNumber(example.calledNumber).e164;
  const calledAt = instantOf(example.calledAt);
  if (readNumber(example.callingNumber).e164 === undefined || called === undefined || calledAt === undefined)
    return 'unreadable';
  if (!containsNumber(request.content.numbers, called)) return 'called_number_not_ported';
  if (Temporal.Instant.compare(calledAt, now) > 0) return 'in_future';
  const ported = portedAt(request, called);
  // Of a port that is completed, a number without a time stayed behind: its calls prove nothing.
  if (ported === undefined && request.status === 'completed') return 'called_number_not_ported';
  if (ported === undefined || Temporal.Instant.compare(calledAt, Temporal.Instant.from(ported)) < 0)
    return 'before_completion';
  return earlier.some((each) => each.problem === null && sameCall(each, example)) ? 'repeated' : null;
};

/**
 * The examples with those that were given now, each judged by itself: a bad one stays listed with its problem and does not
 * spoil the others (F35; what counts: assumption).
 */
export const withExamples = (
  examples: readonly CallExample[],
  given: readonly GivenExample[],
  request: PortRequest,
  now: Temporal.Instant,
): readonly CallExample[] => {
  const listed = [...examples];
  for (const example of given) {
    const calledAt = instantOf(example.calledAt);
    const read: GivenExample = {
      ...example,
      callingNumber: readNumber(example.callingNumber).e164 ?? example.callingNumber,
      calledNumber: readNumber(example.calledNumber).e164 ?? example.calledNumber,
      calledAt: calledAt === undefined ? example.calledAt : toInstantText(calledAt),
    };
    listed.push({ ...read, problem: problemOf(read, listed, request, now) });
  }
  return listed;
};

/** The calls that count as evidence. */
export const acceptedExamples = ({ examples }: Pick<Incident, 'examples'>): readonly CallExample[] =>
  examples.filter(({ problem }) => problem === null);

/** How many examples are still needed before bad routing can be reported (F35); 0 for any other diagnosis. */
export const examplesMissing = (
  incident: Pick<Incident, 'examples' | 'diagnosis'>,
  request: PortRequest,
): number => {
  if (incident.diagnosis !== 'routing') return 0;
  const attempt = request.attempts.at(-1);
  const rules = attempt === undefined ? currentRules : rulesOfVersion(attempt.rulesVersion);
  return Math.max(0, rules.routingExamplesNeeded - acceptedExamples(incident).length);
};
