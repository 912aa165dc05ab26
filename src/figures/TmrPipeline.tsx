/**
 * Three stages of modules and voters, any of which can be broken. Each part shows what it gives, each wire whether that is right.
 *
 * It begins with one voter for each stage and the middle one broken: all nine modules work, and the result is wrong. The signal flows to
 * the right, on a narrow screen downwards: places are given along the flow and across it, and the style sheet says which is which.
 */
import { clsx } from 'clsx';
import type { CSSProperties } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { pipelineCodec } from './pipelineCodec.ts';
import { INPUT, MODES, run, type Column, type Mode, type Pipeline } from './tmrPipeline.ts';
import { marked, pipelineSentence, spoken } from './tmrSentence.ts';
import styles from './tmrPipeline.module.css';
import { across, along, INPUT_AT, RESULT_AT, wiresOf, type WireKind } from './tmrWires.ts';

const INITIAL: Pipeline = { mode: 'single', broken: ['V5'], isAlike: false };

const MODE_NAMES: Readonly<Record<Mode, string>> = {
  none: 'No redundancy',
  single: 'One voter in each stage',
  triplicated: 'Three voters in each stage',
};

const KIND_NAMES: Readonly<Record<WireKind, string>> = { right: 'right value ✓', wrong: 'wrong value ✗', nothing: 'nothing –' };

export function TmrPipeline() {
  const [pipeline, setPipeline, reset] = useFigureState('tmr', INITIAL, pipelineCodec);
  const columns = run(pipeline);

  const toggle = (name: string): void =>
    setPipeline(({ broken, ...rest }) => ({
      ...rest,
      broken: broken.includes(name) ? broken.filter((other) => other !== name) : [...broken, name],
    }));

  return (
    <Figure
      id="tmr"
      title="Which broken parts spoil the result?"
      sentence={pipelineSentence(columns)}
      onReset={reset}

      wide
    >
      <p className={styles.task}>
        Module A doubles, B adds 3, C doubles again: 4 should become 22. Press a part to break it, or to mend it. Squares are modules, round
        ones are voters.
      </p>
      <fieldset className={styles.modes}>
        <legend className={styles.spoken}>Redundancy</legend>
        {MODES.map((mode) => (
          <label key={mode}>
            <input type="radio" name="tmr-mode" checked={pipeline.mode === mode} onChange={() => setPipeline({ ...pipeline, mode })} />{' '}
            {MODE_NAMES[mode]}
          </label>
        ))}
      </fieldset>
      <Circuit columns={columns} onToggle={toggle} />
      <div className={styles.legend} aria-hidden="true">
        {(['right', 'wrong', 'nothing'] as const).map((kind) => (
          <span key={kind}>
            <svg width="44" height="8">
              <line x1="0" y1="4" x2="44" y2="4" className={styles[kind]} />
            </svg>{' '}
            {KIND_NAMES[kind]}
          </span>
        ))}
      </div>
      <label className={styles.alike}>
        <input type="checkbox" checked={pipeline.isAlike} onChange={() => setPipeline({ ...pipeline, isAlike: !pipeline.isAlike })} /> All
        broken parts give the same wrong value
      </label>
    </Figure>
  );
}

interface CircuitProps {
  readonly columns: readonly Column[];
  readonly onToggle: (name: string) => void;
}

function Circuit({ columns, onToggle }: CircuitProps) {
  const last = columns.at(-1);
  return (
    <div className={styles.circuit}>
      <svg className={styles.wires} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <g>
          {wiresOf(columns).map(({ key, kind, x1, y1, x2, y2 }) => (
            <line key={key} x1={x1} y1={y1} x2={x2} y2={y2} className={styles[kind]} />
          ))}
        </g>
      </svg>
      <span className={styles.end} style={at(INPUT_AT, across(1))}>
        <span className={styles.spoken}>Input </span>
        {INPUT}
      </span>
      {columns.map(({ kind, place, parts }) =>
        parts.map(({ name, lane, isBroken, gives }) => (
          <button
            key={name}
            type="button"
            className={clsx(styles.part, kind === 'voter' && styles.voter, isBroken && styles.broken)}
            style={at(along(place), across(lane))}
            aria-pressed={isBroken}
            onClick={() => onToggle(name)}
          >
            <span className={styles.name}>
              <span className={styles.spoken}>{kind === 'voter' ? 'Voter' : 'Module'} </span>
              {name}
              {isBroken && ' broken'}
            </span>
            <span className={clsx(!gives.isRight && styles.bad)}>
              <span className={styles.spoken}>gives {spoken(gives)}</span>
              <span aria-hidden="true">{marked(gives)}</span>
            </span>
          </button>
        )),
      )}
      {last?.parts.map(({ name, lane, gives }) => (
        <span key={name} className={clsx(styles.end, !gives.isRight && styles.violated)} style={at(RESULT_AT, across(lane))}>
          <span className={styles.spoken}>Result </span>
          {gives.value ?? '–'}
        </span>
      ))}
    </div>
  );
}

function at(alongFlow: number, acrossFlow: number): CSSProperties {
  return { '--along': `${alongFlow}%`, '--across': `${acrossFlow}%` } as CSSProperties;
}
