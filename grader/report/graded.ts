import type { Report } from '../base/report.ts';

/** A report and the file that it is about, as its owner named it. */
export interface Graded {
  readonly file: string;
  readonly report: Report;
}

/** What a reporter formats. */
interface Results {
  readonly graded: readonly Graded[];
  /** Whether one file was asked for, rather than a folder. */
  readonly single: boolean;
  readonly color: boolean;
}

/** A pure function from results to the text of a document. */
export type Reporter = (results: Results) => string;
