/** The edge between two panes, to be dragged or moved with the arrow keys. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './workbench.module.css';

interface PaneEdgeProps {
  /** Which pane it is the edge of. */
  readonly name: string;
  /** Percent of the workbench. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
  /** The pane stands to the right of it. */
  readonly isRight?: boolean;
}

const LEAST = 14;
const MOST = 60;
const STEP = 2;

export function PaneEdge({ name, width, onWidth, isRight = false }: PaneEdgeProps) {
  const begun = useRef<{ readonly x: number; readonly width: number; readonly whole: number }>(undefined);
  const set = (next: number): void => onWidth(Math.round(Math.min(MOST, Math.max(LEAST, next)) * 10) / 10);
  const sign = isRight ? -1 : 1;

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    const whole = event.currentTarget.parentElement?.clientWidth ?? 0;
    if (whole === 0) return;
    begun.current = { x: event.clientX, width, whole };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove({ clientX }: PointerEvent): void {
    const from = begun.current;
    if (from) set(from.width + (sign * (clientX - from.x) * 100) / from.whole);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(width + sign * by);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- a separator that takes the focus is a control, which `hr` is not
    <div
      className={styles.edge}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the same
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of the ${name}`}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={Math.round(width)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (begun.current = undefined)}
      onPointerCancel={() => (begun.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
