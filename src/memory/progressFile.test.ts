import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contents } from './contentsArbitrary.ts';
import { NOTHING, merge } from './merge.ts';
import { fileName, fileText, previewOf, readFile } from './progressFile.ts';

const draft = { exercise: 'hamming', source: 'mine', starter: 'f', edits: 1, tab: 't', at: 5 };

test('a file reads back as what was written', () => {
  fc.assert(fc.property(contents, (all) => void expect(readFile(fileText(all))).toEqual({ kind: 'read', contents: all })));
});

test('the name says the day', () => {
  expect(fileName(new Date(2026, 8, 3))).toBe('faultline-progress-2026-09-03.json');
});

test('reading a file a second time would change nothing', () => {
  fc.assert(
    fc.property(contents, contents, (here, file) => {
      const after = merge(here, file);

      expect(previewOf(after, file)).toBeUndefined();
    }),
  );
});

const text = (change: object): string => JSON.stringify({ schema: 'faultline-progress/1', ...NOTHING, ...change });

test.each([
  ['a file that is no JSON', '{"schema": ', 'This is not a JSON file, or it was cut off.'],
  ['another file', '{"name":"x"}', 'schema: "faultline-progress/1" was expected, but this is missing'],
  ['a list', '[]', 'an object was expected, but this is a list'],
  ['a later schema', '{"schema":"faultline-progress/2"}', 'this is "faultline-progress/2"'],
  ['a missing table', JSON.stringify({ schema: 'faultline-progress/1' }), 'drafts: a list was expected, but this is missing'],
  ['a draft without a text', text({ drafts: [draft, { ...draft, source: 7 }] }), 'drafts[1].source: a text was expected, but this is 7'],
  ['an id that is none', text({ drafts: [{ ...draft, exercise: '../x' }] }), 'drafts[0].exercise: an id, such as'],
  ['a time that is none', text({ drafts: [{ ...draft, at: -1 }] }), 'drafts[0].at: a time in milliseconds'],
])('%s is refused with its place', (_title, file, why) => {
  const reading = readFile(file);

  expect(reading.kind).toBe('refused');
  expect(reading.kind === 'refused' && reading.why).toContain(why);
});

test('the preview says what comes, and what of one’s own gives way', () => {
  const here = { ...NOTHING, drafts: [draft] };
  const file = {
    ...NOTHING,
    drafts: [
      { ...draft, source: 'theirs', at: 9 },
      { ...draft, exercise: 'tmr-voter' },
    ],
    answers: [{ question: 'partial-failure/1', chosen: 1, isRight: true, at: 5 }],
  };

  expect(previewOf(here, file)).toBe(
    'New or newer in this file: 2 drafts (1 in place of yours, which stays as an earlier version), 1 earlier version and 1 quiz answer. ' +
      'Nothing that is here will be lost.',
  );
});
