import type { CheckResult, WrongCall } from '../../grader/base/report.ts';
import { evidenceText } from '../../grader/report/evidenceText.ts';
import { CheckSymbol, STATUS_WORDS } from './CheckSymbol.tsx';
import { lazy, Suspense } from 'react';
import { TextWithCode } from '../lesson/TextWithCode.tsx';
import styles from './results.module.css';

/** Loaded when something is run: who reads a lesson needs no diagram of a failing run. */
export const loadRunView = () => import('./WrongRunView.tsx');
const WrongRunView = lazy(loadRunView);

interface CheckItemProps {
  readonly check: CheckResult;
  /** The exercise's id. */
  readonly exercise: string;
  /** What was graded. */
  readonly source: string;
  readonly isOpen: boolean;
}

/** One check: a line where there is nothing more to say, a disclosure where there is. */
export function CheckItem({ check, exercise, source, isOpen }: CheckItemProps) {
  const { id, status, message, counterexample } = check;
  const facts = { className: styles.check, 'data-check': id, 'data-status': status };
  if (message === undefined && !counterexample) {
    return (
      <div {...facts}>
        <CheckLine check={check} />
      </div>
    );
  }
  return (
    <details {...facts} open={isOpen}>
      <summary>
        <CheckLine check={check} />
      </summary>
      <div className={styles.reason}>
        {message !== undefined && (
          <p>
            <TextWithCode text={message} />
          </p>
        )}
        {counterexample?.kind === 'call' && <WrongCallView {...counterexample} />}
        {counterexample?.kind === 'run' && (
          <Suspense fallback={<p>The run is being drawn …</p>}>
            <WrongRunView run={counterexample} evidence={check.evidence} exercise={exercise} source={source} />
          </Suspense>
        )}
      </div>
    </details>
  );
}

function WrongCallView({ call, expected, actual }: WrongCall) {
  return (
    <dl className={styles.call}>
      <dt>Call</dt>
      <dd>
        <code>{call}</code>
      </dd>
      <dt>Expected</dt>
      <dd>
        <code>{expected}</code>
      </dd>
      <dt>Actual</dt>
      <dd>
        <code>{actual}</code>
      </dd>
    </dl>
  );
}

function CheckLine({ check }: { readonly check: CheckResult }) {
  const evidence = check.status === 'passed' ? evidenceText(check.evidence) : '';
  const points = check.status === 'not-run' ? `${check.maxPoints} points` : `${check.points} of ${check.maxPoints}`;
  return (
    <span className={styles.line}>
      <CheckSymbol status={check.status} />
      <span className={styles.title}>{check.title}</span>
      <span className={styles.points}>{points}</span>
      <span className={styles.facts}>
        <span className={styles.word}>{STATUS_WORDS[check.status]}</span>
        {evidence !== '' && <span>{evidence}</span>}
        <code>{check.id}</code>
      </span>
    </span>
  );
}
