/** What is run: the processes, what the network and the faults may do, and what the application above asks for. */
import type { Data } from '../base/data.ts';
import type { RunEvent } from './runEvent.ts';
import type { SuppliedClass } from './supplied.ts';

export interface Scenario {
  /** Unique within its exercise, in kebab-case. */
  readonly id: string;
  /** The whole fault plan in words: "2 participants, 1 crash with recovery of each process, 2 losses, timers at any moment". */
  readonly plan: string;
  /** In the order of their lanes in a diagram. */
  readonly processes: readonly ProcessPlan[];
  /** `ctx.group`, for every process. */
  readonly group: readonly string[];
  /**
   * `any`: a timer that is set may go off at any moment; `delay` means nothing. `patient`: time passes only while no message is in flight;
   * then the timer that is due first goes off (equally due: every order).
   */
  readonly timers: 'any' | 'patient';
  readonly faults: FaultPlan;
  readonly application?: Application;
  /** For one with more worlds than a learner waits for: so many runs are drawn at random in place of every schedule. */
  readonly sampledRuns?: number;
}

export type ProcessPlan = { readonly id: string; readonly config?: Data } & (
  | { readonly kind: 'learner'; /** The exported class. */ readonly role: string }
  | { readonly kind: 'supplied'; readonly behaviour: SuppliedClass }
  /** No handler of it is ever called; what arrives there is lost. */
  | { readonly kind: 'down' }
);

/** Which faults, and how many. What is left out does not happen. */
export interface FaultPlan {
  /** How often each process may crash: between handlers and between any two effects of one. */
  readonly crashes?: Readonly<Record<string, number>>;
  /** The most crashes of all processes together. */
  readonly crashesInAll?: number;
  /** The most recoveries of all processes together, before faults stop. */
  readonly recoveries?: number;
  /** A process recovers only while no message is in flight. */
  readonly recoversWhenQuiet?: boolean;
  /** Whether processes that are down recover once faults stop. */
  readonly recoversAtEnd?: boolean;
  /** Messages that vanish in flight. Not what arrives at a process that is down: that costs nothing. */
  readonly losses?: number;
  /** Messages that arrive twice. */
  readonly duplicates?: number;
  /** Timers any: how often timers of one process go off before faults stop. 2 for each unless said. Patient timers need no bound. */
  readonly firings?: number | Readonly<Record<string, number>>;
}

/** A request from above to one process. */
export interface RequestTo {
  readonly process: string;
  readonly request: Data;
}

/** The application above, as a fold like a property's: its state says what may be asked next. */
export interface Application<State extends Data = Data> {
  readonly watches: readonly RunEvent['kind'][];
  /** Of those, the ones it wants to see; all unless said. */
  sees?(event: RunEvent): boolean;
  /** As in `Property`. */
  saturates?(event: RunEvent): boolean;
  /** As in `Property`. */
  readonly isSymmetric?: boolean;
  readonly first: State;
  observe(state: State, event: RunEvent): State;
  /**
   * Every request that can ever come, whatever the state. Where it is said, messages that can do nothing any more are left out of worlds, which
   * makes them far fewer.
   */
  readonly every?: readonly RequestTo[];
  /** The requests that may come now; each is a step. Those to processes that are down do not come. A request that came is seen by `observe`. */
  requests(state: State): readonly RequestTo[];
  /** Once faults stop, when nothing is in flight and no timer is set: requests that are made then. None: the run ends. */
  insists?(state: State, up: ReadonlySet<string>): readonly RequestTo[];
  /** Whether it insists with timers set, too: then nobody who keeps one going waits for ever for a request that comes in every run. */
  readonly insistsSoon?: boolean;
}
