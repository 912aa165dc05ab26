import { useMemo } from 'react';
import type { DiagramRun } from '../../grader/diagram/layout.ts';
import { stateAt } from '../../grader/diagram/stateAt.ts';
import { dataLabel, dataWords } from '../../grader/trace/dataWords.ts';
import styles from './diagram.module.css';

/** What the fields of an instance were once the trace was so long. */
export interface FieldsAt {
  readonly length: number;
  readonly process: string;
  readonly fields: unknown;
}

interface StateViewProps {
  readonly run: DiagramRun;
  /** Events that are over. */
  readonly count: number;
  readonly fields: readonly FieldsAt[] | undefined;
}

/** How all processes stand at a moment, and what is in flight. */
export function StateView({ run, count, fields }: StateViewProps) {
  const state = useMemo(() => stateAt(run.trace, run.processes, count), [run, count]);
  return (
    <div className={styles.state}>
      <div className={styles.tableFrame}>
        <table>
          <caption className={styles.unseen}>How things stand at this step</caption>
          <thead>
            <tr>
              <th scope="col">process</th>
              {fields && <th scope="col">fields</th>}
              <th scope="col">stable storage</th>
              <th scope="col">timers</th>
            </tr>
          </thead>
          <tbody>
            {state.processes.map(({ process, isUp, stable, timers }) => (
              <tr key={process} data-up={isUp}>
                <th scope="row">
                  {process}
                  {!isUp && <span className={styles.down}> down</span>}
                </th>
                {fields && <td>{isUp ? fieldsWords(fields, process, count < run.trace.length ? count : Infinity) : 'lost'}</td>}
                <td className={styles.storage}>{[...stable].map(([key, value]) => `${key} = ${dataLabel(value)}`).join(', ') || '–'}</td>
                <td className={styles.timers}>{timers.join(', ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.inFlight}>
        In flight:{' '}
        {state.inFlight.length === 0
          ? 'nothing.'
          : state.inFlight.map(({ id, from, to, message, isCopy }) => (
              <span key={id} className={styles.envelope}>
                {dataWords(message)}
                {isCopy ? '′' : ''} {from} → {to}
              </span>
            ))}
      </p>
    </div>
  );
}

function fieldsWords(fields: readonly FieldsAt[], process: string, count: number): string {
  const last = fields.findLast((one) => one.process === process && one.length <= count);
  if (!last || typeof last.fields !== 'object' || last.fields === null) return '–';
  const entries = Object.entries(last.fields);
  return entries.length === 0 ? 'none' : entries.map(([key, value]) => `${key}: ${dataWords(value)}`).join(', ');
}
