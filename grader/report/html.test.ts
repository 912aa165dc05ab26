import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { commandsIn, elementsOf, UNSAFE } from './documentsForTests.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { html } from './html.ts';
import { PAGE_SCRIPT } from './replayPageParts.ts';
import { BROKEN, reportWith } from './reportsForTests.ts';

const write = (...args: Parameters<typeof single>): string => html(single(...args), CONTEXT);

/** A page's elements and names of attributes, without its texts. */
function shapeOf(page: string): string[] {
  return elementsOf(page).map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);
}

test('shows the checks, the points and the call that goes wrong', () => {
  const elements = elementsOf(write(reportWith({ console: 'hello\n' })));
  const texts = (name: string): string[] => elements.filter((one) => one.name === name).map((one) => one.text.trim());

  expect(texts('title')).toEqual(['hamming: Not passed yet: 1 of 2 checks, 60 of 100 points.']);
  expect(texts('h1')).toEqual(['hamming']);
  expect(texts('dd')).toEqual(['encode74(16)', 'a RangeError is thrown', "'0010000'"]);
  expect(texts('pre')).toEqual(['| hello']);
  const checks = elements.filter((one) => one.attributes['class']?.startsWith('check '));
  expect(checks.map((one) => one.attributes['class'])).toEqual(['check passed', 'check failed']);
  expect(checks[0]?.text).toMatch(/60 of 60\s+passed encode every input there is: 32 calls/);
});

test('draws the run that breaks a promise, and tells it in words', () => {
  const elements = elementsOf(write(reportWith({ exercise: 'commit', score: 0, maxScore: 25, checks: [BROKEN] })));

  const [svg, ...others] = elements.filter((one) => one.name === 'svg');
  expect(others).toEqual([]);
  expect(svg?.attributes['aria-label']).toBe('p1 decided commit and p2 decided abort in the same transaction.');
  expect(elements.find((one) => one.attributes['class'] === 'steps')?.text).toContain("p1 stores phase = 'READY'");
  expect(elements.find((one) => one.name === 'details')?.attributes).toHaveProperty('open');
});

test('leads to each exercise of a folder', () => {
  const elements = elementsOf(html(folder(reportWith(), reportWith({ exercise: 'tmr-voter' })), CONTEXT));

  const targets = elements.filter((one) => one.name === 'a').map((one) => one.attributes['href']);
  expect(targets).toEqual(['#exercise-1', '#exercise-2']);
  expect(elements.flatMap((one) => one.attributes['id'] ?? [])).toEqual(['exercise-1', 'exercise-2']);
});

test('lets no script run but its own, and asks nobody for anything', () => {
  const page = write(reportWith({ checks: [BROKEN] }));
  const elements = elementsOf(page);

  const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  const policy = elements.find((one) => one.attributes['http-equiv'] === 'Content-Security-Policy')?.attributes['content'];
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`script-src 'sha256-${hash}'`);
  expect(elements.filter((one) => one.name === 'script').map((one) => one.text)).toEqual([PAGE_SCRIPT]);
  expect(page).not.toMatch(/https?:|@import|url\(/);
  expect(elements.filter(({ attributes }) => 'src' in attributes || 'href' in attributes)).toEqual([]);
});

test.each(HOSTILE.filter((text) => text !== ''))('makes nothing of %j but text', (text) => {
  expect(shapeOf(write(hostileFailure(text), text))).toEqual(shapeOf(write(hostileFailure('harmless'), 'harmless')));
  expect(shapeOf(write(hostileError(text), text))).toEqual(shapeOf(write(hostileError('harmless'), 'harmless')));
  expect(write(hostileFailure(text), text)).not.toMatch(UNSAFE);
  expect(commandsIn(write(hostileFailure(text), text))).toEqual([]);
});

test.each(Object.keys(KINDS_OF_REPORT))('has one place for each check of a report that is %s', (kind) => {
  const report = KINDS_OF_REPORT[kind] ?? reportWith();

  const checks = elementsOf(write(report)).filter((one) => one.attributes['class']?.startsWith('check '));

  expect(checks).toHaveLength(Math.max(1, report.checks.length));
});

test('says once why a report has nothing to show', () => {
  const page = write(KINDS_OF_REPORT['without checks'] ?? reportWith());

  expect(page.match(/No check of hamming was run\./g)).toHaveLength(1);
  expect(write(KINDS_OF_REPORT['error'] ?? reportWith()).match(/cannot be imported/g)).toHaveLength(1);
});

test('says that nothing was graded', () => {
  expect(html(folder(), CONTEXT)).toContain('<p>Nothing was graded: there was no answer.</p>');
});

test('draws so many runs only, and writes the others as lines', () => {
  const reports = Array.from({ length: 105 }, () => reportWith({ exercise: 'commit', checks: [BROKEN] }));

  const elements = elementsOf(html(folder(...reports), CONTEXT));

  expect(elements.filter((one) => one.name === 'svg')).toHaveLength(100);
  expect(elements.filter((one) => one.name === 'pre')).toHaveLength(5);
  expect(elements.find((one) => one.name === 'pre')?.text).toMatch(/^4 steps, shrunk from 41\. Replay: .*\ncoordinator {2}send/);
});
