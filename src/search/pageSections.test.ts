import { expect, test } from 'vitest';
import { pageSections } from './pageSections.ts';

const page = (main: string): string =>
  `<!doctype html><html lang=en><head><title>x</title><body><nav>Lessons</nav><main>${main}</main><footer>Licence</footer>`;

test('parts a lesson at the headings that can be linked to', () => {
  const sections = pageSections(
    page(`<article><div>Read about codes</div><div class="theme-doc-markdown markdown"><h1>Codes</h1><p>One bit is wrong.<p>Which?
      <h2 id=idea>The <em>idea</em><a href=#idea class=hash-link>\u200b</a></h2><p>Send <code>0110011</code>, not four bits: 2<sup>7</sup> words.</div><ul><li>The idea</ul></article>`),
    'lessons/codes',
  );

  expect(sections).toEqual([
    { path: 'lessons/codes', page: 'Codes', heading: '', text: 'One bit is wrong. Which?' },
    { path: 'lessons/codes#idea', page: 'Codes', heading: 'The idea', text: 'Send 0110011, not four bits: 2^7 words.' },
  ]);
});

test('leaves out what is pressed, answered or said in passing', () => {
  const [section] = pageSections(
    page(`<h1>Codes</h1><button>Flip</button><form><label>Two bits</label></form><div aria-live=polite>Bit 5</div>
      <span popover=manual>A term means this.</span><pre>code</pre><p>Prose.`),
    'lessons/codes',
  );

  expect(section?.text).toBe('Prose.');
});

test('leaves out the lists of a page that leads to others', () => {
  const [section] = pageSections(page('<h1>Lessons</h1><p>Each begins with something that breaks.<ul><li>Codes</ul>'), 'lessons');

  expect(section?.text).toBe('Each begins with something that breaks.');
});

test.each(['teach', 'teach/error-codes'])('keeps the lists and tables of %s', (path) => {
  const [section] = pageSections(page('<h1>Codes</h1><ul><li>E_SYNTAX</ul><table><tr><td>junit<td>JUnit XML</table>'), path);

  expect(section?.text).toBe('E_SYNTAX junit JUnit XML');
});

test('finds an exercise by its title and task on its own page, and not in the lesson that embeds it', () => {
  const bench =
    '<section data-exercise=hamming><h1>Hamming</h1><p>easy</p><div class=markdown><p>Write the code.</div><h2>Results</h2></section>';

  expect(pageSections(page(bench), 'exercises/hamming')).toEqual([
    { path: 'exercises/hamming', page: 'Hamming', heading: '', text: 'Write the code.' },
  ]);
  expect(pageSections(page(`<h1>Codes</h1>${bench}`), 'lessons/codes')).toEqual([
    { path: 'lessons/codes', page: 'Codes', heading: '', text: '' },
  ]);
});
