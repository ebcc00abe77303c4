import { readFileSync, writeFileSync } from 'node:fs';
import { billOfMaterials, faultsOfBill } from './bill-of-materials.ts';
import { bundledPaths } from './bundled-packages.ts';
import { isShipped, licenceProblem } from './licence-rules.ts';
import { lockedPackages } from './locked-packages.ts';

const file = 'sbom.cdx.json';
const root = new URL('../', import.meta.url);

const { name, version, license, dependencies, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);
const bundled = await bundledPaths();
const shipped = lockedPackages().filter(
  (each) => bundled.has(each.path) || (!each.isForProduction && isShipped(each)),
);
const bill = billOfMaterials(
  {
    name,
    version,
    licence: license,
    dependencies: [...Object.keys(dependencies), ...Object.keys(devDependencies)],
  },
  shipped,
);
const unlocked = [...bundled].filter((path) => !shipped.some((each) => each.path === path));
const problems = [
  ...faultsOfBill(bill),
  ...shipped.map(licenceProblem).filter((problem) => problem !== undefined),
  ...unlocked.map((path) => `${path} stands in a bundle and not in the lock`),
  ...shipped
    .filter((each) => !isShipped(each))
    .map((each) => `${each.name} stands in a bundle and is a tool`),
];
if (problems.length > 0) {
  console.error(`No bill of materials:\n${problems.map((each) => `- ${each}`).join('\n')}`);
  process.exitCode = 1;
} else {
  writeFileSync(new URL(file, root), `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${file}: ${bill.components.length} components in what is deployed`);
}
