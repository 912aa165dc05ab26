import type { Reporter } from './graded.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** Every reporter by the name that `--reporter` takes. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map([
  ['text', text],
  ['json', json],
]);
