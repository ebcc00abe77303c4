import { isShipped, licenceOf, licenceProblem } from './licence-rules.ts';
import { lockedPackages } from './locked-packages.ts';

const packages = lockedPackages();
const problems = packages.map(licenceProblem).filter((problem) => problem !== undefined);

const countedLicences = (wanted: boolean): string =>
  [
    ...Map.groupBy(
      packages.filter((each) => isShipped(each) === wanted),
      (each) => licenceOf(each) ?? 'unknown',
    ),
  ]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([licence, { length }]) => `${length} ${licence}`)
    .join(', ');

console.log(`Shipped: ${countedLicences(true)}`);
console.log(`Tools: ${countedLicences(false)}`);
if (problems.length > 0) {
  console.error(
    `\nNot allowed by scripts/licence-rules.ts:\n${problems.map((each) => `- ${each}`).join('\n')}`,
  );
  process.exitCode = 1;
}
