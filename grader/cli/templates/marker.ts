/** Stands in the first line of files that `start` may replace, and nowhere else: files of another hand are never touched. */
const MARKER = 'Written by `faultline start`';

/** The first line of a file, as a comment of YAML. */
export const YAML_MARKER = `# ${MARKER}; yours to change.`;

/** The first line of a file, as a comment of Markdown. */
export const MARKDOWN_MARKER = `<!-- ${MARKER}; yours to change. -->`;

export function isMarked(text: string): boolean {
  return text.slice(0, text.indexOf('\n')).includes(MARKER);
}
