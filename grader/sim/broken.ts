/** What a handler did that ends its run: it threw, ran away, or left behind what cannot be kept. */
import { fromCanonical } from '../base/data.ts';
import { firstForeign } from '../base/firstForeign.ts';
import { grouped } from '../base/grouped.ts';
import { MAX_REMEMBERED_CHARS, MAX_STATE_CHARS } from '../base/limits.ts';
import { showData } from '../base/showData.ts';
import type { Place } from '../compile/place.ts';
import type { HandlerOutcome, StoppedCall } from '../sandbox/handlerCall.ts';
import { stoppedText } from '../sandbox/stoppedText.ts';

export interface Broken {
  readonly kind: 'threw' | 'data' | 'async' | 'stopped';
  /** Full sentences for the learner. */
  readonly message: string;
  readonly line?: number | undefined;
}

/** State that is kept outside of instances, as it is told: "<happened>, most likely `x` (line 3). <cure>". */
export interface HiddenState {
  /** Sentences, the last without its full stop. */
  readonly happened: string;
  /** What to do, a sentence. */
  readonly cure: string;
  /** Where it is known to have happened; otherwise the source is searched for what is to blame. */
  readonly place?: Place | undefined;
}

/** Thrown where the whole grading must end: its budget is used up, or state is kept outside of instances. */
export class GradingEnded extends Error {
  /** Absent where it was the budget. */
  readonly hidden: HiddenState | undefined;

  constructor(message: string, hidden?: HiddenState) {
    super(message);
    this.hidden = hidden;
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
  // Every call comes by here, and most are right.
  if (outcome.kind === 'returned') return undefined;
  const call = `${handler}(${['ctx', ...args.map((text) => showData(fromCanonical(text)))].join(', ')})`;
  switch (outcome.kind) {
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
    case 'kept': {
      const hidden = keptState(outcome, handler, process);
      throw new GradingEnded(`${hidden.happened}. ${hidden.cure}`, hidden);
    }
    case 'stopped': {
      if (endsGrading(outcome)) throw new GradingEnded(endedText(outcome, operations));
      const message = stoppedText(outcome, `${call} at ${process}`, operations)[1];
      return { kind: 'stopped', message };
    }
  }
}

/** A budget of the whole grading is used up. */
type Ended = StoppedCall & { readonly why: 'size' | 'run' };

/** Whether it is the whole grading that ends with a call, and not this call's own doing. */
export function endsGrading(stopped: StoppedCall): stopped is Ended {
  return stopped.why === 'size' || stopped.why === 'run';
}

export function endedText({ why }: Ended, operations: number): string {
  return why === 'size' ? TOO_LARGE : usedUp(operations);
}

function usedUp(operations: number): string {
  return `The handlers used up the ${grouped(operations)} operations of a grading before this check was done, so nothing is known of it. Look for a handler that works far more than it needs, and for messages or timers without end.`;
}

const TOO_LARGE = `The fields, messages and storage in the program's different calls came to ${grouped(MAX_REMEMBERED_CHARS)} characters, so the grading was given up before this check was done, and nothing is known of it. Look for what grows with every call, and for what is kept longer than it is needed, such as repeated messages in a queue.`;

/** Why a grading ends whose processes can be in too many states, or in too large ones. */
export const STATES_TOO_LARGE = `The states in which the program's processes were seen (fields, storage and timers that are set) came to ${grouped(MAX_STATE_CHARS)} characters, so the grading was given up before this check was done, and nothing is known of it. Look for timers, entries of storage or lists that become more and more.`;

/** `process`: its name, or that of its class. */
export function keptState({ what, place }: HandlerOutcome & { readonly kind: 'kept' }, handler: string, process: string): HiddenState {
  if (what === 'ctx') {
    return {
      happened: `${handler} of ${process} used a \`ctx\` that an earlier call had kept outside of the instance`,
      cure: 'A context lives as long as its call; keep what you need of it in fields, as data.',
    };
  }
  const [copy, name] = what === 'ctx.group' ? ['[...ctx.group]', 'group'] : ['{ ...ctx.config }', 'config'];
  return {
    happened: `${handler} of ${process} changed \`${what}\`, which belongs to the grader and is the same in every call`,
    cure: `Change a copy, \`const ${name} = ${copy}\`, and keep in a field what later calls need of it.`,
    place,
  };
}
