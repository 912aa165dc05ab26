import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { openClassForTests } from './classForTests.ts';
import { bytesIn } from './programForTests.ts';

const { folder, run, put, readJson, remove } = openClassForTests();

afterAll(remove);

describe('--anonymise', () => {
  test('leaves no name in anything that is written or said, and keeps the map beside the key', () => {
    put({
      'named/Wilhelmina/hamming.ts': 'solution',
      'named/Wilhelmina/wilhelminas_notes.ts': '//',
      'named/Xaver/hamming.ts': 'const = 1;',
    });

    const { status, stdout, stderr } = run('batch', 'named', '--out', 'hidden', '--anonymise', 'private/key');

    expect(status).toBe(1);
    expect(stderr).toBe('A key was made. Who is who stands in private/key.names.csv.\n');
    const all = [stdout, stderr, ...Object.entries(bytesIn(join(folder, 'hidden'))).flat()].join('\n');
    expect(all).not.toMatch(/wilhelmina|xaver/i);
    const map = readFileSync(join(folder, 'private/key.names.csv'), 'utf8');
    const pseudonym = /^([0-9a-f]{20}),Wilhelmina$/m.exec(map)?.[1] ?? 'none';
    expect(readJson<Report>(`hidden/${pseudonym}/hamming.json`).score).toBe(100);
    expect(statSync(join(folder, 'private/key')).mode & 0o077).toBe(0);
  }, 60_000);

  test('keeps in the map who was in another class', () => {
    put({ 'first/anna/hamming.ts': '', 'first/=1+1/hamming.ts': '', 'second/bert/hamming.ts': '' });
    for (const [dir, out] of [
      ['first', 'of-first'],
      ['second', 'of-second'],
      ['second', 'of-second'],
    ] as const)
      run('batch', dir, '--out', out, '--anonymise', 'shared/key');

    const names = readFileSync(join(folder, 'shared/key.names.csv'), 'utf8')
      .replaceAll(/^[0-9a-f]{20},/gm, '')
      .split('\n');

    expect(names.sort()).toEqual(['', "'=1+1", 'anna', 'bert', 'pseudonym,submission']);
  }, 60_000);

  test('mixes no hidden names with names', () => {
    put({ 'mixed/anna/hamming.ts': 'solution' });
    run('batch', 'mixed', '--out', 'mixed-out');

    const { status, stderr } = run('batch', 'mixed', '--out', 'mixed-out', '--anonymise', 'private/other');

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'mixed-out holds results under the names that --anonymise hides. Name another folder with --out.\n',
    });
  });

  test('gives the same pseudonyms with the same key, others with another', () => {
    put({ 'again/anna/hamming.ts': 'solution', 'a.key': 'k'.repeat(16), 'b.key': 'l'.repeat(16) });
    for (const [key, out] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
    ]) {
      run('batch', 'again', '--out', out ?? '', '--anonymise', `${key}.key`);
    }

    expect(bytesIn(join(folder, 'a1'))).toEqual(bytesIn(join(folder, 'a2')));
    expect(Object.keys(bytesIn(join(folder, 'a1')))).not.toEqual(Object.keys(bytesIn(join(folder, 'b1'))));
  }, 60_000);
});
