// Installs a program that tests need from Debian's packages, where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a package. Returns whether it is there now. */
export function installFromDebian(name) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`No ${name} is here; installing Debian’s …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return apt('update').status === 0 && apt('install', '-y', '--no-install-recommends', name).status === 0;
}
