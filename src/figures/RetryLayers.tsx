/**
 * Layers that call each other, each of which tries again: a square for every request that a layer gets for one click.
 *
 * It begins with three callers of four attempts each, and 64 requests to a database that is in trouble.
 */
import { useId } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { layerNames, MOST, requestsPerLayer, RETRIES, stackCodec, type Stack } from './retryLayers.ts';
import styles from './retryLayers.module.css';

const INITIAL: Stack = { callers: 3, attempts: 4, retries: 'everywhere' };
const A_ROW = 32;
const SQUARE = 10;

export function RetryLayers() {
  const [stack, setStack, reset] = useFigureState('layers', INITIAL, stackCodec);
  const requests = requestsPerLayer(stack);
  const atBottom = requests.at(-1) ?? 1;
  const name = useId();

  return (
    <Figure
      id="layers"
      title="One click. How many requests does the database get while it fails?"
      sentence={<p>{sentenceOf(stack, atBottom)}</p>}
      sentenceLines={2}
      onReset={reset}
    >
      <ul className={styles.layers}>
        {layerNames(stack).map((layer, at) => (
          <li key={layer}>
            <span>
              <b>{layer}</b> {requests[at] === 1 ? '1 request' : `${requests[at] ?? 0} requests`}
            </span>
            <Squares count={requests[at] ?? 0} />
          </li>
        ))}
      </ul>
      <div className={styles.controls}>
        <Slider label="Callers above the database" value={stack.callers} onChange={(callers) => setStack({ ...stack, callers })} />
        <Slider label="Attempts of each that retries" value={stack.attempts} onChange={(attempts) => setStack({ ...stack, attempts })} />
        <fieldset className={styles.choice}>
          <legend>Who retries</legend>
          {RETRIES.map((retries) => (
            <label key={retries}>
              <input type="radio" name={name} checked={stack.retries === retries} onChange={() => setStack({ ...stack, retries })} />{' '}
              {retries === 'everywhere' ? 'every caller' : `only the one ${retries}`}
            </label>
          ))}
        </fieldset>
      </div>
    </Figure>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, value, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>
        {label}: <b>{value}</b>
      </label>
      <input id={id} type="range" min={1} max={MOST} value={value} onChange={(event) => onChange(event.currentTarget.valueAsNumber)} />
    </div>
  );
}

function Squares({ count }: { readonly count: number }) {
  const rows = Math.ceil(count / A_ROW);
  return (
    <svg viewBox={`0 0 ${A_ROW * SQUARE} ${rows * SQUARE}`} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- all squares are alike
        <rect key={at} x={(at % A_ROW) * SQUARE} y={Math.floor(at / A_ROW) * SQUARE} width={SQUARE - 2} height={SQUARE - 2} />
      ))}
    </svg>
  );
}

function sentenceOf({ callers, attempts, retries }: Stack, atBottom: number): string {
  const result = `One click becomes ${atBottom === 1 ? 'one request' : `up to ${atBottom} requests`} to the database`;
  if (retries !== 'everywhere') return `${result}: only the caller ${retries} tries again, and the others pass the failure on.`;
  const product = Array.from({ length: callers }, () => attempts).join(' × ');
  return callers === 1 ? `${result}, as there is one caller.` : `${result}: ${product} = ${atBottom}.`;
}
