import type { Data } from '../base/data.ts';

/** What monitors and applications see of a run. `process` is where it happens. */
export type RunEvent = { readonly process: string } & (
  | { readonly kind: 'request'; readonly request: Data }
  /** Put into the network, by `process`. */
  | { readonly kind: 'send'; readonly to: string; readonly message: Data }
  /** Handed to the handler of `process`. Comes before what the handler does. Nothing arrives at a process that is down. */
  | { readonly kind: 'receive'; readonly from: string; readonly message: Data }
  /** A timer of `process` goes off. Comes before what the handler does. */
  | { readonly kind: 'timer'; readonly name: string }
  | { readonly kind: 'indicate'; readonly event: Data }
  /** A call of stable.set, or of stable.delete: then `value` is absent. */
  | { readonly kind: 'store'; readonly key: string; readonly value?: Data }
  | { readonly kind: 'crash' }
  /** Comes before what onRecover does. */
  | { readonly kind: 'recover' }
  /** The handler that was called last at `process` has returned. Comes only if something else of it was seen. */
  | { readonly kind: 'done' }
);
