import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleBundling } from '../../lib/porting-function.ts';

const root = join(import.meta.dirname, '..', '..');

/** Makes the mandate of a request as a program: what it prints is the PDF. */
const program = `
import { Temporal } from 'temporal-polyfill';
import { mandateDocument } from './functions/authorisation/mandate-document.ts';
import { mandatePdf } from './functions/authorisation/mandate-pdf.ts';
import { aPortRequest } from './test/support/port-request-builder.ts';
const madeAt = Temporal.Instant.from('2026-03-30T08:00:00Z');
process.stdout.write(await mandatePdf(mandateDocument(aPortRequest(), 'nl'), madeAt));
`;

describe('The mandate in a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mandate-'));
  const outfile = join(folder, 'index.mjs');

  beforeAll(async () => {
    const { banner, mainFields, ...options } = moduleBundling;
    await build({
      ...options,
      mainFields: [...mainFields],
      banner: { js: banner },
      stdin: { contents: program, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made with nothing else at hand: no package, no file of a font', () => {
    // From a folder without packages, and allowed to read no file but the bundle.
    const pdf = execFileSync(process.execPath, ['--permission', `--allow-fs-read=${folder}`, outfile], {
      cwd: folder,
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.byteLength).toBeGreaterThan(10_000);
  });

  test('stays small: a cold start reads all of it', () => {
    expect(statSync(outfile).size).toBeLessThan(2 * 1024 * 1024);
  });
});
