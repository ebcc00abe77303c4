import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/language.ts';
import { describeProblem } from '../../functions/problems/problem-entry.ts';

describe('a problem as it is sent', () => {
  test('carries its code, its place, what is wrong and what can be done', () => {
    const described = describeProblem(
      {
        code: 'range.split',
        pointer: '/numbers/0',
        parameters: { start: '+3225805050', end: '+3225805059', size: 10 },
      },
      'en',
    );
    expect(described).toMatchObject({ code: 'range.split', pointer: '/numbers/0' });
    expect(`${described.detail} ${described.advice}`).toContain('02 580 50 50');
    expect(JSON.stringify(described)).not.toContain('+32');
  });

  test('carries the members that a client acts on, as data', () => {
    expect(
      describeProblem(
        {
          code: 'date.too_early',
          pointer: '/desiredDate',
          parameters: { earliestDate: '2026-04-14', latestDate: '2026-07-28', nextWorkingDay: '2026-04-14' },
          members: { earliestDate: '2026-04-14', nextWorkingDay: '2026-04-14', holiday: null },
        },
        'fr',
      ),
    ).toMatchObject({ earliestDate: '2026-04-14', nextWorkingDay: '2026-04-14', holiday: null });
  });

  test('never lets a member stand in for its code, place or text', () => {
    const members = { code: 'forged', pointer: '/forged', detail: 'forged' };
    expect(describeProblem({ code: 'field.required', pointer: '/contact', members }, 'en')).toMatchObject({
      code: 'field.required',
      pointer: '/contact',
      detail: expect.not.stringContaining('forged'),
    });
  });

  test.each(languages)('has no advice rather than an empty one, in %s', (language) => {
    const described = describeProblem({ code: 'number.mobile', pointer: '/numbers/0' }, language);
    expect(described.detail).not.toBe('');
    expect(
      Object.values(described).filter((value) => value === '' || value === null || value === undefined),
    ).toEqual([]);
  });
});
