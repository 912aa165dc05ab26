import type { CheckResult } from '../../grader/base/report.ts';
import styles from './results.module.css';

export const STATUS_WORDS: Record<CheckResult['status'], string> = {
  passed: 'Passed',
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  'not-run': 'Not run',
};

/** Tick, cross, half circle or ring; the word beside it says the same. */
export function CheckSymbol({ status }: { readonly status: CheckResult['status'] }) {
  return (
    <svg
      className={styles.symbol}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      {status === 'passed' && <path d="M2.5 8.5l3.5 4 7.5-9" strokeLinecap="round" strokeLinejoin="round" />}
      {status === 'failed' && <path d="M3 3l10 10M13 3L3 13" strokeLinecap="round" />}
      {status === 'inconclusive' && (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
        </>
      )}
      {status === 'not-run' && <circle cx="8" cy="8" r="6" strokeDasharray="2 2.7" />}
    </svg>
  );
}
