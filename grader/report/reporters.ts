import { classroom50, submissionIn } from './classroom50.ts';
import { gradescope } from './gradescope.ts';
import { github } from './github.ts';
import type { Context, Reporter } from './graded.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { prairieLearn } from './prairieLearn.ts';
import { sarif } from './sarif.ts';
import { tap } from './tap.ts';
import { text } from './text.ts';

/** Every reporter by the name that `--reporter` takes. */
export const REPORTERS: ReadonlyMap<string, Reporter> = new Map<string, Reporter>([
  ['text', text],
  ['json', json],
  ['junit', junit],
  ['tap', tap],
  ['sarif', sarif],
  ['github', github],
  ['gradescope', gradescope],
  ['classroom50', classroom50],
  ['prairielearn', prairieLearn],
  ['markdown', markdown],
  ['html', html],
]);

/** What must hold of the place before anything is graded, for some reporters. Each throws a LearnerError where it does not. */
export const NEEDS: ReadonlyMap<string, (context: Context) => void> = new Map([['classroom50', submissionIn]]);
