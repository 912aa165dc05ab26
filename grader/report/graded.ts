import type { Report } from '../base/report.ts';

/** A report and the file that it is about, as its owner named it. */
export interface Graded {
  readonly file: string;
  /** The file as seen from the root of its repository, with slashes, where that is known: what services make a link of. */
  readonly path?: string;
  readonly report: Report;
}

/** What a reporter formats. */
export interface Results {
  readonly graded: readonly Graded[];
  /** Whether one file was asked for, rather than a folder. */
  readonly single: boolean;
  readonly color: boolean;
}

/** What only the place of a grading knows, and some documents must say. No report holds any of it. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** When it was graded: `2026-05-04T10:20:30Z`. */
  readonly gradedAt: string;
}

/** A pure function from results to the text of a document. */
export type Reporter = (results: Results, context: Context) => string;

/** The file for a document that others read: from the root of its repository where that is known. */
export function pathOf({ path, file }: Graded): string {
  return path ?? file;
}
