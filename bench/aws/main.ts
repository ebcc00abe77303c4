import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { routeTable } from '../../functions/routes.ts';
import { startDynamodbLocal } from '../../sandbox/dynamodb-local.ts';
import { withPart } from '../../scripts/document-part.ts';
import { withProgress } from '../../scripts/progress.ts';
import { bundlesOf, emptyBundle, loadRatios } from './bundles.ts';
import { costTable, countsTable, monthlyTable } from './cost-document.ts';
import { countLifecycles, ported } from './counted-lifecycle.ts';
import { customMetricsAtMost, monthlyLines } from './monthly-costs.ts';
import { synthesise } from './stacks.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const rounds = 7;
const mostKibibytes = 600;
const mostTimesEmpty = 3;

const folder = mkdtempSync(join(tmpdir(), 'porting-bench-'));
try {
  const local = await startDynamodbLocal();
  const lifecycles = await withProgress(
    'Lifecycles counted on DynamoDB Local',
    Object.keys(ported).length,
    (advance) => countLifecycles(local.endpoint, advance),
  );
  await local.stop();

  const stacks = synthesise(join(folder, 'cdk.out'), true);
  const bundles = bundlesOf(stacks);
  const empty = await emptyBundle(folder);
  const ratios = await withProgress('Bundles loaded', rounds * bundles.length, (advance) =>
    loadRatios(bundles, empty, rounds, advance),
  );

  const monthly = monthlyTable(monthlyLines(stacks.resources, stacks), customMetricsAtMost);
  console.log(`${countsTable(lifecycles)}\n\n${costTable(lifecycles)}\n\n${monthly}\n`);

  console.log(`Bundles: size, and time to load against an empty middy handler's`);
  for (const bundle of bundles.toSorted((one, other) => other.kibibytes - one.kibibytes)) {
    const ratio = ratios.get(bundle) ?? 0;
    const isTooLarge = bundle.kibibytes > mostKibibytes;
    const isTooSlow = bundle.edge in routeTable && ratio > mostTimesEmpty;
    const verdict = [...(isTooLarge ? ['too large'] : []), ...(isTooSlow ? ['too slow'] : [])].join(', ');
    console.log(
      `  ${bundle.edge.padEnd(34)} ${bundle.kibibytes.toFixed(0).padStart(4)} KiB   ${ratio.toFixed(2)} times   ${verdict}`,
    );
  }

  const document = new URL('../../docs/cost.md', import.meta.url);
  const before = readFileSync(document, 'utf8');
  const after = [
    ['counts', countsTable(lifecycles)] as const,
    ['costs', costTable(lifecycles)] as const,
    ['month', monthly] as const,
  ].reduce((text, [name, part]) => withPart(text, name, part), before);
  if (values.write) writeFileSync(document, after);
  else if (after !== before)
    console.log('\ndocs/cost.md says otherwise: npm run bench:aws -- --write brings it up to date');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
