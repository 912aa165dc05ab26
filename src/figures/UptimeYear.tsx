/**
 * A year of a machine, day by day, with its availability, downtime, failures and reliability. It is down for a millisecond in every
 * hour, for two weeks in August, or at random with times to failure and to repair that the reader sets.
 */
import { useMemo } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { DAYS, figuresOf, hoursDownByDay, outagesOf, YEAR_HOURS, type Figures, type Kind } from './uptime.ts';
import { INITIAL, INTERVALS, isWithin, MTTF_STEPS, MTTR_STEPS, stepNear, UPTIMES, type Uptime } from './uptimeLink.ts';
import { yearSentence } from './uptimeSentence.ts';
import { durationText, numberText, percentText } from './uptimeWords.ts';
import styles from './uptimeYear.module.css';

const KIND_LABELS: readonly { readonly kind: Kind; readonly label: string }[] = [
  { kind: 'hourly', label: 'A millisecond in every hour' },
  { kind: 'holiday', label: 'Closed for two weeks' },
  { kind: 'random', label: 'At random' },
];

export function UptimeYear() {
  const [state, setState, reset] = useFigureState('uptime', INITIAL, UPTIMES);
  const { kind, mttf, mttr, seed } = state;
  const outages = useMemo(() => outagesOf(kind, { mttf, mttr }, seed), [kind, mttf, mttr, seed]);
  const figures = figuresOf(kind, { mttf, mttr });
  const change = (part: Partial<Uptime>): void => setState({ ...state, ...part });
  const isRandom = kind === 'random';

  return (
    <Figure
      id="uptime"
      title="How good is a machine that is up nearly all the time?"
      sentence={<p>{yearSentence(kind, outages, figures)}</p>}
      onReset={reset}
    >
      <fieldset className={styles.kinds}>
        <legend>It is down</legend>
        {KIND_LABELS.map((one) => (
          <label key={one.kind}>
            <input type="radio" name="uptime-kind" checked={kind === one.kind} onChange={() => change({ kind: one.kind })} />
            {one.label}
          </label>
        ))}
      </fieldset>
      <YearBar days={hoursDownByDay(outages)} />
      <Numbers figures={figures} state={state} change={change} />
      <fieldset className={styles.sliders} disabled={!isRandom}>
        <legend className={styles.spoken}>Random failures</legend>
        <Slider
          name="Mean time to failure"
          value={mttf}
          steps={MTTF_STEPS}
          text={mttfText(mttf)}
          onChange={(hours) => change({ mttf: hours })}
        />
        <Slider
          name="Mean time to repair"
          value={mttr}
          steps={MTTR_STEPS}
          text={durationText(mttr)}
          onChange={(hours) => change({ mttr: hours })}
        />
        <div className={styles.buttons}>
          <button type="button" disabled={!isWithin(MTTF_STEPS, 2 * mttf)} onClick={() => change({ mttf: 2 * mttf })}>
            Fail half as often
          </button>
          <button type="button" disabled={!isWithin(MTTR_STEPS, mttr / 2)} onClick={() => change({ mttr: mttr / 2 })}>
            Repair twice as fast
          </button>
          <button type="button" onClick={() => change({ seed: seed + 1 })}>
            Another year
          </button>
        </div>
      </fieldset>
    </Figure>
  );
}

function mttfText(hours: number): string {
  const text = `${numberText(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
  return hours < 48 ? text : `${text} (${durationText(hours)})`;
}

const HEIGHT = 60;
const LEAST_HEIGHT = 2;

/** Each day is 2 wide; `undefined` is a day without an outage. */
function YearBar({ days }: { readonly days: readonly (number | undefined)[] }) {
  const marks = days.map((hours, day) => {
    if (hours === undefined) return '';
    const height = Math.max(LEAST_HEIGHT, (hours / 24) * HEIGHT);
    return `M${2 * day},${HEIGHT}v${-height.toFixed(2)}h2v${height.toFixed(2)}z`;
  });
  const touched = days.filter((hours) => hours !== undefined).length;

  return (
    <div className={styles.year}>
      <svg
        viewBox={`0 0 ${2 * DAYS} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`A year: it was down for some of the time on ${touched} of ${DAYS} days.`}
      >
        <path d={marks.join('')} />
      </svg>
      <div className={styles.months} aria-hidden="true">
        <span>January</span>
        <span>December</span>
      </div>
    </div>
  );
}

interface NumbersProps {
  readonly figures: Figures;
  readonly state: Uptime;
  readonly change: (part: Partial<Uptime>) => void;
}

function Numbers({ figures, state, change }: NumbersProps) {
  return (
    <dl className={styles.numbers}>
      <div>
        <dt>Availability</dt>
        <dd>{percentText(figures.unavailability)}</dd>
      </div>
      <div>
        <dt>Down in a year</dt>
        <dd>{durationText(figures.unavailability * YEAR_HOURS)}</dd>
      </div>
      <div>
        <dt>Failures in a year</dt>
        <dd>{numberText(figures.failures)}</dd>
      </div>
      <div>
        <dt>
          <label>
            No failure for a{' '}
            <select
              value={state.interval.name}
              onChange={(event) => change({ interval: INTERVALS.find(({ name }) => name === event.target.value) ?? state.interval })}
            >
              {INTERVALS.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </dt>
        <dd>{percentText(1 - figures.reliability(state.interval.hours))}</dd>
      </div>
    </dl>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly steps: readonly number[];
  readonly text: string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, value, steps, text, onChange }: SliderProps) {
  return (
    <label className={styles.slider}>
      <span>{name}</span>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={stepNear(steps, value)}
        aria-valuetext={text}
        onChange={(event) => onChange(steps[Number(event.target.value)] ?? value)}
      />
      <output>{text}</output>
    </label>
  );
}
