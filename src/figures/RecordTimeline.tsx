/**
 * A record drawn as lanes: the server between its two observers, three requests from left to right. The thick part of an observer's lane
 * is the time in which a reply is due. What it shows is also said line by line beside it, so it is hidden from those who hear the page.
 */
import type { Exchange, Reply } from '../../exercises/classify-failure/trace.ts';
import type { FailureRecord } from './failureRecords.ts';
import { SPEC } from './failureRecords.ts';
import styles from './failureBoard.module.css';

const LABELS = 42;
const WIDTH = 110;
const MS = 4.7;
const P = 42;
const SERVER = 92;
const Q = 142;
const LANES = [
  { name: 'p', y: P },
  { name: 'server', y: SERVER },
  { name: 'q', y: Q },
] as const;

interface RecordTimelineProps {
  readonly record: FailureRecord;
  /** The exchange to ring. */
  readonly ringed: number | undefined;
}

export function RecordTimeline({ record, ringed }: RecordTimelineProps) {
  const end = LABELS + WIDTH * record.trace.exchanges.length;
  return (
    <svg className={styles.timeline} viewBox={`0 0 ${end + 4} 172`} aria-hidden="true">
      {LANES.map(({ name, y }) => (
        <g key={name}>
          <text x={0} y={y + 4}>
            {name}
          </text>
          <line className={styles.lane} x1={LABELS} x2={end} y1={y} y2={y} />
        </g>
      ))}
      {record.trace.exchanges.map((exchange, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an exchange is its place in the record
        <ExchangeDrawing key={at} exchange={exchange} number={at + 1} x={LABELS + 6 + WIDTH * at} isRinged={ringed === at} />
      ))}
    </svg>
  );
}

interface ExchangeDrawingProps {
  readonly exchange: Exchange;
  readonly number: number;
  readonly x: number;
  readonly isRinged: boolean;
}

function ExchangeDrawing({ exchange, number, x, isRinged }: ExchangeDrawingProps) {
  const { received, step, replies } = exchange;
  return (
    <g>
      {isRinged && <rect className={styles.ring} x={x - 5} y={19} width={WIDTH - 4} height={150} rx={2} />}
      <text className={styles.op} x={x} y={12}>
        {number} {exchange.op}
      </text>
      <Arrow x={x} from={P} to={received ? SERVER : (P + SERVER) / 2} isLost={!received} />
      <text className={styles.log} x={x + logMs(exchange) * MS} y={SERVER - 5}>
        {step ? step.join('→') : received ? 'in log' : 'not in log'}
      </text>
      <Observed x={x} y={P} labelY={P - 8} reply={replies['p'] ?? null} />
      <Observed x={x} y={Q} labelY={Q + 18} reply={replies['q'] ?? null} />
    </g>
  );
}

function Observed({
  x,
  y,
  labelY,
  reply,
}: {
  readonly x: number;
  readonly y: number;
  readonly labelY: number;
  readonly reply: Reply | null;
}) {
  return (
    <g>
      <line className={styles.due} x1={x + SPEC.earliest * MS} x2={x + SPEC.latest * MS} y1={y} y2={y} />
      {reply && <Arrow x={x + (reply.after - 1) * MS} from={SERVER} to={y} isLost={false} />}
      <text
        className={reply ? styles.value : styles.nothing}
        x={x + (reply ? reply.after : (SPEC.earliest + SPEC.latest) / 2) * MS}
        y={labelY}
      >
        {reply ? reply.value : 'nothing'}
      </text>
    </g>
  );
}

/** One millisecond wide, from one lane to another; a lost one ends in a cross on its way. */
function Arrow({ x, from, to, isLost }: { readonly x: number; readonly from: number; readonly to: number; readonly isLost: boolean }) {
  const down = to > from ? 1 : -1;
  const tip = x + (isLost ? MS / 2 : MS);
  return (
    <g className={isLost ? styles.lost : styles.message}>
      <line x1={x} x2={tip} y1={from} y2={to} />
      <path
        d={isLost ? `M${tip - 4} ${to - 4}l8 8m0 -8l-8 8` : `M${tip - 4.5} ${to - 7 * down}L${tip} ${to}L${tip + 3} ${to - 7.5 * down}`}
      />
    </g>
  );
}

/** Where the log's words are in nobody's way: behind the replies, or before late ones. */
function logMs({ received, replies }: Exchange): number {
  if (!received) return 2;
  return Object.values(replies).some((reply) => reply !== null && reply.after > 12) ? 4 : 11;
}
