/** A lesson as its file holds it, taken apart for the tests of lessons. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSlugger, DEFAULT_PARSE_FRONT_MATTER, parseMarkdownHeadingId } from '@docusaurus/utils';
import { partsOf, plain, textsIn } from './mdxText.ts';
import type { Quiz } from './quiz.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));

export interface LessonFile {
  readonly slug: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** MDX, without front matter and imports. */
  readonly source: string;
  /** What is read: no tags, no marks, single spaces. */
  readonly text: string;
  /** How many there are to read: its text, its questions and their choices. */
  readonly words: number;
  /** What stands in bold. */
  readonly bold: readonly string[];
  /** Ids of the terms that it uses. */
  readonly terms: readonly string[];
  /** Addresses within the site. */
  readonly links: readonly string[];
  /** Names of the figures that it shows. */
  readonly figures: readonly string[];
  readonly quiz: Quiz;
  /** What can be linked to in it. */
  readonly anchors: ReadonlySet<string>;
}

export async function readLessons(): Promise<readonly LessonFile[]> {
  const files = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) => /^[a-z-]+\/[a-z-]+\.mdx$/.test(file));
  return Promise.all(files.sort().map((file) => lessonOf(join(DOCS, file))));
}

async function lessonOf(filePath: string): Promise<LessonFile> {
  const fileContent = readFileSync(filePath, 'utf8');
  const { frontMatter, content } = await DEFAULT_PARSE_FRONT_MATTER({ filePath, fileContent });
  const source = content.replaceAll(/^import .*$/gm, '');
  const { prose, tags } = partsOf(source);
  const quiz = await quizOf(filePath.replace(/\.mdx$/, '.quiz.ts'));
  const imported = [...content.matchAll(/^import \{ ([\w, ]+) \} from '@site\/src\/figures\//gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  return {
    slug: basename(filePath, '.mdx'),
    frontMatter,
    source,
    text: plain(prose),
    words: wordsOf(prose, ...tags.flatMap(textsIn), ...quiz.flatMap(({ ask, choices }) => [ask, ...choices.map((choice) => choice.text)])),
    bold: [...prose.matchAll(/\*\*(.+?)\*\*/gs)].map(([, bold = '']) => plain(bold).toLowerCase()),
    terms: [...source.matchAll(/<Term\s+id="([^"]*)"/g)].flatMap(([, id = '']) => id),
    links: [...source.matchAll(/\]\(([#/][^)\s]*)|\b(?:href|to)="([#/][^"]*)"/g)].flatMap(([, written, given]) => written ?? given ?? []),
    figures: imported.filter((name) => source.includes(`<${name}`)),
    quiz,
    anchors: anchorsOf(source),
  };
}

async function quizOf(path: string): Promise<Quiz> {
  if (!existsSync(path)) return [];
  const { quiz }: { quiz: Quiz } = await import(path);
  return quiz;
}

function wordsOf(...texts: readonly string[]): number {
  return texts.flatMap((text) => plain(text).split(' ')).filter((word) => /\w/.test(word)).length;
}

function anchorsOf(source: string): ReadonlySet<string> {
  const slugger = createSlugger();
  const headings = [...source.matchAll(/^#{2,6} (.+)$/gm)].map(([, heading = '']) => {
    const { text, id } = parseMarkdownHeadingId(heading);
    return id ?? slugger.slug(text.replaceAll(/[*`]/g, ''));
  });
  const given = [...source.matchAll(/\bid="([^"]+)"/g)].flatMap(([, id = '']) => id);
  return new Set([...headings, ...given, 'sources']);
}
