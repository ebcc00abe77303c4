import { describe, expect, test } from 'vitest';
import { filesBelow, readFile } from './source-files.ts';

/** The cells of the table under a heading, row by row. */
const tableUnder = (page: string, heading: string): readonly (readonly string[])[] => {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.slice(2, -2).split(' | '));
};

const partsOf = (cell = ''): readonly string[] => cell.split('<br>').filter((part) => part !== '');

/** Whether this file declares this name for others to use. */
const isExportedBy = (name: string, text: string): boolean =>
  new RegExp(`^export (const|type|class|interface|function) ${name}\\b`, 'm').test(text);

/** Whether this test file has a test, or a group of tests, of this title: given to it, or in the table that it goes through. */
const hasTitle = (title: string, text: string): boolean => {
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const spelled = `(['"\`])${escaped}\\1`;
  return new RegExp(`\\(\\s*${spelled},\\s*(\\{|(async )?\\()|^ +what: (['"\`])${escaped}\\4,$`, 'm').test(
    text,
  );
};

const files = new Map(
  ['.ts', '.js'].flatMap((ending) =>
    filesBelow(['functions', 'sandbox', 'test'], ending).map(({ path, text }) => [path, text] as const),
  ),
);

const faultOfCode = (part: string): readonly string[] => {
  const [, path = '', name = ''] = /^`([^`]+)`: `(\w+)`$/.exec(part) ?? [];
  const text = files.get(path);
  if (text === undefined || path.startsWith('test/')) return [`no such file: ${part}`];
  return isExportedBy(name, text) ? [] : [`not exported: ${part}`];
};

const faultOfProof = (part: string): readonly string[] => {
  const [, path = '', title = ''] = /^`(test\/[^`]+\.test\.ts)`: (.+)$/.exec(part) ?? [];
  const text = files.get(path);
  if (text === undefined) return [`no such file: ${part}`];
  return hasTitle(title, text) ? [] : [`no such test: ${part}`];
};

const numbered = (count: number, prefix = '') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

const page = readFile('docs/rules.md');
const rules = tableUnder(page, 'The rules of the FAQ');
const defects = tableUnder(page, 'What other porting systems got wrong, and ours must not');

describe('The list of the rules of the FAQ', () => {
  test('has each of the 38 once, in order', () => {
    expect(rules.map(([id]) => id)).toEqual(numbered(38, 'F'));
  });

  test.each(rules)(
    'says of %s what it is, where it is and what proves it',
    (_, says, code, proof, ...more) => {
      expect(more).toEqual([]);
      expect(says?.length).toBeGreaterThan(20);
      expect(partsOf(code).length).toBeGreaterThan(0);
      expect(partsOf(proof).length).toBeGreaterThan(0);
      expect([...partsOf(code).flatMap(faultOfCode), ...partsOf(proof).flatMap(faultOfProof)]).toEqual([]);
    },
  );
});

describe('The list of what others got wrong', () => {
  test('has 19 rows, in order', () => {
    expect(defects.map(([id]) => id)).toEqual(numbered(19));
  });

  test.each(defects)('says of defect %s what it was, and what would notice it', (_, says, proof, ...more) => {
    expect(more).toEqual([]);
    expect(says?.length).toBeGreaterThan(20);
    expect(partsOf(proof).length).toBeGreaterThan(0);
    expect(partsOf(proof).flatMap(faultOfProof)).toEqual([]);
  });
});

describe('What the lists name is looked for', () => {
  const file = `
    test('a test', () => {});
    test.each([1])(
      'a test of %i',
      async (_) => {},
    );
    describe.skipIf(true)("a group's", { timeout: 1 }, () => {});
      what: 'a case (F1)',
    expect('no test').toBe('no test', 1);
    // test('a comment')
  `;

  test.each(['a test', 'a test of %i', "a group's", 'a case (F1)'])('and found: %s', (title) => {
    expect(hasTitle(title, file)).toBe(true);
  });

  test.each(['no test', 'a comment', 'a tes', 'a case'])('and not found: %s', (title) => {
    expect(hasTitle(title, file)).toBe(false);
  });

  test.each([
    ['`functions/port-request/start.ts`: `start`', []],
    [
      '`functions/port-request/start.ts`: `star`',
      ['not exported: `functions/port-request/start.ts`: `star`'],
    ],
    [
      '`functions/port-request/begin.ts`: `start`',
      ['no such file: `functions/port-request/begin.ts`: `start`'],
    ],
    ['`functions/port-request/start.ts`', ['no such file: `functions/port-request/start.ts`']],
  ])('in the code: %s', (part, faults) => {
    expect(faultOfCode(part)).toEqual(faults);
  });
});
