/**
 * A fault's window in time, and the attempts that clients make by one rule. Above the axis the attempts of one client as pins, below it
 * the load of all.
 *
 * It begins with four attempts, 200 ms apart, all of them in a window of 800 ms.
 */
import { useId } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { RetryDrawing } from './RetryDrawing.tsx';
import { retrySentence, windowText } from './retrySentence.ts';
import { BACKOFFS, HERDS, INITIAL, MOST_ATTEMPTS, planCodec, SPIKE_MS } from './retryState.ts';
import { HORIZON_MS, runOf } from './retryTimeline.ts';
import styles from './retryTimeline.module.css';

const STEP_MS = 50;
/** The end of the axis, so that the slider's thumb stands above the window's edge. */
const FOR_EVER_MS = HORIZON_MS;

export function RetryTimeline() {
  const [plan, setPlan, reset] = useFigureState('retries', INITIAL, planCodec);
  const run = runOf(plan);
  const windowId = useId();
  const attemptsId = useId();

  const stretch = (value: number): void => setPlan({ ...plan, windowMs: value === FOR_EVER_MS ? Infinity : Math.max(value, SPIKE_MS) });

  return (
    <Figure
      id="retries"
      title="Which attempts land outside the fault's window?"
      sentence={<p>{retrySentence(plan, run)}</p>}
      sentenceLines={2}
      onReset={reset}
    >
      <div className={styles.window}>
        <label htmlFor={windowId}>
          The fault lasts <b>{windowText(plan.windowMs)}</b>
        </label>
        <input
          id={windowId}
          type="range"
          min={0}
          max={FOR_EVER_MS}
          step={STEP_MS}
          value={Math.min(plan.windowMs, FOR_EVER_MS)}
          aria-valuetext={windowText(plan.windowMs)}
          onChange={(event) => stretch(event.currentTarget.valueAsNumber)}
        />
      </div>
      <RetryDrawing plan={plan} run={run} />
      <p className={styles.legend}>
        <span>✕ meets the fault</span> <span>– refused: the server is full</span> <span>✓ answered</span>
      </p>
      <div className={styles.controls}>
        <Choice
          legend="Waits"
          options={BACKOFFS.map(({ text }) => text)}
          chosen={BACKOFFS.findIndex(({ backoff }) => backoff === plan.backoff)}
          onChoose={(at) => setPlan({ ...plan, backoff: BACKOFFS[at]?.backoff ?? 'fixed' })}
        />
        <Choice
          legend="Clients"
          options={HERDS.map(String)}
          chosen={HERDS.findIndex((herd) => herd === plan.clients)}
          onChoose={(at) => setPlan({ ...plan, clients: HERDS[at] ?? 1 })}
        />
        <div className={styles.attempts}>
          <label htmlFor={attemptsId}>
            Attempts of each client: <b>{plan.attempts}</b>
          </label>
          <input
            id={attemptsId}
            type="range"
            min={1}
            max={MOST_ATTEMPTS}
            value={plan.attempts}
            onChange={(event) => setPlan({ ...plan, attempts: event.currentTarget.valueAsNumber })}
          />
        </div>
      </div>
    </Figure>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly options: readonly string[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function Choice({ legend, options, chosen, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((option, at) => (
        <label key={option}>
          <input type="radio" name={name} checked={at === chosen} onChange={() => onChoose(at)} /> {option}
        </label>
      ))}
    </fieldset>
  );
}
