import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const kit = fileURLToPath(new URL('../../operator-kit', import.meta.url));

test('The packed operator kit runs where nothing else is, with the published samples, and packing leaves none behind', async () => {
  // Given the package, unpacked in a folder of its own
  const folder = await mkdtemp(join(tmpdir(), 'packed-kit-'));
  try {
    const { stdout: packed } = await run('npm', ['pack', kit, '--pack-destination', folder, '--silent']);
    const file = packed.trim().split('\n').at(-1) ?? '';
    await run('tar', ['-xzf', join(folder, file), '-C', folder]);
    const { bin } = JSON.parse(await readFile(join(folder, 'package', 'package.json'), 'utf8'));
    const listed = async (program: string) => (await run(process.execPath, [program, '--list'])).stdout;
    // When its program lists the samples
    const names = await listed(join(folder, 'package', bin['operator-event']));
    // Then they are those of the repository
    expect(names.split('\n')).toContain('own/request-approved');
    expect(names).toBe(await listed(join(kit, 'send.mjs')));
    expect(existsSync(join(kit, 'samples'))).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
