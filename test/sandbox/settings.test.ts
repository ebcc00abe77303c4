import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { readSettings } from '../../sandbox/settings.ts';
import { readWorldFile, writeWorldFile } from '../../sandbox/world-file.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

describe('The settings of the sandbox', () => {
  test('are these where nothing is said', () => {
    expect(readSettings([], {})).toEqual({
      PORT: 4010,
      SANDBOX_CLOCK: 'running',
      SANDBOX_LOG: 'ERROR',
      records: 'memory',
      isHelpWanted: false,
    });
  });

  test('name a folder by argument or by variable; the argument wins', () => {
    expect(readSettings([], { SANDBOX_DATA: 'a' }).data).toBe('a');
    expect(readSettings(['--data', 'b'], { SANDBOX_DATA: 'a' }).data).toBe('b');
    expect(readSettings(['--records', 'dynamodb'], {}).records).toBe('dynamodb');
    expect(readSettings(['--help'], {}).isHelpWanted).toBe(true);
  });

  test('limit the calls of each tenant where they say so, to a whole number of at least one', () => {
    const limitOf = (text: string) =>
      readSettings([], { SANDBOX_CALLS_PER_MINUTE: text }).SANDBOX_CALLS_PER_MINUTE;
    expect(limitOf('600')).toBe(600);
    for (const wrong of ['0', '-1', '1.5', 'many']) expect(() => limitOf(wrong)).toThrow(/SANDBOX_CALLS/);
  });

  test.each([
    ['--bogus'],
    ['folder'],
    ['--data'],
    ['--data', ''],
    ['--records', 'postgres'],
    ['--records', 'dynamodb', '--data', 'a'],
  ])('do not take %s %s %s %s', (...given) => {
    expect(() => readSettings(given, {})).toThrow(expect.objectContaining({ name: 'ArgumentError' }));
  });
});

describe('The file of a world', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'world-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const saved = async () => {
    const { sandbox } = await SandboxClient.start(undefined, { openStores: inMemoryStores() });
    const given = sandbox.save();
    if (given === undefined) throw new Error('Nothing was saved');
    return given;
  };

  test('is read as it was written, by its owner alone, and leaves nothing beside it', async () => {
    const given = await saved();
    writeWorldFile(join(folder, 'new'), given);
    expect(readWorldFile(join(folder, 'new'))).toEqual(JSON.parse(JSON.stringify(given)));
    expect(readdirSync(join(folder, 'new'))).toEqual(['world.json']);
    expect(statSync(join(folder, 'new', 'world.json')).mode & 0o077).toBe(0);
  });

  test('is not there at first', () => {
    expect(readWorldFile(join(folder, 'nowhere'))).toBeUndefined();
  });

  test('of which only a part was written does not replace the one before', async () => {
    writeWorldFile(folder, await saved());
    writeFileSync(join(folder, 'world.json.tmp'), '{"version":1,"sand');
    expect(readWorldFile(folder)?.world.now).toBe('2026-03-30T08:00:00Z');
  });

  test.each<[string, string, RegExp]>([
    ['half of one', '{"version":1,', /not JSON/],
    ['one of another version', '{"version":1,"sandbox":{}}', /is of version 1; this sandbox reads 5/],
    ['something else', '[]', /is no world/],
    ['one in which something is missing', '{"version":5,"sandbox":{"cursorKey":"a"}}', /sandbox.world/],
  ])('that is %s is refused, and stays as it is', async (_, content, message) => {
    const path = join(folder, 'world.json');
    writeFileSync(path, content);
    expect(() => readWorldFile(folder)).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('that cannot be read is told by its name', () => {
    mkdirSync(join(folder, 'world.json'));
    expect(() => readWorldFile(folder)).toThrow(/world\.json cannot be read/);
  });

  const main = new URL('../../sandbox/main.ts', import.meta.url).pathname;

  test('stops a sandbox that cannot read it, with a message and no stack', async () => {
    writeFileSync(join(folder, 'world.json'), 'no world');
    const child = spawn(process.execPath, [main, '--data', folder]);
    const [code, said] = await Promise.all([
      new Promise((resolve) => {
        child.once('exit', resolve);
      }),
      text(child.stderr),
    ]);
    expect([code, said]).toEqual([
      1,
      `${join(folder, 'world.json')} is not JSON, so it is no world of this sandbox\n`,
    ]);
  });

  test('opens a sandbox with the keys that it had', async () => {
    const given = await saved();
    writeWorldFile(folder, given);
    const opened = await createSandbox({
      start: Temporal.Instant.from('2026-01-01T00:00:00Z'),
      baseUrl: '',
      log: { info: () => {}, error: () => {} },
      saved: readWorldFile(folder),
    });
    expect(opened.save()).toEqual(JSON.parse(JSON.stringify(given)));
  });
});
