import { MAX_QUOTED_CHARS } from '../base/limits.ts';
import { printable } from '../base/printable.ts';

/** A piece of the learner's source as a message quotes it: on one line, safe to print, and no longer than a name. */
export function quoteSource(source: string): string {
  const short = source.length > MAX_QUOTED_CHARS ? `${source.slice(0, MAX_QUOTED_CHARS)}…` : source;
  return printable(short).replaceAll('\n', ' ');
}
