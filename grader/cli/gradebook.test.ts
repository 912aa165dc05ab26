import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import { reportWith } from '../report/reportsForTests.ts';
import { openGradebook, SEED } from './gradebook.ts';

const root = mkdtempSync(join(tmpdir(), 'faultline-gradebook-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function emptyEnv() {
  return { XDG_STATE_HOME: mkdtempSync(join(root, 'state-')) };
}

function answer(text: string) {
  return { exercise: 'hamming', bytes: new TextEncoder().encode(text) };
}

function reportOn(text: string, verdict: Report['verdict'], seed = SEED): Report {
  const bytes = Buffer.from(text);
  const source = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  return reportWith({ verdict, source, grader: { version: VERSION, seed } });
}

test('remembers the verdict of a source in later sessions, and its report in this one', () => {
  const env = emptyEnv();
  const today = openGradebook(env);
  const report = reportOn('one', 'passed');
  today.note(report);

  const tomorrow = openGradebook(env);

  expect(today.reportOf(answer('one'))).toBe(report);
  expect(today.reportOf(answer('two'))).toBeUndefined();
  expect(tomorrow.reportOf(answer('one'))).toBeUndefined();
  expect(tomorrow.verdictOf(answer('one'))).toBe('passed');
  expect(tomorrow.verdictOf(answer('one '))).toBeUndefined();
  expect(tomorrow.verdictOf({ ...answer('one'), exercise: 'availability' })).toBeUndefined();
  expect(tomorrow.verdictOf({ exercise: 'hamming', bytes: undefined })).toBeUndefined();
});

test('says nothing about another seed, and forgets what another day may know better', () => {
  const env = emptyEnv();
  const today = openGradebook(env);
  today.note(reportOn('seeded', 'passed', 7));
  today.note(reportOn('limited', 'inconclusive'));

  expect(today.verdictOf(answer('seeded'))).toBeUndefined();
  expect(today.verdictOf(answer('limited'))).toBe('inconclusive');
  expect(openGradebook(env).verdictOf(answer('limited'))).toBeUndefined();
});

test('keeps what another session notes meanwhile', () => {
  const env = emptyEnv();
  const one = openGradebook(env);
  const other = openGradebook(env);
  one.note(reportOn('one', 'passed'));
  other.note(reportOn('other', 'failed'));

  const later = openGradebook(env);

  expect([later.verdictOf(answer('one')), later.verdictOf(answer('other'))]).toEqual(['passed', 'failed']);
});

test('drops the oldest', () => {
  const env = emptyEnv();
  const book = openGradebook(env);
  book.note(reportOn('0', 'passed'));
  const file = join(env.XDG_STATE_HOME, 'faultline/verdicts.json');
  const { verdicts } = JSON.parse(readFileSync(file, 'utf8')) as { verdicts: Record<string, string> };
  const many = Object.fromEntries(Array.from({ length: 499 }, (_, at) => [`hamming 1 ${at}x`, 'failed']));
  writeFileSync(file, JSON.stringify({ version: VERSION, verdicts: { ...verdicts, ...many } }));

  book.note(reportOn('1', 'passed'));

  const later = openGradebook(env);
  expect([later.verdictOf(answer('0')), later.verdictOf(answer('1'))]).toEqual([undefined, 'passed']);
});

test.each([
  ['of another version', { version: '0.0.0', verdicts: {} }],
  ['damaged', 'x'],
  ['without verdicts', { version: VERSION }],
  ['with null', { version: VERSION, verdicts: null }],
  ['with other things in it', { version: VERSION, verdicts: { 'hamming 1 x': 'solved', y: 3 } }],
])('begins anew with a file %s', (_, content) => {
  const env = emptyEnv();
  mkdirSync(join(env.XDG_STATE_HOME, 'faultline'));
  writeFileSync(join(env.XDG_STATE_HOME, 'faultline/verdicts.json'), typeof content === 'string' ? content : JSON.stringify(content));

  const book = openGradebook(env);

  expect(book.verdictOf(answer('one'))).toBeUndefined();
  book.note(reportOn('one', 'passed'));
  expect(openGradebook(env).verdictOf(answer('one'))).toBe('passed');
});

test('works where nothing can be noted', () => {
  const file = join(root, 'in-the-way');
  writeFileSync(file, '');
  const book = openGradebook({ XDG_STATE_HOME: file });

  book.note(reportOn('one', 'passed'));

  expect(book.verdictOf(answer('one'))).toBe('passed');
});
