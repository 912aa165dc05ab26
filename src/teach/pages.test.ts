/** A reader does what a page says, block by block, in an empty folder that holds Faultline's file. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packInto, PACKING_MS } from '../ci/tarballForTests.ts';
import { readPages } from './pageForTests.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-teach-'));
let tarball = '';

beforeAll(() => {
  tarball = packInto(folder);
}, PACKING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader's shell has, and no network. */
const ENV = {
  PATH: process.env['PATH'],
  HOME: folder,
  LC_ALL: 'C',
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

const PAGES = readPages().filter((page) => page.blocks.some((block) => block.has('run')));

test('there are pages to follow', () => {
  expect(PAGES.map((page) => page.name)).toEqual(
    ['grade-a-class', 'github-and-gitlab', 'gradescope', 'index', 'kubernetes-and-queues', 'report', 'reporters', 'security'].sort(),
  );
});

describe.each(PAGES.map((page) => [page.name, page] as const))('%s', (name, { blocks }) => {
  const reader = join(folder, name);

  beforeAll(() => {
    mkdirSync(reader);
    copyFileSync(join(folder, tarball), join(reader, tarball));
  });

  test('can be followed to its end', { timeout: 120_000 }, () => {
    for (const [at, { text, value }] of blocks.entries()) {
      if (!blocks[at]?.has('run')) continue;
      const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', text], { cwd: reader, encoding: 'utf8', env: ENV });
      const shown = blocks[at + 1]?.has('output') ? blocks[at + 1]?.text : '';

      expect(status, `${text}\n${stdout}\n${stderr}`).toBe(Number(value('exit') ?? 0));
      expect(missingFrom(stdout, shown ?? ''), `${text}\n${stdout}`).toEqual([]);
    }
  });
});

/** Lines that a page shows and that do not stand among those that were printed, in the same order. */
function missingFrom(printed: string, shown: string): string[] {
  const lines = printed.split('\n');
  let from = 0;
  return shown.split('\n').filter((line) => {
    const at = lines.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return line !== '' && at < 0;
  });
}
