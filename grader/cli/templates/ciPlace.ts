import { notAnOption } from '../workplace.ts';

/** Where a pipeline finds what it grades. Both with slashes, whatever the system. */
export interface CiPlace {
  /** The folder of the answers, from the folder that commands are run in. */
  readonly answers: string;
  /** That folder, from the repository's root; empty where it is the root. */
  readonly within: string;
}

/** The folder of the answers as a value of YAML, for a variable that a command names. */
export function answersValue({ answers }: CiPlace): string {
  return yamlText(notAnOption(answers));
}

/** A text as YAML reads it literally: every JSON text is one of YAML. */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}

/** Minutes of a pipeline: many times what the whole course takes on a small machine, and far less than a runner's own limit. */
export const CI_LIMIT_MINUTES = 20;
