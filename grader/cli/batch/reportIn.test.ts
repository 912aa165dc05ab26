import { expect, test } from 'vitest';
import { hamming } from '../../../exercises/hamming/exercise.ts';
import type { Report } from '../../base/report.ts';
import { ungraded } from '../../grade/ungraded.ts';
import { reportIn } from './reportIn.ts';

const report = ungraded(hamming, new Uint8Array(), 1, { code: 'E_FILE', message: 'It is not a plain file.' });
const textOf = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const [first, ...others] = report.checks;
const withCheck = (changes: object): unknown => ({ ...report, checks: [{ ...first, ...changes }, ...others] });

test('reads a report', () => {
  expect(reportIn(textOf(report))).toEqual(report satisfies Report);
});

test.each([
  ['diagnostics', { ...report, diagnostics: [null] }],
  ['diagnostics', { ...report, diagnostics: [{ code: 'E_FILE', message: { toString: 5 } }] }],
  ['the most', { ...report, maxScore: { toString: 5 } }],
  ['the most', { ...report, maxScore: 1 }],
  ['a version', { ...report, grader: { version: 1, seed: 1 } }],
  ['a kind', withCheck({ kind: {} })],
  ['a status', withCheck({ status: 'excellent' })],
  ['a message', withCheck({ message: ['x'] })],
  ['points', withCheck({ points: '0' })],
  ['evidence', withCheck({ evidence: undefined })],
  ['evidence', withCheck({ evidence: { method: 'seen' } })],
  ['evidence', withCheck({ evidence: { method: 'examples', cases: {}, complete: true } })],
])('takes nothing for a report that has something else for %s (%#)', (_, value) => {
  expect(reportIn(textOf(value))).toBeUndefined();
});
