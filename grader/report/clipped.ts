import { grouped } from '../base/grouped.ts';

/** A text of at most about `max` characters: what is too long is cut and says so. Never between the halves of a surrogate pair. */
export function clipped(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${grouped(text.length - kept.length)} more characters)`;
}
