import { useEffect, useRef } from 'react';
import type { CheckResult, Diagnostic } from '../../grader/base/report.ts';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import { CheckItem } from './CheckItem.tsx';
import { DiagnosticList } from './DiagnosticList.tsx';
import { Progress } from './Progress.tsx';
import { ReportDownload } from './ReportDownload.tsx';
import { ScrollText } from './ScrollText.tsx';
import { summaryOf } from './summary.ts';
import type { GradingState } from './useGrading.ts';
import styles from './results.module.css';

interface ResultsProps {
  readonly exercise: PublishedExercise;
  readonly state: GradingState;
  readonly Heading: 'h2' | 'h4';
  readonly onGoTo: (line: number, column: number) => void;
}

export function Results({ exercise, state, Heading, onGoTo }: ResultsProps) {
  const status = useRef<HTMLDivElement>(null);
  const { headline, detail } = summaryOf(state, exercise);
  const report = state.kind === 'done' ? state.report : undefined;
  const checks = report?.checks ?? exercise.checks.map(unknownCheck);
  const firstFailing = checks.find((check) => check.status === 'failed') ?? checks.find((check) => check.status === 'inconclusive');
  const diagnostics: readonly Diagnostic[] = report?.diagnostics ?? [];

  useEffect(() => {
    if (state.kind !== 'idle' && state.kind !== 'running') status.current?.focus();
  }, [state]);

  return (
    <div className={styles.results} data-part="results">
      <Heading className={styles.heading}>Results</Heading>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` may not hold paragraphs */}
      <div className={styles.summary} role="status" tabIndex={-1} ref={status} data-verdict={report?.verdict ?? state.kind}>
        <p className={styles.headline}>{headline}</p>
        {detail !== undefined && <p>{detail}</p>}
      </div>
      {state.kind === 'running' && <Progress exercise={exercise} progress={state.progress} />}
      {diagnostics.length > 0 && <DiagnosticList diagnostics={diagnostics} onGoTo={onGoTo} />}
      <ol className={styles.checks} aria-label="Checks">
        {checks.map((check) => (
          // A new report opens its own first failure.
          <li key={`${check.id} ${check.status}`}>
            <CheckItem
              check={check}
              exercise={exercise.id}
              source={state.kind === 'done' ? state.source : ''}
              isOpen={check === firstFailing}
            />
          </li>
        ))}
      </ol>
      {report && report.console !== '' && (
        <details className={styles.console} open>
          <summary>Console</summary>
          <ScrollText name="What your code printed" text={report.console} />
        </details>
      )}
      {report && <ReportDownload report={report} />}
    </div>
  );
}

function unknownCheck({ id, title, kind, points }: PublishedExercise['checks'][number]): CheckResult {
  return { id, title, kind, points: 0, maxPoints: points, status: 'not-run', evidence: { method: 'none' } };
}
