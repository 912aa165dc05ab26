/**
 * The three groups as overlapping circles, with each bit in the circles of the groups that watch it. An odd circle is thick and broken.
 *
 * It begins with two odd circles: a single bit lies in both of them and outside the third.
 */
import { clsx } from 'clsx';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { circleCodec, circleSentence, PUZZLE_COUNT, puzzleAt } from './circleWord.ts';
import { BIT_NAMES, flip, isParityBit, oddGroups } from './hammingCode.ts';
import styles from './hammingCircles.module.css';

const WIDTH = 340;
const HEIGHT = 352;
const RADIUS = 100;

const CIRCLES = [
  { group: 4, x: 170, y: 128, labelX: 170, labelY: 18 },
  { group: 2, x: 115, y: 218, labelX: 92, labelY: 338 },
  { group: 1, x: 225, y: 218, labelX: 248, labelY: 338 },
] as const;

/** The middles of the seven regions, by the position of the bit that lies there. */
const REGIONS = [
  { position: 1, x: 278, y: 250 },
  { position: 2, x: 62, y: 250 },
  { position: 3, x: 170, y: 256 },
  { position: 4, x: 170, y: 66 },
  { position: 5, x: 229, y: 158 },
  { position: 6, x: 111, y: 158 },
  { position: 7, x: 170, y: 186 },
] as const;

export function HammingCircles() {
  const [state, setState, reset] = useFigureState('circles', puzzleAt(0), circleCodec);
  const { puzzle, word } = state;
  const odd: readonly number[] = oddGroups(word);

  return (
    <Figure id="circles" title="Which single press makes all three circles even?" sentence={circleSentence(state)} onReset={reset}>
      <div className={styles.picture}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          {CIRCLES.map(({ group, x, y }) => (
            <circle key={group} className={clsx(styles.circle, odd.includes(group) && styles.odd)} cx={x} cy={y} r={RADIUS} />
          ))}
          {CIRCLES.map(({ group, labelX, labelY }) => (
            <text key={group} className={clsx(odd.includes(group) && styles.oddLabel)} x={labelX} y={labelY} textAnchor="middle">
              group {group}: {odd.includes(group) ? 'odd' : 'even'}
            </text>
          ))}
        </svg>
        {REGIONS.map(({ position, x, y }) => (
          <button
            key={position}
            type="button"
            className={clsx(styles.bit, isParityBit(position) && styles.parity)}
            style={{ left: `${(100 * x) / WIDTH}%`, top: `${(100 * y) / HEIGHT}%` }}
            onClick={() => setState({ puzzle, word: flip(word, position) })}
          >
            <span className={styles.position}>
              <span className={styles.spoken}>Bit </span>
              {position}
              <span className={styles.spoken}>, {BIT_NAMES[position - 1]}: </span>
            </span>
            {word[position - 1]}
          </button>
        ))}
      </div>
      <button type="button" className={styles.next} onClick={() => setState(puzzleAt(puzzle + 1))}>
        Next word ({puzzle + 1} of {PUZZLE_COUNT})
      </button>
    </Figure>
  );
}
