import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packAnswers, readAnswers, unpack, type AnswerFile } from './answersFolder.ts';
import { fingerprint } from './fingerprint.ts';
import type { DraftRecord } from './records.ts';

const STARTERS = new Map([
  ['hamming', 'export const starter = 1;\n'],
  ['tmr-voter', 'export const starter = 2;\n'],
]);
const starterOf = (exercise: string): string | undefined => STARTERS.get(exercise);

function draft(exercise: string, source: string): DraftRecord {
  return { exercise, source, starter: fingerprint(STARTERS.get(exercise) ?? ''), edits: 7, tab: 'a', at: 5 };
}

function file(path: string, text: string | Uint8Array): AnswerFile {
  return { path, bytes: typeof text === 'string' ? strToU8(text) : text };
}

test('what was packed is read back, and the same answers make the same file', () => {
  const drafts = [draft('tmr-voter', '// zwei ≠ 3\n'), draft('hamming', 'export {};\n')];

  const zip = packAnswers(drafts);
  const { contents, skipped } = readAnswers(unpack(zip), starterOf, 99);

  expect(unpack(zip).map((one) => one.path)).toEqual(['answers/hamming.ts', 'answers/tmr-voter.ts']);
  expect(contents.drafts.map(({ exercise, source, at }) => [exercise, source, at])).toEqual([
    ['hamming', 'export {};\n', 99],
    ['tmr-voter', '// zwei ≠ 3\n', 99],
  ]);
  expect(skipped).toEqual([]);
  expect(packAnswers(drafts.toReversed())).toEqual(zip);
});

test('files that answer nothing are skipped, each with its reason', () => {
  const files = [
    file('answers/haming.ts', 'x'),
    file('answers/tsconfig.json', '{}'),
    file('a/hamming.ts', 'one'),
    file('b/hamming.ts', 'two'),
    file('tmr-voter.ts', Uint8Array.of(0xff, 0xfe)),
  ];

  const { contents, skipped } = readAnswers(files, starterOf, 1);

  expect(contents.drafts.map((one) => one.source)).toEqual(['one']);
  expect(skipped).toEqual([
    'answers/haming.ts: no exercise has this name.',
    'answers/tsconfig.json: no exercise has this name.',
    'b/hamming.ts: another file answers the same exercise.',
    'tmr-voter.ts: it is no text in UTF-8.',
  ]);
});

test('what is too large for the grader is skipped, and a ZIP file that unfolds without end is refused', () => {
  const { skipped } = readAnswers([file('hamming.ts', 'x'.repeat(256 * 1024 + 1))], starterOf, 1);
  const bomb = zipSync({ 'hamming.ts': new Uint8Array(30_000_000) });

  expect(skipped).toEqual(['hamming.ts: it is larger than 256 KiB, which no grader takes.']);
  expect(() => unpack(bomb)).toThrow('unfolds to more than 20 MB');
  expect(() => unpack(strToU8('no zip at all'))).toThrow('invalid zip data');
});
