/** Faultline as its users get it: packed from this checkout, installed without a network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds that packing and installing may take on a busy machine. */
export const PACKING_MS = 60_000;

/** What npm tells the scripts that it runs is about this checkout, and not for a folder of somebody else's. */
const ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** Packs it into `dir` and answers the name of the file. What `npm run unit` has bundled is what is packed. */
export function packInto(dir: string): string {
  mkdirSync(dir, { recursive: true });
  // Without scripts: bundling again would change dist/ under the tests that use it now.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', dir];
  const output = execFileSync('npm', args, { cwd: CHECKOUT, encoding: 'utf8', env: ENV });
  // A list, or an object by the names of packages: versions of npm differ.
  const [packed] = Object.values<{ readonly filename: string }>(JSON.parse(output));
  if (!packed) throw new Error(`npm packed nothing: ${output}`);
  return packed.filename;
}

/** Installs a tarball into `dir`, which need not exist, and answers the program's path. */
export function installInto(dir: string, tarball: string): string {
  mkdirSync(dir, { recursive: true });
  const args = ['install', '--prefix', '.', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', args, { cwd: dir, stdio: 'pipe', env: ENV });
  return join(dir, 'node_modules/.bin/faultline');
}
