/**
 * Where a pipeline finds what it grades: both from the repository's root, with slashes, and `.` for the root itself. It runs its commands
 * there, so that the files which a report names are named as the repository does.
 */
export interface CiPlace {
  /** The folder of the answers. */
  readonly answers: string;
  /** The folder of the package.json that brings Faultline. */
  readonly home: string;
}

/** A text as YAML reads it literally: every JSON text is one of YAML. */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}

/** Minutes of a pipeline: many times what the whole course takes on a small machine, and far less than a runner's own limit. */
export const CI_LIMIT_MINUTES = 20;

/** Brings what package.json names: a version of a registry, or a file that is committed. No script of a package runs. */
export const INSTALL = 'npm install --prefix "$COURSE" --ignore-scripts --no-audit --no-fund';

/** Never fetches a program that package.json does not name. */
export const GRADE = 'npx --no-install --prefix "$COURSE" faultline grade "$ANSWERS"';
