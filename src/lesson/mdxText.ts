/** The words of a page written in MDX. No parser: lessons use little of MDX, and a test wants only their words. */

interface MdxParts {
  /** What stands outside of tags. */
  readonly prose: string;
  readonly tags: readonly string[];
}

export function partsOf(mdx: string): MdxParts {
  const tags: string[] = [];
  let prose = '';
  let at = 0;
  while (at < mdx.length) {
    const isTag = /^<(?:\/?[A-Za-z]|\/?>)/.test(mdx.slice(at, at + 3));
    const end = isTag ? endOfTag(mdx, at) : at + 1;
    const part = mdx.slice(at, end);
    if (isTag) tags.push(part);
    else prose += part;
    at = end;
  }
  return { prose, tags };
}

/** What a tag says to a reader: its strings of more than one word, such as a question and its choices. */
export function textsIn(tag: string): readonly string[] {
  return [...tag.matchAll(/"([^"]*)"|'((?:[^'\\]|\\.)*)'/g)]
    .map(([, double, single]) => double ?? single ?? '')
    .filter((text) => text.includes(' '));
}

/** Behind the `>` that ends the tag which begins at `start`: not one in a string or between braces. */
function endOfTag(mdx: string, start: number): number {
  let depth = 0;
  let quote: string | undefined;
  for (let at = start; at < mdx.length; at += 1) {
    const character = mdx[at];
    if (quote !== undefined) {
      if (character === '\\' && depth > 0) at += 1;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'" || (character === '`' && depth > 0)) quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '>' && depth === 0) return at + 1;
  }
  return mdx.length;
}

/** Without the marks of Markdown, a link as its words, and with single spaces. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/\{\/\*.*?\*\/\}/gs, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|[-*>]|\d+\.)[ \t]+/gm, '')
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
