import type { Report } from '../../grader/base/report.ts';
import styles from './results.module.css';

/** Saves the report: the same bytes as `faultline grade --reporter json`. */
export function ReportDownload({ report }: { readonly report: Report }) {
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${report.exercise}.report.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" className={styles.download} onClick={save}>
      Report (JSON)
    </button>
  );
}
