import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { SavedSandbox } from './sandbox.ts';

/** Thrown for a file that is there and is no world of this version. It is left as it is. */
export class WorldFileError extends Error {
  override readonly name = 'WorldFileError';
}

/** To be counted up whenever what is saved changes its form: a file of another version is not read. */
const version = 5;

const fileName = 'world.json';

const anything = z.custom<unknown>((value) => value !== undefined);
const list = z.array(anything);

/** The form of the file down to its lists. What is in them was written by the sandbox, and is taken as it was written. */
const fileForm = z.object({
  version: z.literal(version),
  sandbox: z.object({
    signingKey: z.looseObject({ d: z.string() }),
    operatorSecrets: list,
    cursorKey: z.string(),
    webhookKey: z.string(),
    world: z.object({
      now: z.iso.datetime(),
      stores: z.object({
        records: z.object({
          requests: list,
          entries: list,
          attempts: list,
          locks: list,
          answers: list,
          enclosures: list,
          unhandled: list,
        }),
        mailLedger: list,
        startTokens: list,
        feed: z.object({ feeds: list, through: list, endpoints: list, deliveries: list, lanes: list }),
      }),
      mailbox: z.object({ sent: z.int(), mails: list }),
      operators: z.object({ outboxes: list, plans: list, planned: z.int() }),
      mandateFiles: z.object({ announced: list, kept: list }),
      uploadQueue: list,
      publicationQueue: list,
      laneQueue: list,
      erasureQueue: list,
      reportQueue: list,
      executions: list,
      mailQueue: list,
      dueQueue: list,
      bounceQueue: list,
      deadLetters: list,
    }),
  }),
});

const versionOnly = z.object({ version: z.int() });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new WorldFileError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
};

const parseText = (path: string, text: string) => {
  try {
    return JSON.parse(text);
  } catch {
    throw new WorldFileError(`${path} is not JSON, so it is no world of this sandbox`);
  }
};

/** The sandbox that was kept in a folder; undefined where none was. @throws WorldFileError */
export const readWorldFile = (folder: string): SavedSandbox | undefined => {
  const path = join(folder, fileName);
  const text = readText(path);
  if (text === undefined) return undefined;
  const file = parseText(path, text);
  const given = versionOnly.safeParse(file);
  if (given.success && given.data.version !== version)
    throw new WorldFileError(`${path} is of version ${given.data.version}; this sandbox reads ${version}`);
  const faults = fileForm.safeParse(file).error?.issues.map((issue) => issue.path.join('.')) ?? [];
  if (faults.length > 0)
    throw new WorldFileError(`${path} is no world of this sandbox: ${faults.slice(0, 5).join(', ')}`);
  return file.sandbox;
};

/**
 * Keeps a sandbox in a folder. Written beside the old file first, so that whoever is killed meanwhile leaves one that is
 * whole. It holds keys: nobody else may read it.
 */
export const writeWorldFile = (folder: string, sandbox: SavedSandbox): void => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const beside = `${path}.tmp`;
  writeFileSync(beside, JSON.stringify({ version, sandbox }), { mode: 0o600, flush: true });
  renameSync(beside, path);
};
