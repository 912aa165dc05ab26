/** Which names of submissions can stand in paths, tables and terminals as they are. */
import { shownText } from '../../report/safeText.ts';
import { CHECKS_FILE, GRADES_FILE, SUMMARY_FILE } from './summary.ts';

/** Files that a batch writes beside the submissions' folders. */
const BATCH_FILES = [SUMMARY_FILE, GRADES_FILE, CHECKS_FILE, 'canvas.csv', 'moodle.csv', 'unmatched.csv', 'changes.csv'] as const;

/** What a file is called while it is written, with the number of its process, which is easily guessed in a container. */
const HALF_WRITTEN = /\.\d+\.tmp$/i;

/** Separators of paths on any system, controls, and signs that turn the reading direction. */
const ODD = /[/\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]/;

/** Those of the names that are refused, with the reason. */
export function refusedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  const taken = new Set<string>(BATCH_FILES);
  for (const name of names) {
    const folded = name.normalize('NFC').toLowerCase();
    const isTaken = taken.has(folded);
    if (name === '' || ODD.test(name) || !name.isWellFormed()) {
      refused.set(
        name,
        'Its name holds a path separator, a control character or broken text, and could lead elsewhere. Rename the folder.',
      );
    } else if (BATCH_FILES.some((file) => file === folded)) {
      refused.set(name, `Its name is that of a file of results, ${folded}. Rename the folder.`);
    } else if (HALF_WRITTEN.test(name)) {
      refused.set(name, 'Its name is one that results have while they are written. Rename the folder.');
    } else if (isTaken) {
      refused.set(
        name,
        'Its name differs from another one only in upper and lower case, which is the same folder on many systems. Rename it.',
      );
    } else taken.add(folded);
  }
  return refused;
}

/** A name on a terminal or in a log, in one line whatever it holds, and no command to who reads the log. */
export function shownName(name: string): string {
  return shownText(name).replaceAll('\n', '␊').replaceAll('\t', '␉');
}
