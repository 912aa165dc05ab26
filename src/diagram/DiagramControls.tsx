import { useEffect, useState, type KeyboardEvent } from 'react';
import styles from './diagram.module.css';

interface DiagramControlsProps {
  readonly step: number;
  readonly last: number;
  readonly onStep: (step: number) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Long enough to read a short sentence. */
const PLAY_MS = 1_100;

const ZOOMS: readonly [number, ...number[]] = [0.5, 0.65, 0.8, 1, 1.3, 1.7];

/** Back, forward, play, and a slider over all steps. */
export function DiagramControls({ step, last, onStep, zoom, onZoom, onKeyDown }: DiagramControlsProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  const plays = isPlaying && step < last;

  useEffect(() => {
    if (!plays) return undefined;
    const timer = setTimeout(() => {
      onStep(step + 1);
      if (step + 1 >= last) setIsPlaying(false);
    }, PLAY_MS);
    return () => clearTimeout(timer);
  }, [plays, step, last, onStep]);

  const play = (): void => {
    if (!plays && step >= last) onStep(0);
    setIsPlaying(!plays);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys step wherever the focus is in it
    <div className={styles.controls} onKeyDown={onKeyDown}>
      <button type="button" aria-disabled={step === 0} onClick={() => onStep(Math.max(0, step - 1))} aria-label="Back">
        <Sign path="M10 3L4 8l6 5z" />
      </button>
      <button type="button" onClick={play} aria-label={plays ? 'Pause' : 'Play'}>
        <Sign path={plays ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2l9 6-9 6z'} />
      </button>
      <button type="button" aria-disabled={step === last} onClick={() => onStep(Math.min(last, step + 1))} aria-label="Forward">
        <Sign path="M6 3l6 5-6 5z" />
      </button>
      <input
        type="range"
        aria-label="Step"
        min={0}
        max={last}
        value={step}
        aria-valuetext={`step ${step} of ${last}`}
        onChange={(event) => onStep(Number(event.target.value))}
      />
      <span className={styles.count} aria-hidden="true">
        {step} / {last}
      </span>
      <span className={styles.zoom}>
        <button
          type="button"
          aria-disabled={zoom <= ZOOMS[0]}
          onClick={() => onZoom(ZOOMS.findLast((one) => one < zoom) ?? zoom)}
          aria-label="Smaller"
        >
          <Sign path="M3 7h10v2H3z" />
        </button>
        <button
          type="button"
          aria-disabled={zoom >= (ZOOMS.at(-1) ?? 1)}
          onClick={() => onZoom(ZOOMS.find((one) => one > zoom) ?? zoom)}
          aria-label="Larger"
        >
          <Sign path="M7 3h2v4h4v2H9v4H7V9H3V7h4z" />
        </button>
      </span>
    </div>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
