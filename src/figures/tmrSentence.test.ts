import { expect, test } from 'vitest';
import { run, type Mode } from './tmrPipeline.ts';
import { pipelineSentence } from './tmrSentence.ts';

function said(mode: Mode, broken: readonly string[], isAlike = false): string {
  return pipelineSentence(run({ mode, broken, isAlike }));
}

test('one broken voter of a stage spoils the result', () => {
  expect(said('single', ['V5'])).toBe('V5 is broken. The result is 184 instead of 22.');
});

test('one broken voter of three is outvoted a stage later', () => {
  expect(said('triplicated', ['V5'])).toBe('V5 is broken. V7, V8 and V9 outvote what is wrong. All 3 results are 22, as they should be.');
});

test('a broken last voter leaves two results', () => {
  expect(said('triplicated', ['V9'])).toBe(
    'V9 is broken. Two of three results are 22, as they should be: who uses them can still outvote the third.',
  );
});

test('two broken modules that differ leave no majority', () => {
  expect(said('triplicated', ['A1', 'A2'])).toBe(
    'A1 and A2 are broken. No two inputs of a voter agreed, so nothing comes out: no result, but none that is wrong either.',
  );
});

test('two broken modules that agree carry the vote', () => {
  expect(said('triplicated', ['A1', 'A2'], true)).toBe('A1 and A2 are broken. No result is right: they are 204 instead of 22.');
});

test('parts that a mode does not have are not spoken of', () => {
  expect(said('none', ['V5', 'A1'])).toBe('Nothing is broken. The result is 22, as it should be.');
});

test('two broken last voters leave one result', () => {
  expect(said('triplicated', ['V7', 'V9'])).toBe('V7 and V9 are broken. Only one result is right; the others are 91 and 93 instead of 22.');
});
