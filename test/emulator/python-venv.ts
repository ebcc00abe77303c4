import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProgramOptions, runProgram } from './program.ts';

/** Thrown when this machine has no Python that is new enough. */
export class NoPythonError extends Error {
  override readonly name = 'NoPythonError';
}

const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

// Debian's Python comes without `ensurepip`, and then makes environments without pip.
const probeFor = (oldestMinor: number): string =>
  `import sys, venv, ensurepip; assert sys.version_info >= (3, ${oldestMinor}); print(sys.executable, sys.version)`;

const findPython = (oldestMinor: number): { readonly name: string; readonly version: string } => {
  for (const name of names) {
    const { status, stdout } = spawnSync(name, ['-c', probeFor(oldestMinor)], { encoding: 'utf8' });
    if (status === 0) return { name, version: stdout };
  }
  throw new NoPythonError(
    `This needs Python 3.${oldestMinor} or newer with its venv module (Debian and Ubuntu: apt install python3-venv). ` +
      `None of ${names.join(', ')} is one.`,
  );
};

/**
 * Makes a Python environment in `folder` with exactly the packages of `requirements`, or takes the one that is there when it
 * was made from the same. `oldestMinor` is 10 for Python 3.10.
 * @returns the path of its Python.
 * @throws NoPythonError, and ProgramFailedError where the packages cannot be installed.
 */
export const preparePython = async (
  folder: string,
  requirements: string,
  options: ProgramOptions,
  interrupted: AbortSignal,
  oldestMinor = 10,
): Promise<string> => {
  const { name, version } = findPython(oldestMinor);
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'made-from');
  const madeFrom = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return python;
  rmSync(folder, { recursive: true, force: true });
  await runProgram(name, ['-m', 'venv', folder], options, interrupted);
  const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-r', requirements];
  await runProgram(python, install, options, interrupted);
  writeFileSync(stamp, madeFrom);
  return python;
};
