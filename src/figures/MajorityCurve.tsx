/**
 * The reliability of two of three against that of one, or both against the length of a mission. A slider moves along the curves.
 *
 * It begins at R = 0.4, where three are worse than one.
 */
import type { Codec } from '../lesson/figureLink.ts';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { survival, tmr } from './majorityCurve.ts';
import { crossoverOf, curveSentence, reliabilityAt, type Curve, type View } from './majoritySentence.ts';
import styles from './majorityCurve.module.css';

const INITIAL: Curve = { view: 'reliability', percent: 40, hundredths: 10 };

/** In units of the drawing. */
const PLOT = { left: 40, right: 428, top: 14, bottom: 246 };
const STEPS = 60;

const AXES: Readonly<Record<View, { readonly name: string; readonly end: number; readonly ticks: readonly number[] }>> = {
  reliability: { name: 'reliability R of one module', end: 1, ticks: [0, 0.5, 1] },
  time: { name: 'time, in mean lifetimes of one module', end: 2, ticks: [0, 0.5, 1, 1.5, 2] },
};

const CODEC: Codec<Curve> = {
  write: ({ view, percent, hundredths }) => (view === 'reliability' ? `R${percent}` : `t${hundredths}`),
  read(text) {
    const [, axis, digits] = /^([Rt])(\d{1,3})$/.exec(text) ?? [];
    const value = Number(digits);
    if (axis === 'R' && value <= 100) return { ...INITIAL, percent: value };
    return axis === 't' && value <= 200 ? { ...INITIAL, view: 'time', hundredths: value } : undefined;
  },
};

export function MajorityCurve() {
  const [curve, setCurve, reset] = useFigureState('majority', INITIAL, CODEC);
  const isTime = curve.view === 'time';

  return (
    <Figure id="majority" title="When are three better than one?" sentence={curveSentence(curve)} onReset={reset}>
      <fieldset className={styles.views}>
        <legend className={styles.spoken}>Against</legend>
        <label>
          <input type="radio" name="majority-view" checked={!isTime} onChange={() => setCurve({ ...curve, view: 'reliability' })} /> Against
          reliability
        </label>
        <label>
          <input type="radio" name="majority-view" checked={isTime} onChange={() => setCurve({ ...curve, view: 'time' })} /> Against time
        </label>
      </fieldset>
      <Plot curve={curve} />
      <label className={styles.slider}>
        <span>
          {isTime ? 'Time' : 'R'} <output>{((isTime ? curve.hundredths : curve.percent) / 100).toFixed(2)}</output>
        </span>
        {isTime ? (
          <input
            type="range"
            min="0"
            max="200"
            value={curve.hundredths}
            onChange={(event) => setCurve({ ...curve, hundredths: event.target.valueAsNumber })}
          />
        ) : (
          <input
            type="range"
            min="0"
            max="100"
            value={curve.percent}
            onChange={(event) => setCurve({ ...curve, percent: event.target.valueAsNumber })}
          />
        )}
      </label>
    </Figure>
  );
}

/** Said in words by the sentence, so hidden from those who hear it. */
function Plot({ curve }: { readonly curve: Curve }) {
  const { view } = curve;
  const { name, end, ticks } = AXES[view];
  const x = (value: number): number => PLOT.left + (value / end) * (PLOT.right - PLOT.left);
  const oneAt = (value: number): number => (view === 'reliability' ? value : survival(value));
  const path = (of: (value: number) => number): string =>
    Array.from({ length: STEPS + 1 }, (_, at) => (at * end) / STEPS)
      .map((value) => `${x(value).toFixed(1)},${y(of(value)).toFixed(1)}`)
      .join(' ');
  const r = reliabilityAt(curve);
  const now = x(view === 'reliability' ? curve.percent / 100 : curve.hundredths / 100);
  const crossing = crossoverOf(view);

  return (
    <svg className={styles.plot} viewBox="0 0 440 292" aria-hidden="true">
      <line className={styles.axis} x1={PLOT.left} y1={PLOT.bottom} x2={PLOT.right} y2={PLOT.bottom} />
      <line className={styles.axis} x1={PLOT.left} y1={PLOT.bottom} x2={PLOT.left} y2={PLOT.top} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={PLOT.bottom + 18} textAnchor="middle">
          {tick}
        </text>
      ))}
      {[0, 0.5, 1].map((tick) => (
        <text key={tick} x={PLOT.left - 8} y={y(tick) + 4} textAnchor="end">
          {tick}
        </text>
      ))}
      <text x={(PLOT.left + PLOT.right) / 2} y={PLOT.bottom + 40} textAnchor="middle">
        {name}
      </text>
      <polyline className={styles.one} points={path(oneAt)} />
      <polyline className={styles.three} points={path((value) => tmr(oneAt(value)))} />
      {view === 'reliability' ? (
        <>
          <Label x={x(0.62)} y={y(0.84)} text="two of three" anchor="end" isStrong />
          <Label x={x(0.74)} y={y(0.62)} text="one module" anchor="start" />
          <Label x={x(crossing) + 14} y={y(0.5) + 20} text="crossing at 0.5" anchor="start" />
        </>
      ) : (
        <>
          <Label x={x(0.62)} y={y(0.32)} text="two of three" anchor="end" isStrong />
          <Label x={x(1.3)} y={y(0.34)} text="one module" anchor="start" />
          <Label x={x(crossing) + 12} y={y(0.5) - 10} text="crossing at ln 2 = 0.69" anchor="start" />
        </>
      )}
      <circle className={styles.crossing} cx={x(crossing)} cy={y(0.5)} r="9" />
      <line className={styles.now} x1={now} y1={PLOT.top} x2={now} y2={PLOT.bottom} />
      <circle className={styles.oneDot} cx={now} cy={y(r)} r="5" />
      <circle className={styles.threeDot} cx={now} cy={y(tmr(r))} r="5" />
    </svg>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly isStrong?: boolean;
}

function Label({ x, y: top, text, anchor, isStrong = false }: LabelProps) {
  return (
    <text x={x} y={top} textAnchor={anchor} className={isStrong ? styles.strong : undefined}>
      {text}
    </text>
  );
}

function y(probability: number): number {
  return PLOT.bottom - probability * (PLOT.bottom - PLOT.top);
}
