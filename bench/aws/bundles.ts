import { execFile } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { build } from 'esbuild';
import { median } from '../measure.ts';
import type { SynthesisedStacks } from './stacks.ts';

/** The code of one function. */
export type Bundle = { readonly edge: string; readonly file: string; readonly kibibytes: number };

const bundleOf = (edge: string, file: string): Bundle => ({
  edge,
  file,
  kibibytes: statSync(file).size / 1024,
});

/** The code of every function, as it would be deployed. */
export const bundlesOf = ({ functions, folder }: SynthesisedStacks): readonly Bundle[] =>
  functions.map(({ edge, lambda }) => {
    const { defaultChild } = lambda.node;
    if (!(defaultChild instanceof CfnFunction)) throw new TypeError(`${edge} is no function`);
    const asset: unknown = defaultChild.getMetadata('aws:asset:path');
    return bundleOf(edge, join(folder, String(asset), 'index.mjs'));
  });

/** A function that does nothing, bundled alike: what any function with middy costs. */
export const emptyBundle = async (folder: string): Promise<Bundle> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'empty.mjs');
  await build({
    stdin: {
      contents:
        "import middy from '@middy/core'; export const handler = middy().handler(async () => ({ statusCode: 200 }));",
      resolveDir: import.meta.dirname,
    },
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
  });
  return bundleOf('empty middy handler', file);
};

/**
 * Milliseconds from the start of a process until a bundle is loaded. HTTPS is loaded before it, since Lambda's runtime
 * speaks HTTP before it loads a function.
 */
const loadMilliseconds = async ({ file }: Bundle): Promise<number> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `await import('node:https'); await import(${JSON.stringify(file)}); console.log(performance.now())`,
  ]);
  return Number(stdout);
};

/**
 * How many times as long as the empty bundle each bundle takes to load: the two are measured one after the other, so that
 * a machine whose speed drifts slows both. The median of the rounds; `onLoaded` is told of each bundle in each round.
 */
export const loadRatios = async (
  bundles: readonly Bundle[],
  empty: Bundle,
  rounds: number,
  onLoaded: () => void,
): Promise<ReadonlyMap<Bundle, number>> => {
  const ratios = new Map<Bundle, number[]>(bundles.map((bundle) => [bundle, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const bundle of bundles) {
      ratios.get(bundle)?.push((await loadMilliseconds(bundle)) / (await loadMilliseconds(empty)));
      onLoaded();
    }
  }
  return new Map([...ratios].map(([bundle, measured]) => [bundle, median(measured)]));
};
