/**
 * Hostile submissions, graded through the real worker. Each file of `hostile/` says in its first line how it must end.
 *
 * All are graded beforehand in a few lanes, each with a worker of its own that is never replaced unless the dead-man's switch ends it:
 * what a submission does to its worker shows in the grading after it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hamming } from '../../exercises/hamming/exercise.ts';
import { GRADING_LIMIT_MS } from '../base/limits.ts';
import type { Report } from '../base/report.ts';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import { newGrader, type Grader } from './client.ts';
import { nodeThread } from './nodeThread.ts';

const LANES = 2;
/** Milliseconds for what only the switch ends: enough for the checks before the one that hangs, on a busy machine. */
const SWITCH_MS = 2_000;
/** What is graded faster is graded twice, to see that the reports are the same. */
const QUICK_MS = 400;
/** Milliseconds within which everything ends. */
const PATIENCE_MS = 10_000;

interface Hostile {
  readonly name: string;
  readonly source: Uint8Array;
  readonly verdict: string;
  readonly score: number | undefined;
  readonly bySwitch: boolean;
}

interface Graded {
  readonly report: Report;
  /** The JSON of a second grading; that of the first where it took long. */
  readonly again: string;
  readonly elapsedMs: number;
  /** What a right submission got from the same worker right afterwards. */
  readonly next: Report;
}

const folder = new URL('hostile/', import.meta.url);
const solution = readFileSync(new URL('../../exercises/hamming/solution.ts', import.meta.url));
const text = new TextDecoder().decode(solution);

const corpus = [...readdirSync(folder).sort().map(readHostile), ...oddSources()];
const outcomes = new Map<string, Graded>();
const graders: Grader[] = [];

function open(limitMs?: number): Grader {
  const grader = newGrader((events) => nodeThread(new URL('../../dist/worker.js', import.meta.url), events), limitMs);
  graders.push(grader);
  return grader;
}

/** Started with the lanes: most of its time it waits. */
let realSwitch: Promise<{ report: Report; elapsedMs: number }> | undefined;

beforeAll(async () => {
  realSwitch = gradeByRealSwitch();
  const left = [...corpus];
  const lane = async (): Promise<void> => {
    const [patient, quick] = [open(), open(SWITCH_MS)];
    for (let one = left.shift(); one; one = left.shift()) outcomes.set(one.name, await gradeOne(one, one.bySwitch ? quick : patient));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}, 240_000);

afterAll(() => graders.forEach((grader) => grader.stop()));

async function gradeOne({ source, bySwitch }: Hostile, grader: Grader): Promise<Graded> {
  await grader.warm();
  const start = performance.now();
  const report = await grader.grade({ exercise: 'hamming', source, seed: 1 });
  const elapsedMs = performance.now() - start;
  const again = elapsedMs > QUICK_MS ? report : await grader.grade({ exercise: 'hamming', source, seed: 1 });
  // The whole solution where the worker is a new one; else one check of it, to save time.
  const next = await grader.grade({ exercise: 'hamming', source: solution, seed: 1, onlyCheck: bySwitch ? undefined : 'encode' });
  return { report, again: JSON.stringify(again), elapsedMs, next };
}

test('there are enough of them', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(45);
});

describe.each(corpus.map((one) => [one.name, one] as const))('%s', (name, hostile) => {
  test('ends as its first line says, and leaves the worker as it was', () => {
    const { report, again, elapsedMs, next } = outcomeOf(name);

    expect({ verdict: report.verdict, score: report.score, found: explain(report) }).toEqual({
      verdict: hostile.verdict,
      score: hostile.score ?? report.score,
      found: explain(report),
    });
    expect(report.score < 100 || hostile.verdict === 'passed').toBe(true);
    expect(faultsOfReport(report, hamming)).toEqual([]);
    expect(again).toBe(JSON.stringify(report));
    expect(elapsedMs).toBeLessThan(PATIENCE_MS);
    expect(next.verdict).toBe('passed');
  });
});

test('the real dead-man’s switch ends a grading within its time, with what was known by then', async () => {
  const outcome = await realSwitch;

  expect(outcome?.report).toMatchObject({ verdict: 'inconclusive', score: 85 });
  expect(outcome?.report.checks.map((check) => check.status)).toEqual([...Array.from({ length: 6 }, () => 'passed'), 'inconclusive']);
  expect(outcome?.elapsedMs).toBeGreaterThanOrEqual(GRADING_LIMIT_MS - 50);
  expect(outcome?.elapsedMs).toBeLessThan(PATIENCE_MS);
});

