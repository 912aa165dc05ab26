import type { Evidence } from '../../grader/base/report.ts';

/** How far a verdict reaches, in words; undefined where nothing was run. */
export function evidenceText(evidence: Evidence): string | undefined {
  if (evidence.method === 'none') return undefined;
  const calls = `${evidence.cases.toLocaleString('en')} ${evidence.cases === 1 ? 'call' : 'calls'}`;
  return evidence.complete ? `every input: ${calls}` : `sampled: ${calls}`;
}
