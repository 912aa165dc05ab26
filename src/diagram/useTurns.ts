/** Other turns of a run: asks the page's grader what was possible, and follows what is chosen. */
import { useCallback, useEffect, useState } from 'react';
import type { WrongRun } from '../../grader/base/report.ts';
import type { Option } from '../../grader/explore/options.ts';
import type { Replay } from '../../grader/grade/replaying.ts';
import type { TraceEvent } from '../../grader/base/traceEvent.ts';
import { stepsOf } from '../../grader/trace/steps.ts';
import { replayRun } from '../workbench/pageGrader.ts';

type Replayed = Extract<Replay, { kind: 'replayed' }>;

/** A run that left the original. */
export interface Branch extends Replayed {
  readonly schedule: string;
  /** Steps of the original that it still shares. */
  readonly leftAt: number;
}

/** What is possible after a step. */
export interface Turns {
  readonly schedule: string;
  readonly next: readonly Option[];
  /** The number of the step that the shown run took there; undefined at its end. */
  readonly taken: number | undefined;
}

export interface TurnsOfRun {
  readonly original: Replayed | undefined;
  readonly branch: Branch | undefined;
  readonly problem: string | undefined;
  /** What else may happen after `step` of the shown run. `settledFrom`: there nothing could go wrong any more. */
  at(trace: readonly TraceEvent[], step: number): Promise<Turns | { readonly settledFrom: number } | undefined>;
  take(from: Turns, option: Option, step: number): void;
  readonly back: () => void;
}

export function useTurns(exercise: string, source: string, run: WrongRun): TurnsOfRun {
  const [original, setOriginal] = useState<Replayed>();
  const [branch, setBranch] = useState<Branch>();
  const [problem, setProblem] = useState<string>();

  const ask = useCallback(
    async (schedule: string): Promise<Replayed | undefined> => {
      try {
        const replay = await replayRun(exercise, source, schedule);
        if (replay.kind === 'replayed') return replay;
        setProblem(replay.kind === 'diverged' ? replay.message : 'The code could not be run again.');
      } catch (error) {
        setProblem(`The run could not be repeated: ${error instanceof Error ? error.message : String(error)}.`);
      }
      return undefined;
    },
    [exercise, source],
  );

  useEffect(() => {
    let isWanted = true;
    // oxlint-disable-next-line react/set-state-in-effect -- `ask` sets a state only once the worker has answered
    void ask(run.schedule).then((replay) => isWanted && setOriginal(replay));
    return () => {
      isWanted = false;
    };
  }, [ask, run]);

  const shown = branch ?? original;
  const schedule = branch?.schedule ?? run.schedule;

  return {
    original,
    branch,
    problem,
    async at(trace, step) {
      if (!shown?.turns) return undefined;
      const { marks } = shown.turns;
      const numbers = schedule.split('.');
      const length = lengthAfter(trace, step);
      const done = marks.filter((mark) => mark < length).length;
      const prefix = numbers.slice(0, 2 + done).join('.');
      const next = prefix === schedule ? shown.turns.next : ((await ask(prefix))?.turns?.next ?? []);
      const isSettled = next.length === 0 && done > 0 && stepAt(trace, marks[done - 1] ?? 0) < step - 1;
      if (isSettled) return { settledFrom: stepAt(trace, marks[done - 1] ?? 0) };
      const taken = numbers[2 + done];
      return { schedule: prefix, next, taken: taken === undefined ? undefined : Number(taken) };
    },
    take(from, option, step) {
      const schedule2 = `${from.schedule}.${option.choice}`;
      void ask(schedule2).then((replay) => {
        if (replay) setBranch({ ...replay, schedule: schedule2, leftAt: branch ? Math.min(branch.leftAt, step) : step });
      });
    },
    back: useCallback(() => setBranch(undefined), []),
  };
}

/** How long the trace is after a step. */
function lengthAfter(trace: readonly TraceEvent[], step: number): number {
  return stepsOf(trace)
    .slice(0, step)
    .reduce((sum, { events }) => sum + events.length, 0);
}

/** How many steps are over where the trace is so long. */
function stepAt(trace: readonly TraceEvent[], length: number): number {
  let left = length;
  return stepsOf(trace).filter(({ events }) => {
    left -= events.length;
    return left >= 0;
  }).length;
}
