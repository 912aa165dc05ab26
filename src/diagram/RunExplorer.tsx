/**
 * A failing run of the learner's own code, and "what if": at any step the other turns that were possible, each of which leads into another run.
 *
 * The runs happen in the page's grader, on the source that was graded, so they are as true as the report.
 */
import { useMemo, useState } from 'react';
import type { WrongRun } from '../../grader/base/report.ts';
import type { DiagramRun } from '../../grader/diagram/layout.ts';
import { lanesOf } from '../../grader/trace/lanes.ts';
import { stepsOf } from '../../grader/trace/steps.ts';
import styles from './diagram.module.css';
import { SpaceTimeDiagram } from './SpaceTimeDiagram.tsx';
import { useTurns, type Branch } from './useTurns.ts';
import { WhatIf } from './WhatIf.tsx';

interface RunExplorerProps {
  readonly run: WrongRun;
  readonly exercise: string;
  readonly source: string;
}

export function RunExplorer({ run, exercise, source }: RunExplorerProps) {
  const turns = useTurns(exercise, source, run);
  const { branch } = turns;
  const known = branch ?? turns.original;
  const shown: DiagramRun = useMemo(
    () => ({ trace: known?.trace ?? run.trace, processes: known?.processes ?? lanesOf(run.trace) }),
    [known, run],
  );
  const last = useMemo(() => stepsOf(shown.trace).length, [shown]);
  const [at, setAt] = useState<{ readonly run: DiagramRun['trace']; readonly step: number }>();
  // A run begins at its end: there the promise breaks.
  const step = at && at.run === shown.trace ? at.step : last;
  const onStep = (next: number): void => setAt({ run: shown.trace, step: next });

  return (
    <div data-part="run" data-branched={branch !== undefined}>
      {branch && <BranchHead branch={branch} onBack={turns.back} />}
      <SpaceTimeDiagram run={shown} step={step} onStep={onStep} fields={known?.turns?.fields} name="Space-time diagram of the run" />
      <WhatIf turns={turns} trace={shown.trace} step={step} />
    </div>
  );
}

function BranchHead({ branch, onBack }: { readonly branch: Branch; readonly onBack: () => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` may not hold paragraphs
    <div className={styles.whatIf} role="status">
      <p>
        <b>{outcomeOf(branch)}</b> You left the run after its step {branch.leftAt}.
      </p>
      <div className={styles.actions}>
        <button type="button" onClick={onBack}>
          Back to the original run
        </button>
      </div>
    </div>
  );
}

function outcomeOf({ violation, turns }: Branch): string {
  if (violation) return `It breaks here too: ${violation.message}`;
  return turns && turns.next.length > 0 ? 'Nothing is broken so far.' : 'This run is over, and the promise holds in it.';
}
