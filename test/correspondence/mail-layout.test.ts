import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { mailLayout } from '../../functions/correspondence/mail-layout.generated.ts';
import { mailLayoutSource } from '../../scripts/mail-layout.ts';

test('the generated layout is what layout.mjml compiles to', async () => {
  const committed = new URL('../../functions/correspondence/mail-layout.generated.ts', import.meta.url);
  expect(await readFile(committed, 'utf8')).toBe(await mailLayoutSource());
});

test('no marker of the layout is left in a piece', () => {
  expect(Object.values(mailLayout).filter((piece) => piece.includes('<!-- @'))).toEqual([]);
});
