import { renameSync, writeFileSync } from 'node:fs';
import { LearnerError } from '../base/learnerError.ts';

/** Writes a file whole or not at all. @throws LearnerError */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch {
    throw new LearnerError(`${file} cannot be written. Check that its folder exists and that you may write there.`);
  }
}
