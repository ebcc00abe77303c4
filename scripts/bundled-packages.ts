import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { credentialsOfLaptops, moduleBundling } from '../lib/porting-function.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const packageOf = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Where the packages are installed of which code stands in a deployed function, bundled as for a deployment. */
export const bundledPaths = async (): Promise<ReadonlySet<string>> => {
  const { target, mainFields } = moduleBundling;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: globSync('functions/deployed/**/*.ts', { cwd: root }),
    outdir: 'bundles',
    write: false,
    metafile: true,
    bundle: true,
    // Shared parts once: what stands in them does not change by it.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target,
    mainFields,
    external: [...credentialsOfLaptops],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return new Set(
    inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([input]) => packageOf.exec(input)?.[0] ?? []),
  );
};
