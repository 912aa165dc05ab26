// Finds a Redis or Valkey server for the tests of the queue, or installs Debian's where that is possible.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.mjs';

const NAMES = ['redis-server', 'valkey-server'];

/** The path of a server, or undefined where there is none. */
export function findRedis() {
  const named = process.env.REDIS_SERVER_PATH;
  if (named && existsSync(named)) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The path of a server, installed from Debian's packages if need be and possible. Says how to get one where it returns undefined. */
export function haveRedis() {
  const found = findRedis() ?? (installFromDebian('redis-server') ? findRedis() : undefined);
  if (!found) {
    console.error(
      'The tests of the queue are left out: they need a Redis server (on Debian or Ubuntu: sudo apt-get install redis-server), or REDIS_SERVER_PATH.',
    );
  }
  return found;
}
