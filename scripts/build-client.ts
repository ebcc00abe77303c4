import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run build:client`: compiles the client and packs it, into `.tmp/client` or another folder that is given. */
const target = resolve(process.argv[2] ?? '.tmp/client');
const packed = resolve(target, 'package');
const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

rmSync(target, { recursive: true, force: true });
mkdirSync(packed, { recursive: true });

// The client has a compiler of its own: what it emits has to suit the compilers that its users have.
process.stdout.write(
  run(process.execPath, [
    inRoot('client/node_modules/typescript/bin/tsc'),
    '--project',
    inRoot('client'),
    '--outDir',
    resolve(packed, 'dist'),
  ]),
);

// What only builds it does not concern whoever installs it.
const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(inRoot('client/package.json'), 'utf8'));
writeFileSync(resolve(packed, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync(inRoot('client/README.md'), resolve(packed, 'README.md'));
copyFileSync(inRoot('LICENSE'), resolve(packed, 'LICENSE'));

const [file = ''] = run('npm', ['pack', packed, '--pack-destination', target, '--silent']).trim().split('\n');
console.log(`Packed: ${resolve(target, file)}`);
