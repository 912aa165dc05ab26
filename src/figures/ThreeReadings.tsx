/** Two sensors that agree and a third that may say anything: what the mean makes of them, and what the middle value. */
import type { Codec } from '../lesson/figureLink.ts';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { judge, MOST_TENTHS, readingsSentence, SOUND } from './threeReadings.ts';
import styles from './threeReadings.module.css';

/** What the third sensor says, in tenths, so that no step is rounded. */
const INITIAL = 550;

const CODEC: Codec<number> = {
  write: String,
  read: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= MOST_TENTHS ? Number(text) : undefined),
};

export function ThreeReadings() {
  const [tenths, setTenths, reset] = useFigureState('readings', INITIAL, CODEC);
  const third = tenths / 10;
  const { mean, middle } = judge(third);

  return (
    <Figure id="readings" title="How far can one liar move the result?" sentence={readingsSentence(third)} onReset={reset}>
      <svg className={styles.line} viewBox="0 0 440 136" aria-hidden="true">
        <line className={styles.axis} x1={x(0)} y1="68" x2={x(60)} y2="68" />
        {[0, 20, 40, 60].map((tick) => (
          <text key={tick} x={x(tick)} y="88" textAnchor="middle">
            {tick}
          </text>
        ))}
        {SOUND.map((reading) => (
          <circle key={reading} className={styles.sound} cx={x(reading)} cy="68" r="6" />
        ))}
        <path className={styles.liar} d={`M${x(third) - 6} 62l12 12m0 -12l-12 12`} />
        <path className={styles.middle} d={`M${x(middle)} 54l-6 -12h12z`} />
        <text className={styles.strong} x={x(middle)} y="34" textAnchor="middle">
          middle {middle}
        </text>
        <path className={styles.mean} d={`M${x(mean)} 94l-6 12h12z`} />
        <text x={x(mean)} y="124" textAnchor="middle">
          mean {mean.toFixed(2)}
        </text>
      </svg>
      <p className={styles.legend} aria-hidden="true">
        ● two sound sensors, 10 and 10.1 &nbsp; ✕ the third
      </p>
      <label className={styles.slider}>
        <span>
          Third sensor <output>{third.toFixed(1)}</output>
        </span>
        <input type="range" min="0" max={MOST_TENTHS} value={tenths} onChange={(event) => setTenths(event.target.valueAsNumber)} />
      </label>
    </Figure>
  );
}

function x(reading: number): number {
  return 20 + (reading / 60) * 400;
}
