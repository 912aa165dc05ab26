import { expect, test } from 'vitest';
import type { Evidence } from '../base/report.ts';
import { evidenceText } from './evidenceText.ts';

test.each<[Evidence, string]>([
  [{ method: 'none' }, ''],
  [{ method: 'examples', cases: 1, complete: false }, 'known and generated inputs: 1 call'],
  [{ method: 'examples', cases: 65_536, complete: true }, 'every input there is: 65,536 calls'],
  [{ method: 'exhaustive', states: 184_206, transitions: 812_003 }, 'every schedule: 184,206 worlds, 812,003 steps'],
  [{ method: 'exhaustive', states: 1, transitions: 1 }, 'every schedule: 1 world, 1 step'],
  [{ method: 'sampled', runs: 500 }, 'sampled: 500 runs'],
])('%j reaches as far as %j says', (evidence, words) => {
  expect(evidenceText(evidence)).toBe(words);
});
