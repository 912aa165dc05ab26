import type { Diagnostic } from '../../grader/base/report.ts';
import { TextWithCode } from '../lesson/TextWithCode.tsx';
import styles from './results.module.css';

interface DiagnosticListProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly onGoTo: (line: number, column: number) => void;
}

/** Why a source could not be graded; a place in it is a button that leads there. */
export function DiagnosticList({ diagnostics, onGoTo }: DiagnosticListProps) {
  return (
    <ul className={styles.diagnostics} aria-label="What stands in the way">
      {diagnostics.map(({ code, message, line, column = 1 }) => (
        <li key={`${code} ${line} ${column} ${message}`} data-diagnostic={code}>
          <span className={styles.place}>
            <code>{code}</code>
            {line !== undefined && (
              <button type="button" onClick={() => onGoTo(line, column)}>
                Line {line}, column {column}
              </button>
            )}
          </span>
          <span>
            <TextWithCode text={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
