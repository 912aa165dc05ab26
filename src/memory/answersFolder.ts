/** All answers as the folder that `faultline grade DIR` takes, packed as a ZIP file, and such a folder read back. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fingerprint } from './fingerprint.ts';
import { NOTHING } from './merge.ts';
import type { DraftRecord } from './records.ts';
import type { Contents } from './tables.ts';

/** Bytes of an answer: what the grader takes. */
const MAX_ANSWER_BYTES = 256 * 1024;
/** Bytes of a ZIP file, and of what it unfolds to. */
const MAX_ZIP_BYTES = 20_000_000;
/** The earliest time that a ZIP file can tell: the same answers make the same file, whenever. */
const NO_TIME = new Date(1980, 0, 1);

export interface AnswerFile {
  /** Its path, from any folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Answers {
  readonly contents: Contents;
  /** Why files were left out, a sentence each. */
  readonly skipped: readonly string[];
}

export function packAnswers(drafts: readonly DraftRecord[]): Uint8Array<ArrayBuffer> {
  const files = drafts.map(({ exercise, source }) => [`answers/${exercise}.ts`, strToU8(source)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files.toSorted(([one], [other]) => (one < other ? -1 : 1))), { mtime: NO_TIME }));
}

/** The files of a ZIP file. @throws Error where it is none, or too large. */
export function unpack(zip: Uint8Array): readonly AnswerFile[] {
  if (zip.length > MAX_ZIP_BYTES) throw new Error('it is larger than 20 MB');
  let left = MAX_ZIP_BYTES;
  const files = unzipSync(zip, {
    filter({ name, originalSize }) {
      if (!name.endsWith('.ts')) return false;
      left -= originalSize;
      if (left < 0) throw new Error('it unfolds to more than 20 MB');
      return true;
    },
  });
  return Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
}

/**
 * Files named after exercises, as drafts; all others are skipped. `starterOf`: the starter of an exercise, undefined where there is no such exercise. `at`: milliseconds
 * since 1970.
 */
export function readAnswers(files: readonly AnswerFile[], starterOf: (exercise: string) => string | undefined, at: number): Answers {
  const skipped: string[] = [];
  const drafts = new Map<string, DraftRecord>();
  for (const { path, bytes } of files) {
    const [, exercise = ''] = /(?:^|[/\\])([a-z0-9-]+)\.ts$/.exec(path) ?? [];
    const starter = starterOf(exercise);
    const why = faultOf(bytes, starter, drafts.has(exercise));
    if (why === undefined && starter !== undefined) {
      drafts.set(exercise, { exercise, source: strFromU8(bytes), starter: fingerprint(starter), edits: 1, tab: 'folder', at });
    } else skipped.push(`${path}: ${why}`);
  }
  return { contents: { ...NOTHING, drafts: [...drafts.values()] }, skipped };
}

function faultOf(bytes: Uint8Array, starter: string | undefined, isThere: boolean): string | undefined {
  if (starter === undefined) return 'no exercise has this name.';
  if (isThere) return 'another file answers the same exercise.';
  if (bytes.length > MAX_ANSWER_BYTES) return 'it is larger than 256 KiB, which no grader takes.';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'it is no text in UTF-8.';
  }
  return undefined;
}
