import type { CheckResult } from '../../grader/base/report.ts';
import { CheckSymbol, STATUS_WORDS } from './CheckSymbol.tsx';
import { evidenceText } from './evidence.ts';
import { TextWithCode } from '../lesson/TextWithCode.tsx';
import styles from './results.module.css';

interface CheckItemProps {
  readonly check: CheckResult;
  readonly isOpen: boolean;
}

/** One check: a line where there is nothing more to say, a disclosure where there is. */
export function CheckItem({ check, isOpen }: CheckItemProps) {
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
        {counterexample && (
          <dl className={styles.call}>
            <dt>Call</dt>
            <dd>
              <code>{counterexample.call}</code>
            </dd>
            <dt>Expected</dt>
            <dd>
              <code>{counterexample.expected}</code>
            </dd>
            <dt>Actual</dt>
            <dd>
              <code>{counterexample.actual}</code>
            </dd>
          </dl>
        )}
      </div>
    </details>
  );
}

function CheckLine({ check }: { readonly check: CheckResult }) {
  const evidence = check.status === 'passed' ? evidenceText(check.evidence) : undefined;
  const points = check.status === 'not-run' ? `${check.maxPoints} points` : `${check.points} of ${check.maxPoints}`;
  return (
    <span className={styles.line}>
      <CheckSymbol status={check.status} />
      <span className={styles.title}>{check.title}</span>
      <span className={styles.points}>{points}</span>
      <span className={styles.facts}>
        <span className={styles.word}>{STATUS_WORDS[check.status]}</span>
        {evidence !== undefined && <span>{evidence}</span>}
        <code>{check.id}</code>
      </span>
    </span>
  );
}
