import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** A package as `package-lock.json` names it. */
export type LockedPackage = {
  /** Where it is installed: `node_modules/zod`; the root has none. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As the lock says it, else as the installed package does; undefined where neither does. */
  readonly licence: string | undefined;
  /** Whether production needs it; of the others only what they made or checked is shipped. */
  readonly isForProduction: boolean;
  /** Its hash, `sha512-…` in base64. */
  readonly integrity: string | undefined;
  readonly dependencies: readonly string[];
};

type Entry = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const folder = 'node_modules/';

const nameIn = (path: string): string => path.slice(path.lastIndexOf(folder) + folder.length);

/** Old packages say it as an object, or as a list of them. */
const statedLicence = (path: string): string | undefined => {
  try {
    const { license, licenses } = JSON.parse(readFileSync(new URL(`${path}/package.json`, root), 'utf8'));
    const [stated] = [license ?? licenses ?? []].flat();
    return typeof stated === 'string' ? stated : stated?.type;
  } catch {
    // Made for another platform, so not installed here.
    return undefined;
  }
};

/** Every package of `package-lock.json` but our own. */
export const lockedPackages = (): readonly LockedPackage[] => {
  const { packages }: { readonly packages: Readonly<Record<string, Entry>> } = JSON.parse(
    readFileSync(new URL('package-lock.json', root), 'utf8'),
  );
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes(folder) && link !== true)
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? nameIn(path),
      version: entry.version ?? '',
      licence: entry.license ?? statedLicence(path),
      isForProduction: entry.dev !== true && entry.devOptional !== true,
      integrity: entry.integrity,
      dependencies: Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
    }));
};
