import { readdirSync, readFileSync } from 'node:fs';

/** A file of the repository: its path from the root, and what it says. */
export type SourceFile = { readonly path: string; readonly text: string };

const root = new URL('../../', import.meta.url);

/** One file of the repository, as text. */
export const readFile = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const entriesOf = (folder: string): readonly string[] => {
  try {
    return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
};

/** Every file below these folders whose name ends so; a folder that is not there yet is empty. */
export const filesBelow = (folders: readonly string[], ending: string): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    entriesOf(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort()
      .map((path) => ({ path, text: readFile(path) })),
  );
