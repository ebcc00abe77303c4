import { describe, expect, test } from 'vitest';
import { rejectionCodeOf } from '../../functions/operator/carrier-codes.ts';
import { rejectionReasons } from '../../functions/port-request/rejection-reasons.ts';

describe('the code of a carrier', () => {
  test.each(['colt', 'another'])('%s is ours where it sends ours, in any spelling', (carrier) => {
    for (const { code } of rejectionReasons)
      for (const spelt of [
        code,
        code.toUpperCase(),
        ` ${code.replaceAll('_', '-')}`,
        code.replaceAll('_', ' '),
      ])
        expect(rejectionCodeOf(carrier, spelt)).toBe(code);
  });

  test('of COLT is mapped by its own table, in any spelling', () => {
    expect(
      ['LOA missing', 'partial-range', 'CUSTOMER_NAME_MISMATCH'].map((code) => rejectionCodeOf('colt', code)),
    ).toEqual(['authorisation_missing_or_invalid', 'range_incomplete', 'holder_name_mismatch']);
  });

  test('is not looked up in the table of another carrier', () => {
    expect(rejectionCodeOf('another', 'loa_missing')).toBe('other');
  });

  test.each(['E17A', '4711', '', 'constructor', 'toString', '__proto__', 'has_own_property'])(
    '%j that nobody knows is other',
    (code) => {
      for (const carrier of ['colt', 'another', 'constructor', '__proto__'])
        expect(rejectionCodeOf(carrier, code)).toBe('other');
    },
  );
});
