/** What figures that step through a transaction have in common: its state in the link, the run that it leads to, and how far its diagram is walked. */
import { useMemo, useState } from 'react';
import type { DiagramRun } from '../../../grader/diagram/layout.ts';
import { stepsOf } from '../../../grader/trace/steps.ts';
import { useFigureState } from '../../lesson/useFigureState.ts';
import { newCommitRuns, type CommitRun, type CommitRuns } from './commitRun.ts';
import { PROCESSES, type Protocol, type Transaction } from './commitScenarios.ts';
import { standingsOf, type Standings } from './standings.ts';
import type { Decision } from './stepwise.ts';
import { namedVotes, transactionCodec, type TransactionState } from './transactionState.ts';

interface TransactionOptions {
  /** Of the figure. */
  readonly id: string;
  readonly initial: TransactionState;
  readonly plan: Omit<Transaction, 'timers' | 'stepwise' | 'protocol' | 'votes'>;
}

export interface Stepped {
  readonly state: TransactionState;
  readonly run: CommitRun;
  readonly standings: Standings;
  readonly diagram: { readonly run: DiagramRun; readonly step: number; readonly onStep: (step: number) => void };
  take(choice: number): void;
  /** Undefined at the beginning. */
  readonly back: (() => void) | undefined;
  /** Another transaction, from its beginning. */
  begin(protocol: Protocol, votes: readonly Decision[]): void;
  reset(): void;
}

export function useTransaction({ id, initial, plan }: TransactionOptions): Stepped {
  const [runsOf] = useState(() => newRunsOf(plan));
  const [codec] = useState(() => transactionCodec((one) => runsOf(one).at(one.choices) !== undefined));
  const [state, setState, reset] = useFigureState(id, initial, codec);
  const [walked, setWalked] = useState<{ readonly run: DiagramRun; readonly step: number }>();
  const run = useMemo(() => runsOf(state).at(state.choices) ?? NOTHING, [runsOf, state]);
  const diagramRun = useMemo(() => ({ trace: run.trace, processes: PROCESSES }), [run]);
  const standings = useMemo(() => standingsOf(run.trace, PROCESSES, namedVotes(state.votes)), [run, state]);
  return {
    state,
    run,
    standings,
    diagram: {
      run: diagramRun,
      step: walked?.run === diagramRun ? walked.step : stepsOf(run.trace).length,
      onStep: (step) => setWalked({ run: diagramRun, step }),
    },
    take: (choice) => setState({ ...state, choices: [...state.choices, choice] }),
    back: state.choices.length === 0 ? undefined : () => setState({ ...state, choices: state.choices.slice(0, -1) }),
    begin: (protocol, votes) => setState({ protocol, votes, choices: [] }),
    reset,
  };
}

const NOTHING: CommitRun = { trace: [], violation: undefined, offers: [] };

/** What was computed of one transaction holds for all its runs. */
function newRunsOf(plan: TransactionOptions['plan']): (state: TransactionState) => CommitRuns {
  const known = new Map<string, CommitRuns>();
  return ({ protocol, votes }) => {
    const key = [protocol, ...votes].join();
    let runs = known.get(key);
    if (!runs) known.set(key, (runs = newCommitRuns({ ...plan, protocol, votes })));
    return runs;
  };
}
