/**
 * Pseudonyms for submissions: keyed hashes, so that whoever sees the results can neither read the names nor try names until one fits, and whoever
 * holds the key finds the same pseudonym again next week.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LearnerError } from '../../base/learnerError.ts';
import { writeWhole } from '../writeWhole.ts';
import { byCodeUnits } from './classFolder.ts';
import { csvRow } from './csv.ts';

/** Hexadecimal digits of a pseudonym: 80 bits, so that no two submissions of any class meet. */
const PSEUDONYM_DIGITS = 20;
/** Bytes of a key that is made. */
const KEY_BYTES = 32;
/** Bytes that a key has at least: a shorter one could be guessed. */
const MIN_KEY_BYTES = 16;

export interface Anonymity {
  readonly pseudonymOf: (name: string) => string;
  /** The same for the same key, and tells nothing of it: parts that hide names with different keys do not belong together. */
  readonly fingerprint: string;
  /** Whether the key was made just now. */
  readonly isNew: boolean;
  /** Where the map stands. */
  readonly mapFile: string;
  /** Writes the map from pseudonyms to names, with those of earlier batches. @throws LearnerError */
  readonly keep: (names: readonly string[]) => void;
}

/** Reads the key, or makes one. @throws LearnerError where it is no key, or would lie among the results in `out`. */
export function openAnonymity(keyFile: string, out: string): Anonymity {
  if (`${place(dirname(keyFile))}${sep}`.startsWith(`${place(out)}${sep}`)) {
    throw new LearnerError(`${keyFile} lies in the folder of the results, which may be handed on. Keep the key and the names elsewhere.`);
  }
  const { key, isNew } = readOrMakeKey(keyFile);
  const mapFile = join(dirname(keyFile), `${basename(keyFile)}.names.csv`);
  const pseudonymOf = (name: string): string => createHmac('sha256', key).update(name).digest('hex').slice(0, PSEUDONYM_DIGITS);
  return {
    pseudonymOf,
    // No folder is called so, therefore it is nobody's pseudonym.
    fingerprint: pseudonymOf('/'),
    isNew,
    mapFile,
    keep(names) {
      const known = new Map(rowsOf(mapFile).map(([pseudonym = '', name = '']) => [pseudonym, name]));
      for (const name of names) known.set(pseudonymOf(name), name);
      const rows = [...known].map((row) => csvRow(row)).sort(byCodeUnits);
      writeWhole(mapFile, `${csvRow(['pseudonym', 'submission'])}${rows.join('')}`);
    },
  };
}

/** What a map holds below its heading: of another class with the same key, or of somebody who has left. */
function rowsOf(mapFile: string): string[][] {
  let text: string;
  try {
    text = readFileSync(mapFile, 'utf8');
  } catch {
    return [];
  }
  try {
    return (parse(text) as string[][]).slice(1);
  } catch {
    throw new LearnerError(`${mapFile} is no table any more, and would be overwritten. Mend it or move it elsewhere.`);
  }
}

/** A folder's real place, though it may not exist yet. */
function place(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

function readOrMakeKey(file: string): { key: Uint8Array; isNew: boolean } {
  let key: Uint8Array;
  try {
    key = readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { key: makeKey(file), isNew: true };
    throw new LearnerError(`The key ${file} cannot be read. Name a file, or one that is not there yet, to have a key made.`);
  }
  if (key.length < MIN_KEY_BYTES) {
    throw new LearnerError(
      `The key ${file} has ${key.length} bytes; at least ${MIN_KEY_BYTES} are needed. Name a file that is not there yet, to have one made.`,
    );
  }
  return { key, isNew: false };
}

function makeKey(file: string): Uint8Array {
  const key = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new LearnerError(`The key ${file} cannot be written. Name a file in a folder where you may write.`);
  }
  return new TextEncoder().encode(key);
}
