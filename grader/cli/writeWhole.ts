import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { LearnerError } from '../base/learnerError.ts';

/** Writes a file whole or not at all. @throws LearnerError */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch {
    remove(temporary);
    throw new LearnerError(`${file} cannot be written. Check that its folder exists, that you may write there and that the disk has room.`);
  }
}

function remove(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // It was never there: what should be its folder is none.
  }
}
