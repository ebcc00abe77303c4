import { licenceOf } from './licence-rules.ts';
import type { LockedPackage } from './locked-packages.ts';

type Component = {
  readonly type: 'application' | 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly (
    | { readonly license: { readonly id: string } }
    | { readonly expression: string }
  )[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
};

/** A software bill of materials, CycloneDX 1.6. It says no time and no number of its own: the same code gives the same file. */
export type BillOfMaterials = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

/** A package by the name that registries and scanners share. */
const purlOf = ({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licensesOf = (expression: string | undefined): Component['licenses'] => {
  if (expression === undefined) return [];
  return expression.includes(' ') ? [{ expression }] : [{ license: { id: expression } }];
};

const hashesOf = ({ integrity }: LockedPackage): Pick<Component, 'hashes'> =>
  integrity?.startsWith('sha512-')
    ? {
        hashes: [
          {
            alg: 'SHA-512',
            content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
          },
        ],
      }
    : {};

const componentOf = (each: LockedPackage): Component => ({
  type: 'library',
  'bom-ref': purlOf(each),
  name: each.name,
  version: each.version,
  purl: purlOf(each),
  licenses: licensesOf(licenceOf(each)),
  ...hashesOf(each),
});

/** The folders a package is looked for in, the nearest first: its own, then those around it. */
const foldersAround = (path: string): readonly string[] => {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return [
    ...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules`),
    'node_modules',
  ];
};

/** What the bill of materials is of: the product, and the packages it asks for by name. */
export type Product = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly dependencies: readonly string[];
};

/** The bill of materials of a product made of these packages; one that is installed twice in one version is listed once. */
export const billOfMaterials = (product: Product, packages: readonly LockedPackage[]): BillOfMaterials => {
  const byPath = new Map(packages.map((each) => [each.path, each]));
  const dependsOn = (path: string, names: readonly string[]): readonly string[] => {
    const found = names.flatMap(
      (name) => foldersAround(path).flatMap((folder) => byPath.get(`${folder}/${name}`) ?? [])[0] ?? [],
    );
    return [...new Set(found.map(purlOf))].toSorted();
  };
  const once = [...new Map(packages.map((each) => [purlOf(each), each])).values()].toSorted((one, other) =>
    purlOf(one) < purlOf(other) ? -1 : 1,
  );
  const purl = purlOf(product);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl,
        name: product.name,
        version: product.version,
        purl,
        licenses: licensesOf(product.licence),
      },
    },
    components: once.map(componentOf),
    dependencies: [
      { ref: purl, dependsOn: dependsOn('', product.dependencies) },
      ...once.map((each) => ({ ref: purlOf(each), dependsOn: dependsOn(each.path, each.dependencies) })),
    ],
  };
};

/** What a bill of materials lacks; nothing where it says of each component what it is, under which licence and by which hash. */
export const faultsOfBill = ({ components, dependencies }: BillOfMaterials): readonly string[] => {
  const known = new Set(dependencies.map(({ ref }) => ref));
  return [
    ...(components.length === 0 ? ['no component'] : []),
    ...components.flatMap(({ purl, licenses, hashes, version }) => [
      ...(version === '' ? [`${purl} has no version`] : []),
      ...(licenses.length === 0 ? [`${purl} has no licence`] : []),
      ...(hashes === undefined ? [`${purl} has no hash`] : []),
    ]),
    ...dependencies.flatMap(({ ref, dependsOn }) =>
      dependsOn.filter((each) => !known.has(each)).map((each) => `${ref} needs ${each}, which is not listed`),
    ),
  ];
};
