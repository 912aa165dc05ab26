/** A transaction that a reader steps through: what each process may do next, one record or message at a time. */
import { traceText } from '../../../grader/base/traceData.ts';
import type { TraceEvent } from '../../../grader/base/traceEvent.ts';
import type { Option } from '../../../grader/explore/options.ts';
import { replay } from '../../../grader/explore/replay.ts';
import type { Effect } from '../../../grader/sandbox/handlerCall.ts';
import type { Move } from '../../../grader/sim/moves.ts';
import { newWorld } from '../../../grader/sim/world.ts';
import { dataLabel } from '../../../grader/trace/dataWords.ts';
import { commitScenario, NOBODY, PROCESSES, type Transaction } from './commitScenarios.ts';
import { atomicity } from './promises.ts';
import { rememberingMoves } from './rememberingMoves.ts';
import { shown } from './shown.ts';

export interface Offer {
  /** Its number in a schedule. */
  readonly choice: number;
  readonly process: string;
  readonly kind: 'act' | 'receive' | 'timeout' | 'crash' | 'recover';
  /** "log READY", "receive VOTE_REQUEST from coordinator". */
  readonly label: string;
}

export interface CommitRun {
  /** As diagrams show it. */
  readonly trace: readonly TraceEvent[];
  readonly violation: string | undefined;
  readonly offers: readonly Offer[];
}

export interface CommitRuns {
  /** Undefined where a number has no step. */
  at(choices: readonly number[]): CommitRun | undefined;
}

export function newCommitRuns(transaction: Omit<Transaction, 'timers' | 'stepwise'>): CommitRuns {
  const scenario = commitScenario({ ...transaction, timers: 'any', stepwise: true });
  const world = rememberingMoves(newWorld(scenario, [atomicity], NOBODY));
  const promises = [{ check: 'atomicity', property: atomicity }];

  return {
    at(choices) {
      const run = replay(world, promises, choices);
      if (run.kind === 'diverged') return undefined;
      const { trace, violations, next, moves } = run;
      // Whoever has something to do does that before it looks at what has arrived.
      const busy = new Set(next.flatMap((one) => (one.kind === 'choice' ? [one.process] : [])));
      const down = new Set(next.flatMap((one) => (one.kind === 'recover' ? [one.process] : [])));
      const offers = next.flatMap((option): Offer[] => {
        const kind = kindOf(option);
        const waits = busy.has(option.process) && (kind === 'receive' || kind === 'timeout');
        if (kind === undefined || waits || (kind !== 'recover' && down.has(option.process))) return [];
        const { choice, process } = option;
        return [{ choice, process, kind, label: labelOf(moves[choice]) ?? option.words }];
      });
      return {
        trace: shown(trace),
        violation: violations[0]?.message,
        offers,
      };
    },
  };
}

/** The step that comes next where nothing goes wrong and nobody loses patience. */
export function usualOffer(offers: readonly Offer[]): Offer | undefined {
  return offers.find((one) => one.kind === 'act') ?? offers.find((one) => one.kind === 'receive');
}

/** Undefined for what no reader is offered: crashes in the middle of a step, which has no middle here, and the end of all faults. */
function kindOf({ kind, isFault }: Option): Offer['kind'] | undefined {
  switch (kind) {
    case 'crash':
    case 'recover':
      return kind;
    case 'choice':
      return isFault ? undefined : 'act';
    case 'deliver':
      return isFault ? undefined : 'receive';
    case 'timer':
      return isFault ? undefined : 'timeout';
    default:
      return undefined;
  }
}

/** What a step does first. */
function labelOf(move: Move | undefined): string | undefined {
  switch (move?.kind) {
    case 'deliver':
      if (!move.event) return 'a message to it is lost';
      return `receive ${dataLabel(traceText(move.envelope?.message ?? ''))} from ${PROCESSES[move.envelope?.from ?? -1] ?? ''}`;
    case 'timer':
      return 'stop waiting';
    case 'crash':
    case 'recover':
      return move.kind;
    case 'choice':
      return move.outcome?.effects.flatMap(labelIn)[0];
    default:
      return undefined;
  }
}

function labelIn(effect: Effect): readonly string[] {
  switch (effect.kind) {
    case 'store':
      return [`log ${dataLabel(traceText(effect.value ?? 'null'))}`];
    case 'send':
      return [`send ${dataLabel(traceText(effect.message))} to ${effect.to}`];
    default:
      return [];
  }
}
