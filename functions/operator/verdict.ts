import type { LocalDate } from '../calendar/clock.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { firstNumbers, notInRequest, notWholeInRequest, readNamedItem } from './named-numbers.ts';
import type { OperatorEvent, OperatorReason, SeriesAnswer } from './operator-event.ts';

/** One reason of a refusal as the operator stated it, with the numbers it names, or those of the series it belongs to. */
export type StatedReason = {
  readonly code: string;
  readonly text: string | null;
  readonly named: readonly NumberItem[];
};

/** What an operator's answer comes to, whether it was given as a whole or series by series. */
export type Verdict =
  /** `statedDate` is null where the operator stated none. */
  | { readonly kind: 'approved'; readonly statedDate: LocalDate | null }
  | { readonly kind: 'rejected'; readonly reasons: readonly StatedReason[] };

type AnswerEvent = Extract<OperatorEvent, { type: 'request.approved' | 'request.rejected' }>;

const itemOf = ({ start, size, end }: SeriesAnswer): NumberItem => readNamedItem({ start, size, end });

const statedReason = (
  { code, text, numbers }: OperatorReason,
  inSeries: readonly NumberItem[],
): StatedReason => ({
  code,
  text: text ?? null,
  named: numbers?.length ? numbers.map(readNamedItem) : inSeries,
});

const generalReasonsOf = (event: AnswerEvent): readonly OperatorReason[] =>
  event.type === 'request.rejected' ? (event.data.reasons ?? []) : [];

const isRejected = ({ outcome }: SeriesAnswer): boolean => outcome === 'rejected';

/**
 * Reads an answer. One attempt has one answer: where a series is rejected the attempt is, whatever the event's type says; all
 * approved, the latest day on which any of them is possible is the day that is granted (assumption).
 */
export const verdictOf = (event: AnswerEvent): Verdict => {
  const series = event.data.series ?? [];
  const general = generalReasonsOf(event).map((reason) => statedReason(reason, []));
  if (event.type === 'request.rejected' || series.some(isRejected)) {
    const bySeries = series
      .filter(isRejected)
      .flatMap((each) => (each.reasons ?? []).map((reason) => statedReason(reason, [itemOf(each)])));
    return { kind: 'rejected', reasons: [...general, ...bySeries] };
  }
  const latest = series
    .map(({ firstPossibleDate }) => firstPossibleDate ?? '')
    .toSorted()
    .at(-1);
  return { kind: 'approved', statedDate: event.data.date ?? (latest || null) };
};

const reasonsPointer = (index: number): string => `/data/series/${index}/reasons`;

/** What is wrong with the numbers that reasons name, each where it stands. */
const problemsOfReasons = (
  reasons: readonly OperatorReason[],
  within: readonly NumberItem[],
  pointer: string,
): readonly ProblemEntry[] =>
  reasons.flatMap(({ numbers }, index) =>
    notInRequest(within, (numbers ?? []).map(readNamedItem), `${pointer}/${index}/numbers`),
  );

/** Each series answers whole numbers and ranges of the request, and none of them twice (F12). */
const problemsOfSeries = (
  series: readonly SeriesAnswer[],
  wanted: readonly NumberItem[],
): readonly ProblemEntry[] => {
  const items = series.map(itemOf);
  return series.flatMap((each, index): readonly ProblemEntry[] => {
    const pointer = `/data/series/${index}`;
    const item = items.slice(index, index + 1);
    if (notWholeInRequest(wanted, item, pointer).length > 0)
      return [{ code: 'number.not_in_request', pointer }];
    const isRepeated = numbersCoveredBy(item, items.slice(0, index)).length > 0;
    const lacksReason = isRejected(each) && (each.reasons ?? []).length === 0;
    return [
      ...(isRepeated ? [{ code: 'numbers.overlap' as const, pointer }] : []),
      ...(lacksReason ? [{ code: 'field.required' as const, pointer: reasonsPointer(index) }] : []),
      ...problemsOfReasons(each.reasons ?? [], item, reasonsPointer(index)),
    ];
  });
};

/** The numbers of the request that no series answers. */
const problemsOfSilence = (
  series: readonly SeriesAnswer[],
  wanted: readonly NumberItem[],
): readonly ProblemEntry[] => {
  const answered = new Set(numbersCoveredBy(wanted, series.map(itemOf)));
  const numbers = firstNumbers(wanted.filter((_, index) => !answered.has(index)));
  return numbers.length === 0
    ? []
    : [{ code: 'series.unanswered', pointer: '/data/series', members: { numbers } }];
};

/** Why an answer cannot be taken as it is: it names other numbers, leaves some out, or refuses without a reason. */
export const problemsOfAnswer = (
  event: AnswerEvent,
  wanted: readonly NumberItem[],
): readonly ProblemEntry[] => {
  const series = event.data.series ?? undefined;
  const general = generalReasonsOf(event);
  const isGroundless =
    event.type === 'request.rejected' && general.length === 0 && !(series ?? []).some(isRejected);
  return [
    ...problemsOfReasons(general, wanted, '/data/reasons'),
    ...(isGroundless ? [{ code: 'field.required' as const, pointer: '/data/reasons' }] : []),
    ...(series === undefined
      ? []
      : [...problemsOfSeries(series, wanted), ...problemsOfSilence(series, wanted)]),
  ];
};
