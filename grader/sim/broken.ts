/** What a handler did that ends its run: it threw, ran away, or left behind what cannot be kept. */
import { fromCanonical } from '../base/data.ts';
import { firstForeign } from '../base/firstForeign.ts';
import { showData } from '../base/showData.ts';
import type { HandlerOutcome } from '../sandbox/handlerCall.ts';
import { stoppedText } from '../sandbox/stoppedText.ts';

export interface Broken {
  readonly kind: 'threw' | 'data' | 'async' | 'stopped';
  /** Full sentences for the learner. */
  readonly message: string;
  readonly line?: number | undefined;
}

/** Thrown where the whole grading must end: its budget is used up, or state is kept outside of instances. */
export class GradingEnded extends Error {
  readonly kind: 'hidden' | 'budget';

  constructor(kind: 'hidden' | 'budget', message: string) {
    super(message);
    this.kind = kind;
  }
}

/**
 * What is wrong with an outcome; undefined where nothing is. `operations`: what the whole grading may use.
 * @throws GradingEnded where it says nothing about this handler alone.
 */
export function brokenBy(
  outcome: HandlerOutcome,
  process: string,
  handler: string,
  args: readonly string[],
  operations: number,
): Broken | undefined {
  const call = `${handler}(${['ctx', ...args.map((text) => showData(fromCanonical(text)))].join(', ')})`;
  switch (outcome.kind) {
    case 'returned':
      return undefined;
    case 'threw': {
      const line = outcome.error.place?.line;
      const where = line === undefined ? '' : ` at line ${line}`;
      return { kind: 'threw', line, message: `${process} threw ${outcome.error.text}${where}, in ${call}.` };
    }
    case 'not-data': {
      const foreign = firstForeign(outcome.fields, '');
      const field = foreign?.path === undefined || foreign.path === '' ? 'a field' : `the field \`${foreign.path}\``;
      return {
        kind: 'data',
        message: `After ${call}, ${field} of ${process} holds ${foreign?.what ?? 'something'}. Between two handler calls every field is replaced by a copy of its value, so fields may hold plain data only.`,
      };
    }
    case 'async':
      return {
        kind: 'async',
        message: `${handler} of ${process} returned a promise. A handler is called once and must do all its work before it returns: leave out \`async\` and \`await\`, and go on in the handler of the message or timer that you wait for.`,
      };
    case 'kept':
      throw new GradingEnded('hidden', hiddenText(outcome.what, handler, process));
    case 'stopped': {
      const message = stoppedText(outcome, `${call} at ${process}`, operations)[1];
      if (outcome.why === 'run') throw new GradingEnded('budget', message);
      return { kind: 'stopped', message };
    }
  }
}

function hiddenText(what: string, handler: string, process: string): string {
  if (what === 'ctx') {
    return `${handler} of ${process} used a \`ctx\` that an earlier call had kept. A context lives as long as its call; keep what you need of it in fields, as data.`;
  }
  return `${handler} of ${process} changed \`${what}\`, which belongs to the grader. Keep your state in fields of the instance, or in ctx.stable.`;
}
