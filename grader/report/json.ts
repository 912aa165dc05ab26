import type { Report } from '../base/report.ts';
import type { Results } from './graded.ts';

/** A report's own bytes, the same wherever it was made: two spaces of indent, keys in the order of the contract, a newline at the end. */
export function reportText(report: Report | readonly Report[]): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The report of a file, or an array of reports for a folder. */
export function json({ graded, single }: Results): string {
  const reports = graded.map((one) => one.report);
  return reportText(single && reports[0] ? reports[0] : reports);
}
