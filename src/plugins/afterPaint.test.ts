import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withScriptsAfterPaint } from './afterPaint.ts';
import { policyFor } from './contentSecurity.ts';

const page = (head: string): string => `<!doctype html><html><head><meta charset=utf-8>${head}</head><body><p>Text</p></body></html>`;

/** What the inline script of a page does, told as it happens: `frame` for a frame that is waited for, `later` for the time after it. */
function ran(html: string, hidden: boolean): string[] {
  const code = /<script>(.*?)<\/script>/.exec(html)?.[1] ?? '';
  const told: string[] = [];
  const document = {
    hidden,
    createElement: () => ({ src: '', async: true }),
    head: { appendChild: (script: { src: string; async: boolean }) => told.push(`${script.src}${script.async ? ' async' : ''}`) },
  };
  const now = (word: string) => (go: () => void) => {
    told.push(word);
    go();
  };
  const addEventListener = (name: string, go: () => void): void => {
    if (name === 'DOMContentLoaded') now(name)(go);
  };
  runInNewContext(code, { document, addEventListener, requestAnimationFrame: now('frame'), setTimeout: now('later') });
  return told;
}

test.each([
  ['as they are written', '<script src="/a.js" defer></script><script src="/b.js" defer></script>'],
  ['as they are minified', '<script src=/a.js defer></script>\n<script src=/b.js defer></script>'],
  ['with an empty value', '<script src="/a.js" defer=""></script><script src="/b.js" defer=""></script>'],
])('deferred scripts run in their order, after the first frame of a page that was read to its end: %s', (_, scripts) => {
  const html = withScriptsAfterPaint(page(scripts));

  expect(ran(html, false)).toEqual(['DOMContentLoaded', 'frame', 'later', '/a.js', '/b.js']);
  expect(html.match(/<script src/)).toBeNull();
});

test('a page that nobody sees has no frame to wait for', () => {
  expect(ran(withScriptsAfterPaint(page('<script src="/a.js" defer></script>')), true)).toEqual(['DOMContentLoaded', '/a.js']);
});

test('the scripts are fetched meanwhile', () => {
  const html = withScriptsAfterPaint(page('<script src="/faultline/a.js" defer></script>'));

  expect(html).toContain('<link rel="preload" href="/faultline/a.js" as="script" fetchpriority="low">');
});

test('the policy of the page allows it, as all its inline scripts', () => {
  const before = policyFor(page('<script>theme()</script>'));
  const after = policyFor(withScriptsAfterPaint(page('<script>theme()</script><script src="/a.js" defer></script>')));

  expect(after.match(/'sha256-/g)).toHaveLength(2);
  expect(after).toContain(/'sha256-[^']*'/.exec(before)?.[0] ?? 'a hash');
});

test('a page without deferred scripts stays as it is', () => {
  const html = page('<script>theme()</script><script src="/module.js" type="module"></script>');

  expect(withScriptsAfterPaint(html)).toBe(html);
});
