import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { secretsIn } from './secret-forms.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

// What is in the repository, and what would be with the next commit.
const paths = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((path) => path !== '');

const textOf = (path: string): string => {
  try {
    return readFileSync(`${root}${path}`, 'utf8');
  } catch {
    // Deleted and not yet committed.
    return '';
  }
};

// Nothing is excused: an example is written so that it cannot be taken for a secret.
const found = paths.flatMap((path) =>
  secretsIn(textOf(path)).map(({ what, line }) => `${path}:${line} ${what}`),
);
if (found.length > 0) {
  console.error(`These look like secrets:\n${found.map((each) => `- ${each}`).join('\n')}`);
  process.exitCode = 1;
} else console.log(`No secret of ours in ${paths.length} files`);
