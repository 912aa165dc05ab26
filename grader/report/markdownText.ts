/**
 * Texts of a submission within Markdown that GitHub, GitLab and others render: they stay text.
 *
 * Besides markup that is: no mention of a person and no link to an issue comes of them, of which people would be told. Services look for those
 * after rendering, so that no escape helps, but a space without width does.
 */
import { oneLine } from './safeText.ts';

/** Zero-width space. */
const GAP = '\u200b';

/** A text within a line, in a table too. */
export function markdownText(text: string): string {
  return oneLine(text)
    .trim()
    .replace(/@|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH-(?=\d)/gi, `$&${GAP}`)
    .replace(/[\\`*_[\]~$#!]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('|', '&#124;');
}

/** A text that is a paragraph of its own: how it begins makes no list, heading or command of it. */
export function markdownParagraph(text: string): string {
  return markdownText(text)
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-+=:/"'%(){},.;?^]/, String.raw`\$&`);
}

/** A text as code within a line, not in a table. */
export function markdownCode(text: string): string {
  const code = oneLine(text).trim();
  if (code === '') return '';
  const ticks = longerThan(code);
  return ticks.length === 1 ? `${ticks}${code}${ticks}` : `${ticks} ${code} ${ticks}`;
}

/** Lines as they are. */
export function markdownFence(text: string): string {
  const ticks = longerThan(text).padEnd(3, '`');
  return `${ticks}text\n${text}\n${ticks}`;
}

/** One backtick more than stand together anywhere in a text. */
function longerThan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 0);
  return '`'.repeat(longest + 1);
}
