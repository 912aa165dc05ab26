/**
 * A page for teachers, taken apart for its tests. What stands in a block of code says what a test does with it:
 *
 *     ```sh run            runs it where the blocks before it have run; `run exit=1` where that is its exit code
 *     ```text output       what the block before it prints, these lines among others
 *     ```ts file=PATH      the text of a file
 *     ```ts gives=CODE     a source that gives this error code, as an answer to hamming or `for=ID`
 *
 * A block of shell commands that no test can run says nothing: it needs a cluster, a registry or a network.
 */
import { readdirSync, readFileSync } from 'node:fs';

const PAGES = new URL('pages/', import.meta.url);

interface Block {
  readonly language: string;
  readonly text: string;
  has(word: string): boolean;
  /** The value of `name=value`. */
  value(name: string): string | undefined;
}

export interface Page {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export function readPages(): readonly Page[] {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => readPage(file.replace(/\.mdx$/, '')));
}

export function readPage(name: string): Page {
  const text = readFileSync(new URL(`${name}.mdx`, PAGES), 'utf8');
  return { name, text, blocks: blocksOf(text) };
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', meta = '', code = '']) => {
    const words = meta.trim().split(/\s+/);
    return {
      language,
      text: code,
      has: (word) => words.includes(word),
      value: (name) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1),
    };
  });
}

/** The names in code in the first column of the tables whose first column has this heading. */
export function namesInTables(text: string, heading: string): string[] {
  const tables = text.split(/\n\n+/).filter((part) => part.startsWith('|') && part.split('|')[1]?.trim() === heading);
  return tables.flatMap((table) =>
    table
      .split('\n')
      .slice(2)
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name)),
  );
}
