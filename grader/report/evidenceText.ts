import type { Evidence } from '../base/report.ts';

/** How far a verdict reaches, in a few words: `every input: 384 calls`. Empty where nothing was tried. */
export function evidenceText(evidence: Evidence): string {
  if (evidence.method === 'none') return '';
  const calls = evidence.cases === 1 ? '1 call' : `${evidence.cases} calls`;
  return evidence.complete ? `every input there is: ${calls}` : `known and generated inputs: ${calls}`;
}
