/**
 * The promises that runs are judged by. A property is a monitor: a small state folded over the events of a run.
 *
 * The state is part of the world, so it is kept as small as the promise allows: which decisions were seen, not how often; which value a
 * request was answered with, not the whole history. What all runs agree on, and what no later judgement needs, has no place in it. Its fold is
 * called once for each pair of state and events, and must be a pure function.
 */
import type { Data } from '../base/data.ts';
import type { RunEvent } from './runEvent.ts';

/** How a promise was broken: at which process, and the one to three sentences that the learner reads. */
export class Violation {
  readonly process: string;
  /** Full sentences in the learner's terms: "p1 decided commit and p2 decided abort in the same transaction." */
  readonly message: string;

  constructor(process: string, message: string) {
    this.process = process;
    this.message = message;
  }
}

/** How a run stands when all has settled after faults stopped. */
export interface RunEnd {
  readonly up: ReadonlySet<string>;
  /** Whether nothing is in flight and no timer is set. False if it was given up after the last round. */
  readonly quiet: boolean;
}

export interface Property<State extends Data = Data> {
  /** The kinds of events that `observe` wants to see. The fewer, the fewer worlds. */
  readonly watches: readonly RunEvent['kind'][];
  /** Of those, the ones it wants to see; all unless said. What nobody wants to see makes no worlds differ. */
  sees?(event: RunEvent): boolean;
  /**
   * Whether an event that leaves the state as it is would leave every later state as it is, too. To hear of a decision for the second time does, where the
   * state is the set of decisions heard; what depends on a crash in between does not. Where it is said, messages that can do nothing any more are
   * left out of worlds, which makes them far fewer.
   */
  saturates?(event: RunEvent): boolean;
  /**
   * Whether it treats processes alike that the scenario treats alike: with the names of two of them exchanged in its state and in what it sees, it comes to
   * the same with these names exchanged; and it does not matter to it in which order one handler sends. Where all that watches says so, worlds that
   * differ in such names only are one. A state holds names as values and keys of their own.
   */
  readonly isSymmetric?: boolean;
  readonly first: State;
  /** *Always*: answers the next state, or how the event breaks the promise. */
  observe(state: State, event: RunEvent): State | Violation;
  /** *Eventually*: asked when all has settled after faults stopped: how the promise is broken, or undefined if it is kept. */
  atEnd?(state: State, end: RunEnd): Violation | undefined;
  /** Whether `atEnd`, once it is content, stays content whatever follows. Then a run need not be followed to its end. */
  readonly lasting?: boolean;
}
