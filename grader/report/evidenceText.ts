import type { Evidence } from '../base/report.ts';
import { counted } from './counted.ts';

/** How far a verdict reaches, in a few words: `every schedule: 184,206 worlds, 812,003 steps`. Empty where nothing was tried. */
export function evidenceText(evidence: Evidence): string {
  switch (evidence.method) {
    case 'none':
      return '';
    case 'examples': {
      const calls = counted(evidence.cases, 'call');
      return evidence.complete ? `every input there is: ${calls}` : `known and generated inputs: ${calls}`;
    }
    case 'exhaustive':
      return `every schedule: ${counted(evidence.states, 'world')}, ${counted(evidence.transitions, 'step')}`;
    case 'sampled':
      return `sampled: ${counted(evidence.runs, 'run')}`;
  }
}