test('what a submission throws is quoted without its escapes and its line breaks', () => {
  const encode = outcomeOf('throw-colours.ts').report.checks[0];

  expect(encode?.message).toBe('encode74(15) threw ␛]0;x␇: ␛[2J␛[32mPASSED␛[0m �gnorw�␀� at line 4, where it must return an answer.');
});

test('a flood is told to its own check, not to the loading of the next', () => {
  const { report } = outcomeOf('flood-after-greeting.ts');

  expect(report.diagnostics).toEqual([]);
  expect(report.console.slice(0, 8)).toBe('hello\nxx');
});

async function gradeByRealSwitch(): Promise<{ report: Report; elapsedMs: number }> {
  const grader = open();
  await grader.warm();
  const start = performance.now();
  const source = readFileSync(new URL('switch-at-the-end.ts', folder));
  const report = await grader.grade({ exercise: 'hamming', source, seed: 1 });
  return { report, elapsedMs: performance.now() - start };
}

function outcomeOf(name: string): Graded {
  const outcome = outcomes.get(name);
  if (!outcome) throw new Error(`${name} was not graded`);
  return outcome;
}

function explain(report: Report): string[] {
  return [
    ...report.diagnostics.map((one) => `${one.code} ${one.message}`),
    ...report.checks
      .filter((check) => check.status !== 'passed' && check.status !== 'not-run')
      .map((check) => `${check.id}: ${check.message}`),
  ];
}

function readHostile(name: string): Hostile {
  const source = readFileSync(new URL(name, folder));
  const head = /^\/\/ HOSTILE (passed|failed|inconclusive|error) (\d+|any)( by the switch)?: \S/.exec(source.toString('utf8'));
  if (!head) throw new Error(`${name}: the first line does not say how it must end`);
  const [, verdict = '', score = '', bySwitch] = head;
  return { name, source, verdict, score: score === 'any' ? undefined : Number(score), bySwitch: bySwitch !== undefined };
}

/** Sources that cannot stand in a file of the repository, made here. */
function oddSources(): Hostile[] {
  const encode = (source: string): Uint8Array => new TextEncoder().encode(source);
  const one = (name: string, source: Uint8Array, verdict: string, score: number): Hostile => ({
    name,
    source,
    verdict,
    score,
    bySwitch: false,
  });
  return [
    one('an empty source', encode(''), 'error', 0),
    one('white space alone', encode(' \n\t\r\n\u00a0\ufeff'), 'error', 0),
    one('a NUL', encode(`const x = '\0';\n${text}`), 'error', 0),
    one('NULs alone', new Uint8Array(1000), 'error', 0),
    one(
      'half of a surrogate pair in UTF-8',
      Uint8Array.from([...encode("const x = '"), 0xed, 0xa0, 0x80, ...encode(`';\n${text}`)]),
      'error',
      0,
    ),
    one('bytes that are not UTF-8', Uint8Array.from([...encode("const x = '"), 0xff, 0xfe, 0xc0, ...encode(`';\n${text}`)]), 'error', 0),
    one('UTF-16', Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')), 'error', 0),
    one('10 MB', encode(`//${'x'.repeat(10_000_000)}\n${text}`), 'error', 0),
    one('one byte too many', encode(text.padEnd(256 * 1024 + 1)), 'error', 0),
    one('just as many bytes as are allowed', encode(text.padEnd(256 * 1024)), 'passed', 100),
    one('a byte order mark', encode(`\ufeff${text}`), 'passed', 100),
    one('a hashbang', encode(`#!/usr/bin/env node\n${text}`), 'passed', 100),
    one('line ends of Windows', encode(text.replaceAll('\n', '\r\n')), 'passed', 100),
    one('line ends of old', encode(text.replaceAll('\n', '\r')), 'passed', 100),
    one('line ends that only Unicode knows', encode(text.replaceAll('\n', '\u2028')), 'passed', 100),
    one('a comment that never ends', encode(`${text}/*`), 'error', 0),
    one('a template that never ends', encode(`${text}\`\${`), 'error', 0),
    one('the solution cut in the middle', solution.subarray(0, 600), 'error', 0),
    one('20,000 imports', encode(`${"import 'a';\n".repeat(20_000)}${text}`), 'error', 0),
    one('16,000 exports', encode(`${Array.from({ length: 16_000 }, (_, n) => `export let x${n}`).join(';')}\n`), 'error', 0),
    one('a character that clears the screen', encode(`const x = \u001b[2J;\n${text}`), 'error', 0),
    one('characters that turn the reading direction', encode(`const x = \u202e;\n${text}`), 'error', 0),
    one('a module called like a novel', encode(`import '${'\u202e\u0007x'.repeat(10_000)}';\n${text}`), 'error', 0),
  ];
}
