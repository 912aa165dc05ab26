/**
 * A class as a folder: DIR/<submission>/<exercise>.ts.
 *
 * Whoever handed in chose the names and what lies behind them, so nothing is followed out of a submission's own folder, nothing is opened
 * that is not a plain file, and nothing is dropped in silence: what is refused becomes a result that says why.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { EXERCISES, findExercise } from '../../../exercises/index.ts';
import { LearnerError } from '../../base/learnerError.ts';
import type { Diagnostic } from '../../base/report.ts';
import type { Exercise } from '../../checks/exercise.ts';
import { MAX_READ_BYTES } from '../submissions.ts';
import { refusedNames } from './submissionName.ts';
import { CHECKS_FILE, GRADES_FILE, SUMMARY_FILE } from './summary.ts';

/** One submission of the class. Its answers are read when their turn comes. */
export interface ClassSubmission {
  readonly name: string;
  /** Why nothing of it can be graded. It has no answers then. */
  readonly refused: string | undefined;
  readonly answers: readonly ClassAnswer[];
  /** Names of files that are no exercise's. */
  readonly skipped: readonly string[];
}

export interface ClassAnswer {
  readonly exercise: Exercise;
  readonly read: () => AnswerFile;
}

type AnswerFile = { readonly kind: 'source'; readonly source: Uint8Array } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

export interface ClassFolder {
  /** Every submission's name, in the order of their code units: the same on every machine. */
  readonly names: readonly string[];
  /** What lies beside the submissions and is none. */
  readonly skipped: readonly string[];
  readonly open: (name: string) => ClassSubmission;
}

/** What every batch leaves in its folder, so that an earlier one's within the class is known. */
const RESULTS = [SUMMARY_FILE, GRADES_FILE, CHECKS_FILE];

/** The class in `dir`, without the folder `out` of its results. @throws LearnerError where it cannot be read. */
export function openClassFolder(dir: string, out: string): ClassFolder {
  const entries = list(dir);
  const ownFolder = realPath(out);
  const isOwn = (name: string): boolean => ownFolder !== undefined && realPath(join(dir, name)) === ownFolder;
  const isSubmission = ({ name, isFolder }: Entry): boolean => !name.startsWith('.') && isFolder && !isOwn(name);
  const names = entries.filter(isSubmission).map((entry) => entry.name);
  if (names.length === 0) {
    throw new LearnerError(
      `${dir} holds no submissions. Each is a folder there, with a file such as hamming.ts in it: ${join(dir, 'anna', 'hamming.ts')}.`,
    );
  }
  const refusals = refusedNames(names);
  return {
    names,
    skipped: entries.filter(({ name, isFolder }) => !isFolder && !name.startsWith('.') && !isOwn(name)).map((entry) => entry.name),
    open(name) {
      const reason = refusals.get(name) ?? linkReason(join(dir, name));
      return reason === undefined ? openFolder(join(dir, name), name) : { name, refused: reason, answers: [], skipped: [] };
    },
  };
}

interface Entry {
  readonly name: string;
  /** Or a link that may be meant as one. */
  readonly isFolder: boolean;
}

function list(dir: string): Entry[] {
  try {
    const entries = readdirSync(dir, { encoding: 'buffer', withFileTypes: true });
    return entries
      .map((entry) => entryOf(nameOf(entry.name), entry.isDirectory(), entry.isSymbolicLink()))
      .sort((a, b) => byCodeUnits(a.name, b.name));
  } catch (error) {
    if (isMissing(error)) throw new LearnerError(`There is no folder ${dir}.`);
    throw new LearnerError(`${dir} cannot be read as a folder. Name the folder that holds the submissions.`);
  }
}

function entryOf(name: string, isDirectory: boolean, isSymbolicLink: boolean): Entry {
  // A link that is called like an answer is a stray file; any other one may be meant as a submission, and is refused by name.
  return { name, isFolder: isDirectory || (isSymbolicLink && !name.endsWith('.ts')) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The order of every list that is written: by code units, whatever the machine's language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name in UTF-8 as it is. Any other one shows its bytes, `caf\xe9`, so that no two are the same and each can be refused by name. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
    ).join('');
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function linkReason(path: string): string | undefined {
  if (!isLink(path)) return undefined;
  return 'It is a link, which may lead out of the class or to another submission. Hand in a folder.';
}

function openFolder(folder: string, name: string): ClassSubmission {
  let files: string[];
  try {
    files = readdirSync(folder).sort(byCodeUnits);
  } catch {
    return { name, refused: 'Its folder cannot be read. Check who may read it.', answers: [], skipped: [] };
  }
  const answers = EXERCISES.filter(({ id }) => files.includes(`${id}.ts`)).map((exercise) => ({
    exercise,
    read: () => readAnswer(folder, `${exercise.id}.ts`),
  }));
  if (answers.length === 0 && RESULTS.every((file) => files.includes(file))) {
    return { name, refused: 'It holds the results of a batch, and no answers. Move it out of the class.', answers, skipped: [] };
  }
  const isOther = (file: string): boolean => file.endsWith('.ts') && !file.endsWith('.d.ts') && !findExercise(basename(file, '.ts'));
  return { name, refused: undefined, answers, skipped: files.filter(isOther) };
}

/** Reads a plain file within the folder, by whatever links within it. */
function readAnswer(folder: string, file: string): AnswerFile {
  const [home, real] = [realPath(folder), realPath(join(folder, file))];
  if (home === undefined || real === undefined) {
    return isLink(join(folder, file))
      ? refused('E_LINK', `${file} is a link that leads nowhere. Hand in the file itself.`)
      : refused('E_FILE', `${file} cannot be read. Check that it is a plain file and who may read it.`);
  }
  const way = relative(home, real);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || realPath(join(folder, way)) !== real) {
    return refused('E_LINK', `${file} is a link that leads out of its submission, so it was not read. Hand in the file itself.`);
  }
  let opened: number | undefined;
  try {
    // Not blocking: opening a pipe would wait for somebody to write into it. Not following: the path was resolved above.
    opened = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const facts = fstatSync(opened);
    if (!facts.isFile()) return refused('E_FILE', `${file} is not a plain file, so it was not read. Hand in a text file.`);
    if (facts.size > MAX_READ_BYTES) {
      return refused('E_FILE', `${file} has ${facts.size} bytes, far more than any answer, so it was not read. Hand in the source alone.`);
    }
    return { kind: 'source', source: readFileSync(opened) };
  } catch {
    return refused('E_FILE', `${file} cannot be read. Check that it is a plain file and who may read it.`);
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

function refused(code: string, message: string): AnswerFile {
  return { kind: 'refused', diagnostic: { code, message } };
}
