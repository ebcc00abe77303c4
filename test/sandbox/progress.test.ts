import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withProgress } from '../../scripts/progress.ts';

const outputStream = () => {
  const pieces: string[] = [];
  const output = new PassThrough();
  output.on('data', (piece) => pieces.push(String(piece)));
  return { output, lines: () => pieces.join('').split('\n').slice(0, -1) };
};

afterEach(() => vi.unstubAllEnvs());

describe('The progress of a long command', () => {
  test('is one plain line for each tenth where no terminal is', async () => {
    const { output, lines } = outputStream();
    const work = async (advance: () => void) => {
      for (let port = 0; port < 200; port += 1) advance();
      return 'ported';
    };
    expect(await withProgress('Ports', 200, work, output)).toBe('ported');
    expect(lines()).toEqual([20, 40, 60, 80, 100, 120, 140, 160, 180, 200].map((n) => `Ports: ${n} of 200`));
  });

  test('has fewer lines for fewer pieces, and for several that are done at once', async () => {
    const { output, lines } = outputStream();
    await withProgress('Suites', 3, async (advance) => [advance(), advance(2)], output);
    expect(lines()).toEqual(['Suites: 1 of 3', 'Suites: 3 of 3']);
  });

  test('says how far work came that fails, and passes its error on', async () => {
    const { output, lines } = outputStream();
    const work = async (advance: () => void) => {
      advance();
      throw new RangeError('No more');
    };
    await expect(withProgress('Ports', 20, work, output)).rejects.toThrow(new RangeError('No more'));
    expect(lines()).toEqual(['Ports: failed after 1 of 20']);
  });

  test('says nothing of no work', async () => {
    const { output, lines } = outputStream();
    await withProgress('Ports', 0, async () => {}, output);
    expect(lines()).toEqual([]);
  });

  test('is a bar on a terminal, which leaves signals and rejections to whoever listened before', async () => {
    vi.stubEnv('CI', undefined);
    const { output, lines } = outputStream();
    const events = ['SIGINT', 'SIGTERM', 'unhandledRejection'];
    const listeners = () => events.map((event) => process.listenerCount(event));
    const before = listeners();
    const during = await withProgress(
      'Ports',
      2,
      async (advance) => {
        advance();
        return listeners();
      },
      Object.assign(output, { isTTY: true }),
    );
    expect(during).toEqual(before);
    expect(lines().at(-1)).toMatch(/◇.*Ports: 1 of 2/);
  });
});
