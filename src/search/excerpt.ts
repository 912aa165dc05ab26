/** The part of a text around the first of some words, those words marked. */
export interface Piece {
  /** Where it begins, in the excerpt. */
  readonly at: number;
  readonly text: string;
  readonly isMatch: boolean;
}

/** In characters. About two lines of a narrow window. */
const LENGTH = 150;
/** How much stands before the first match. */
const LEAD = 40;

/** `terms` are words as they stand in the text, but for their case. */
export function excerpt(text: string, terms: readonly string[]): Piece[] {
  const words = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = words ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu') : undefined;
  const first = (pattern && text.search(pattern)) ?? -1;
  const start = first > LEAD ? wordStart(text, first - LEAD) : 0;
  const end = text.length - start > LENGTH ? wordEnd(text, start + LENGTH) : text.length;
  const shown = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  return pattern ? pieces(shown, pattern) : [{ at: 0, text: shown, isMatch: false }];
}

function pieces(text: string, pattern: RegExp): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    found.push({ at, text: text.slice(at, match.index), isMatch: false }, { at: match.index, text: match[0], isMatch: true });
    at = match.index + match[0].length;
  }
  return [...found, { at, text: text.slice(at), isMatch: false }].filter((piece) => piece.text !== '');
}

function wordStart(text: string, from: number): number {
  return text.indexOf(' ', from) + 1;
}

function wordEnd(text: string, to: number): number {
  return text.lastIndexOf(' ', to);
}
