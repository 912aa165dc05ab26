import { existsSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { EXERCISES, findExercise } from '../../exercises/index.ts';
import { LearnerError } from '../base/learnerError.ts';
import { exerciseNamed } from './catalogue.ts';
import { UsageError } from './command.ts';

export interface Submissions {
  readonly files: readonly SubmissionFile[];
  /** Files of a folder whose names are no exercise's. */
  readonly skipped: readonly string[];
  /** Whether one file was asked for, rather than a folder. */
  readonly single: boolean;
}

interface SubmissionFile {
  readonly id: string;
  /** As the learner named it. */
  readonly file: string;
  /** @throws LearnerError where it cannot be read. */
  readonly read: () => Uint8Array;
}

/** Bytes of a file that are read at the most. More than a source may have, so that its size can be told; less than memory holds. */
export const MAX_READ_BYTES = 64 * 1024 * 1024;

/** The submissions that the arguments of `grade` name. @throws UsageError, LearnerError */
export function findSubmissions(args: readonly string[]): Submissions {
  const [first, second, ...rest] = args;
  if (first === undefined || rest.length > 0)
    throw new UsageError('Name an exercise and a file (faultline grade hamming answers/hamming.ts), or a folder.');
  if (second !== undefined) {
    const { id } = exerciseNamed(first);
    if (!existsSync(second)) throw new LearnerError(`There is no file ${second}. \`faultline start ${id}\` writes one to begin with.`);
    return { files: [submissionFile(id, second)], skipped: [], single: true };
  }
  if (!existsSync(first)) {
    if (findExercise(first)) throw new UsageError(`Name the file too: faultline grade ${first} answers/${first}.ts.`);
    throw new LearnerError(`There is no folder ${first}.`);
  }
  if (!statSync(first).isDirectory()) {
    const guess = findExercise(basename(first, '.ts'))?.id ?? 'ID';
    throw new UsageError(`${first} is a file, so name its exercise too: faultline grade ${guess} ${first}.`);
  }
  return inFolder(first);
}

function inFolder(dir: string): Submissions {
  const names = list(dir).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const files = EXERCISES.filter(({ id }) => names.includes(`${id}.ts`)).map(({ id }) => plainFile(id, join(dir, `${id}.ts`)));
  const skipped = names.filter((name) => !findExercise(basename(name, '.ts'))).map((name) => join(dir, name));
  if (files.length === 0) throw new LearnerError(`${dir} holds no answers: no file there is named after an exercise, such as hamming.ts.`);
  return { files, skipped, single: false };
}

function list(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    throw new LearnerError(`The folder ${dir} cannot be read. Check that you may read it.`);
  }
}

/** What was found in a folder. A pipe there would be waited for without end; one that a person names is fed by that person. */
function plainFile(id: string, file: string): SubmissionFile {
  const { read } = submissionFile(id, file);
  return {
    id,
    file,
    read() {
      if (factsOf(file)?.isFile() === false) throw new LearnerError(`${file} is not a plain file, so it was not read. Move it elsewhere.`);
      return read();
    },
  };
}

/** Undefined where nothing is there. @throws LearnerError */
function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    throw new LearnerError(`${file} cannot be read. Check that its folder may be entered and that it is no link to itself.`);
  }
}

/** An answer in a file, to be read when its turn comes. */
export function submissionFile(id: string, file: string): SubmissionFile {
  return {
    id,
    file,
    read() {
      const size = factsOf(file)?.size;
      if (size === undefined) throw new LearnerError(`There is no file ${file} any more.`);
      if (size > MAX_READ_BYTES) throw new LearnerError(`${file} has ${size} bytes, far more than any answer. Name another file.`);
      try {
        return readFileSync(file);
      } catch {
        throw new LearnerError(`${file} cannot be read. Check that it is a file and that you may read it.`);
      }
    },
  };
}
