/** How the processes of a transaction stand at the end of a trace: what each has logged, what it is about to log, and which decisions are on their way. */
import type { TraceEvent } from '../../../grader/base/traceEvent.ts';
import { decisionOf, type Decision } from './stepwise.ts';

export interface Standing {
  readonly isUp: boolean;
  /** Everything that it ever logged, in order. A crash does not change it. */
  readonly log: readonly string[];
  /** What the log says; INIT while it says nothing. */
  readonly state: string;
  /** What the log will say when it has done what it is about to do. */
  readonly heading: string;
  /** What it has decided, as far as anybody saw. */
  readonly decision: Decision | undefined;
}

export interface Standings {
  readonly of: ReadonlyMap<string, Standing>;
  /** The processes to which a message that tells the decision is on its way. */
  readonly told: ReadonlySet<string>;
}

const NEW: Standing = { isUp: true, log: [], state: 'INIT', heading: 'INIT', decision: undefined };

/** `votes`: by participant. */
export function standingsOf(
  trace: readonly TraceEvent[],
  processes: readonly string[],
  votes: Readonly<Record<string, Decision>>,
): Standings {
  const of = new Map<string, Standing>(processes.map((process) => [process, NEW]));
  const inFlight = new Map<number, string>();
  for (const event of trace) {
    const standing = of.get(event.process) ?? NEW;
    const change = (part: Partial<Standing>): unknown => of.set(event.process, { ...standing, ...part });
    switch (event.kind) {
      case 'send':
        if (decisionIn(event.message) !== undefined) inFlight.set(event.id, event.to);
        break;
      case 'lose':
        inFlight.delete(event.id);
        break;
      case 'receive':
        inFlight.delete(event.id);
        change({ heading: headingAfter(standing, event.message, votes[event.process]) });
        break;
      case 'store': {
        const record = String(event.value);
        change({ log: [...standing.log, record], state: record, heading: decisionOf(standing.heading) ? standing.heading : record });
        break;
      }
      case 'indicate':
        change({ decision: decisionIn(event.event) ?? standing.decision });
        break;
      case 'crash':
        change({ isUp: false, heading: standing.state });
        break;
      case 'recover':
        change({ isUp: true, heading: standing.state === 'INIT' && event.process in votes ? 'ABORT' : standing.state });
        break;
      case 'timer':
        if (standing.state === 'INIT' && event.process in votes) change({ heading: 'ABORT' });
        break;
      default:
    }
  }
  return { of, told: new Set(inFlight.values()) };
}

function headingAfter({ heading }: Standing, message: unknown, vote: Decision | undefined): string {
  if (decisionOf(heading) || vote === undefined) return heading;
  const told = decisionIn(message);
  if (told !== undefined) return told === 'commit' ? 'COMMIT' : 'ABORT';
  if (heading !== 'INIT') return heading;
  const type = fieldIn(message, 'type');
  if (type === 'VOTE_REQUEST') return vote === 'commit' ? 'READY' : 'ABORT';
  return type === 'DECISION_REQUEST' ? 'ABORT' : heading;
}

/** The decision that a message or an indication tells. */
function decisionIn(said: unknown): Decision | undefined {
  const type = fieldIn(said, 'type');
  if (type === 'GLOBAL_COMMIT') return 'commit';
  if (type === 'GLOBAL_ABORT') return 'abort';
  const decision = fieldIn(said, 'decision');
  return decision === 'commit' || decision === 'abort' ? decision : undefined;
}

function fieldIn(said: unknown, field: string): unknown {
  return typeof said === 'object' && said !== null ? Object.entries(said).find(([key]) => key === field)?.[1] : undefined;
}
