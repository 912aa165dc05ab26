import { expect, test } from 'vitest';
import { keptFiles } from './keptFiles.ts';

const file = (path: string, text = path) => ({ path, content: new TextEncoder().encode(text) });

test('keeps pages with a revision, and files whose names tell their content without one', () => {
  const kept = keptFiles([file('index.html'), file('assets/js/main.cdf2d4f5.js'), file('cd54c38d51fcf946.wasm'), file('img/favicon.svg')]);

  expect(kept).toEqual([
    { url: 'assets/js/main.cdf2d4f5.js', revision: null },
    { url: 'cd54c38d51fcf946.wasm', revision: null },
    { url: 'img/favicon.svg', revision: expect.stringMatching(/^[0-9a-f]{16}$/) },
    { url: 'index.html', revision: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
});

test('leaves out the worker itself, licences, source maps and hidden files', () => {
  const kept = keptFiles(['sw.js', 'assets/js/main.cdf2d4f5.js.LICENSE.txt', 'a.js.map', '.nojekyll'].map((path) => file(path)));

  expect(kept).toEqual([]);
});

test('gives a page another revision when its text changes, and only then', () => {
  const [before] = keptFiles([file('index.html', 'one')]);
  const [same] = keptFiles([file('index.html', 'one')]);
  const [after] = keptFiles([file('index.html', 'two')]);

  expect(same).toEqual(before);
  expect(after?.revision).not.toBe(before?.revision);
});

test('lists the files in one order, whatever order the disk has', () => {
  const files = ['b.html', 'a.html', 'c/d.html'].map((path) => file(path));

  expect(keptFiles(files)).toEqual(keptFiles(files.toReversed()));
});
