import { expect, test } from 'vitest';
import { HOSTILE } from './hostileForTests.ts';
import { markdownCode, markdownFence, markdownParagraph, markdownText } from './markdownText.ts';

test.each([
  ['a|b', 'a&#124;b'],
  ['<img src=x>', '&lt;img src=x&gt;'],
  ['&lt;', '&amp;lt;'],
  ['*b* _i_ `c` ~s~', '\\*b\\* \\_i\\_ \\`c\\` \\~s\\~'],
  ['[a](b) ![c](d)', '\\[a\\](b) \\!\\[c\\](d)'],
  ['\\|', '\\\\&#124;'],
  ['one\ntwo\r\nthree', 'one two three'],
  ['$x$', '\\$x\\$'],
  ['@ann', '@\u200bann'],
  ['#12 and GH-7', '\\#\u200b12 and GH-\u200b7'],
  ['http://x.example www.x.example', 'http:\u200b//x.example www\u200b.x.example'],
])('%j stands in a line as %j', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test.each([
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['12. one', '12\\. one'],
  ['1) one', '1\\) one'],
  ['# heading', '\\# heading'],
  ['=====', '\\====='],
  ['/close', '\\/close'],
  ['> quote', '&gt; quote'],
  ['    code', 'code'],
  ['p1 decided', 'p1 decided'],
])('%j begins a paragraph as %j', (text, written) => {
  expect(markdownParagraph(text)).toBe(written);
});

test.each([
  ['a.ts', '`a.ts`'],
  ['a`b', '`` a`b ``'],
  ['``', '``` `` ```'],
  ['', ''],
])('%j is code as %j', (text, written) => {
  expect(markdownCode(text)).toBe(written);
});

test.each(HOSTILE)('a fence ends where it should around %j', (text) => {
  const [first = '', ...rest] = markdownFence(`${text}\n${text}`).split('\n');

  const fence = first.replace(/text$/, '');
  expect(fence).toMatch(/^`{3,}$/);
  expect(rest.findIndex((line) => line.trim().startsWith(fence))).toBe(rest.length - 1);
});
