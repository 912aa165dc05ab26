import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import type { TraceEvent } from '../../grader/base/traceEvent.ts';
import type { Option } from '../../grader/explore/options.ts';
import styles from './diagram.module.css';
import type { Turns, TurnsOfRun } from './useTurns.ts';

interface WhatIfProps {
  readonly turns: TurnsOfRun;
  readonly trace: readonly TraceEvent[];
  readonly step: number;
}

/** What else could have happened after the step that is shown; in a run of one's own, what may happen next. */
export function WhatIf({ turns, trace, step }: WhatIfProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [found, setFound] = useState<{ readonly after: number; readonly turns: Awaited<ReturnType<TurnsOfRun['at']>> }>();
  const { original, branch, problem } = turns;
  const isWanted = isOpen || branch !== undefined;

  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    void turns.at(trace, step).then((answer) => isCurrent && setFound({ after: step, turns: answer }));
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `turns` is new each time; what it answers depends on these
  }, [isWanted, trace, step, original, branch]);

  if (problem !== undefined) return <p className={styles.inFlight}>{problem}</p>;
  if (!original?.turns) return null;
  return (
    <details className={styles.whatIf} open={isWanted} onToggle={(event) => setIsOpen(event.currentTarget.open)} data-part="what-if">
      <summary>
        <b>What if?</b> What else could happen after step {step}
      </summary>
      {/* Until the grader answers, what stands here is of another step, and so is what is taken from it. */}
      {found?.turns && <Choices found={found.turns} step={found.after} turns={turns} />}
    </details>
  );
}

interface ChoicesProps {
  readonly found: Turns | { readonly settledFrom: number };
  readonly step: number;
  readonly turns: TurnsOfRun;
}

function Choices({ found, step, turns }: ChoicesProps) {
  if ('settledFrom' in found) {
    return (
      <p>
        From step {found.settledFrom + 1} on nothing goes wrong any more, and the run goes on by itself. Go back to step {found.settledFrom}{' '}
        for another turn.
      </p>
    );
  }
  if (found.next.length === 0) return <p>Nothing can happen after this.</p>;
  return <TurnList options={found.next} taken={found.taken} onTake={(option) => turns.take(found, option, step)} />;
}

interface TurnListProps {
  readonly options: readonly Option[];
  /** The number of the one that the shown run took. */
  readonly taken?: number | undefined;
  readonly onTake: (option: Option) => void;
}

/** Steps to choose from, each in words. */
function TurnList({ options, taken, onTake }: TurnListProps) {
  return (
    <ul className={styles.turns}>
      {options.map((option) => (
        <li key={option.choice}>
          <button type="button" onClick={() => onTake(option)} data-kind={option.kind}>
            <span className={clsx(option.isFault && styles.fault)}>
              {option.isFault && '↯ '}
              {option.words}
              {option.choice === taken && ' (This is what happened.)'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
