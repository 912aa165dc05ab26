/**
 * The same crash in two-phase and in three-phase commit, one below the other, and a network that can split besides.
 *
 * It begins with a crash after all have been asked: two-phase commit is blocked, three-phase commit aborts.
 */
import { clsx } from 'clsx';
import { useMemo, useState } from 'react';
import { stepsOf } from '../../grader/trace/steps.ts';
import { SpaceTimeDiagram } from '../diagram/SpaceTimeDiagram.tsx';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { PROCESSES } from './commit/commitScenarios.ts';
import { crashRun, type Accident, type CrashRun, type Outcome } from './commit/crashRun.ts';
import { accidentCodec, fateWords, FIRST_ACCIDENT, LAST_MOMENT, momentWords, type SharedAccident } from './commit/crashMoments.ts';
import styles from './commit/commitFigure.module.css';

const NAMES = { 'two-phase': 'Two-phase commit', 'three-phase': 'Three-phase commit' } as const;

export function SameCrash() {
  const [accident, setAccident, reset] = useFigureState('same-crash', FIRST_ACCIDENT, accidentCodec);
  const two = useMemo(() => crashRun({ protocol: 'two-phase', ...accident }), [accident]);
  const three = useMemo(() => crashRun({ protocol: 'three-phase', ...accident }), [accident]);

  return (
    <Figure
      id="same-crash"
      title="The coordinator crashes, and never returns. What becomes of the others?"
      sentence={
        <>
          <p>{`With two phases ${fateWords(two)}.`}</p>
          <p className={clsx(three.violation !== undefined && styles.broken)}>{`With three phases ${fateWords(three)}.`}</p>
        </>
      }
      onReset={reset}
      wide
    >
      <div className={styles.settings}>
        <label className={styles.moment}>
          <span>
            The coordinator crashes after <b>{accident.after}</b> {accident.after === 1 ? 'record or message' : 'records and messages'}
          </span>
          <input
            type="range"
            min={0}
            max={LAST_MOMENT}
            value={accident.after}
            aria-valuetext={`${accident.after}: ${momentWords('two-phase', accident.after)}; ${momentWords('three-phase', accident.after)}`}
            onChange={(event) => setAccident({ ...accident, after: Number(event.target.value) })}
          />
        </label>
        <label>
          <input type="checkbox" checked={accident.takesP1} onChange={() => setAccident({ ...accident, takesP1: !accident.takesP1 })} /> p1
          crashes too, once it has done what it was told
        </label>
        <label>
          <input type="checkbox" checked={accident.splits} onChange={() => setAccident({ ...accident, splits: !accident.splits })} /> the
          network splits at the crash: p1 here, p2 and p3 there
        </label>
      </div>
      <Half protocol="two-phase" accident={accident} crash={two} />
      <Half protocol="three-phase" accident={accident} crash={three} />
    </Figure>
  );
}

interface HalfProps {
  readonly protocol: Accident['protocol'];
  readonly accident: SharedAccident;
  readonly crash: CrashRun;
}

function Half({ protocol, accident, crash }: HalfProps) {
  const run = useMemo(() => ({ trace: crash.trace, processes: PROCESSES }), [crash]);
  const [walked, setWalked] = useState<{ readonly run: typeof run; readonly step: number }>();
  const step = walked?.run === run ? walked.step : stepsOf(run.trace).length;
  return (
    <section className={styles.half} aria-label={NAMES[protocol]}>
      <p className={styles.protocol}>
        <b>{NAMES[protocol]}</b>: {momentWords(protocol, accident.after)}
      </p>
      <ul className={styles.outcomes}>
        {crash.outcomes.map(({ process, outcome, state }) => (
          <li key={process} className={styles[outcome]}>
            <b>{process}</b> {SIGNS[outcome]} {outcome === 'down' ? `down, log: ${state}` : outcome}
          </li>
        ))}
      </ul>
      <SpaceTimeDiagram
        run={run}
        step={step}
        onStep={(now) => setWalked({ run, step: now })}
        name={`A run of ${NAMES[protocol].toLowerCase()}`}
        plain
      />
    </section>
  );
}

const SIGNS: Readonly<Record<Outcome, string>> = { commit: '●', abort: '○', blocked: '◐', down: '↯' };
