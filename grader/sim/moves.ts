import type { Envelope } from './network.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Outcome } from './processStates.ts';

/** One step of the scheduler. */
export type MoveKind = 'start' | 'request' | 'deliver' | 'timer' | 'choice' | 'lose' | 'duplicate' | 'crash' | 'recover' | 'round';

/** What a step does, told while it is taken. `process` is where it happens. */
export type Taken = (
  kind: MoveKind,
  process: number,
  /** What the handler did; absent where none is called. */
  outcome: Outcome | undefined,
  event: ProcessEvent | undefined,
  envelope: Envelope | undefined,
) => void;

/** A step that is possible. */
export interface Step {
  readonly kind: MoveKind;
  readonly process: number;
  readonly outcome: Outcome | undefined;
  readonly event: ProcessEvent | undefined;
  readonly envelope: Envelope | undefined;
}

/** With the world it leads to. */
export interface Move extends Step {
  readonly next: Int32Array;
}
