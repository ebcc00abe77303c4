import { warningsOf } from '../numbers/number-item.ts';
import { firstOf, maybeIncompleteRanges, numbersCoveredBy } from '../numbers/number-list.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import type { Content } from './content.ts';
import { hasValidChecksum } from './enterprise-number.ts';

/**
 * Everything worth a second look in the data, which never blocks (F3, F4, F5, F10). Of a list of numbers that is too long
 * anyway only as many are looked at as a request may have.
 */
export const warningsOfContent = (content: Content): readonly ProblemEntry[] => {
  const { contract, acknowledgements, subscriber } = content;
  const numbers = firstOf(content.numbers);
  return [
    ...maybeIncompleteRanges(numbers).map((warning) => ({
      code: warning.code,
      pointer: `/numbers/${warning.index}`,
      parameters: { ...warning.parameters },
    })),
    ...numbers.flatMap((item, index) =>
      warningsOf(item).map(({ code }) => ({ code, pointer: `/numbers/${index}` })),
    ),
    ...(acknowledgements.numbersCheckedWithOperator
      ? []
      : [
          {
            code: 'numbers.list_not_checked' as const,
            pointer: '/acknowledgements/numbersCheckedWithOperator',
          },
        ]),
    ...((contract?.numbersLeftBehind ?? []).length === 0
      ? []
      : [{ code: 'numbers.left_behind' as const, pointer: '/contract/numbersLeftBehind' }]),
    ...(contract?.linkedServices ?? []).flatMap(({ number }, index) =>
      numbersCoveredBy(numbers, [number]).length === 0
        ? []
        : [{ code: 'linked_service.will_stop' as const, pointer: `/contract/linkedServices/${index}` }],
    ),
    ...(subscriber.enterpriseNumber === null || hasValidChecksum(subscriber.enterpriseNumber)
      ? []
      : [{ code: 'enterprise_number.checksum' as const, pointer: '/subscriber/enterpriseNumber' }]),
  ];
};
