/** The window, the pins of client 1 and the load of all clients on one axis of time. What it shows is said by the sentence below it. */
import type { Attempt, Outcome, Plan, Run } from './retryTimeline.ts';
import { attemptsOf, CAPACITY, HORIZON_MS, SLOT_MS } from './retryTimeline.ts';
import styles from './retryTimeline.module.css';

const LEFT = 11;
const PX_PER_MS = 0.1;
const AXIS = 84;
const FLOOR = 168;
const BAR_ROOM = 62;
const SYMBOLS: Readonly<Record<Outcome, string>> = { faulty: '✕', refused: '–', done: '✓' };
const SECONDS = [0, 1, 2, 3] as const;

export function RetryDrawing({ plan, run }: { readonly plan: Plan; readonly run: Run }) {
  const end = x(Math.min(plan.windowMs, HORIZON_MS));
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${LEFT * 2 + HORIZON_MS * PX_PER_MS} 184`} aria-hidden="true">
      <defs>
        <pattern id="retry-fault" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <rect x={x(0)} y={14} width={end - x(0)} height={FLOOR - 14} fill="url(#retry-fault)" />
      <path className={styles.edge} d={`M${x(0)} 14V${FLOOR}${plan.windowMs === Infinity ? '' : `M${end} 14V${FLOOR}`}`} />
      <text className={styles.small} x={x(0)} y={10}>
        fault
      </text>
      <line className={styles.axis} x1={x(0)} x2={x(HORIZON_MS)} y1={AXIS} y2={AXIS} />
      <text className={styles.end} x={x(HORIZON_MS)} y={10}>
        attempts of one client
      </text>
      <text className={styles.end} x={x(HORIZON_MS)} y={AXIS + 13}>
        requests of all, in each {SLOT_MS} ms
      </text>
      {SECONDS.map((second) => (
        <text key={second} className={styles.tick} x={x(second * 1000)} y={FLOOR + 13}>
          {second === 0 ? '0' : `${second} s`}
        </text>
      ))}
      {attemptsOf(run, 0).map((attempt) => (
        <Pin key={attempt.number} attempt={attempt} />
      ))}
      <Load run={run} />
    </svg>
  );
}

/** Neighbours stand at two heights, so that pins close to each other do not hide each other. */
function Pin({ attempt }: { readonly attempt: Attempt }) {
  const at = x(attempt.atMs);
  const head = attempt.number % 2 === 1 ? 56 : 34;
  return (
    <g className={styles[attempt.outcome]}>
      <line className={styles.stem} x1={at} x2={at} y1={head + 9} y2={AXIS} />
      <circle cx={at} cy={head} r={9} />
      <text x={at} y={head + 4.2}>
        {SYMBOLS[attempt.outcome]}
      </text>
    </g>
  );
}

function Load({ run }: { readonly run: Run }) {
  const px = BAR_ROOM / Math.max(...run.load, CAPACITY * 2);
  const width = SLOT_MS * PX_PER_MS;
  return (
    <g>
      {run.load.map((requests, slot) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- a slot is its place in time
          key={slot}
          className={styles.bar}
          x={x(slot * SLOT_MS) + 1}
          y={FLOOR - requests * px}
          width={width - 2}
          height={requests * px}
        />
      ))}
      <line className={styles.axis} x1={x(0)} x2={x(HORIZON_MS)} y1={FLOOR} y2={FLOOR} />
      <line className={styles.capacity} x1={x(0)} x2={x(HORIZON_MS)} y1={FLOOR - CAPACITY * px} y2={FLOOR - CAPACITY * px} />
      <text className={styles.end} x={x(HORIZON_MS)} y={FLOOR - CAPACITY * px - 4}>
        the server can do {CAPACITY}
      </text>
    </g>
  );
}

function x(ms: number): number {
  return LEFT + ms * PX_PER_MS;
}
