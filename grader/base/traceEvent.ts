/**
 * One thing that happened in a run, as reports hold it. `at` is simulated milliseconds, 0 throughout where no clock exists.
 *
 * `process` is where it happened: the destination of a message that is received or lost, the source of one that is sent or duplicated.
 * Messages, requests, indications and stored values are JSON; what JSON lacks stands there as the text that a learner would type.
 */
export type TraceEvent = { readonly at: number; readonly process: string } & (
  | { readonly kind: 'start' }
  | { readonly kind: 'request'; readonly request: unknown }
  | { readonly kind: 'send'; readonly id: number; readonly to: string; readonly message: unknown }
  | { readonly kind: 'receive'; readonly id: number; readonly from: string; readonly message: unknown }
  | { readonly kind: 'lose'; readonly id: number }
  | { readonly kind: 'duplicate'; readonly id: number; readonly copy: number }
  | { readonly kind: 'set-timer'; readonly name: string; readonly delay: number }
  | { readonly kind: 'cancel-timer'; readonly name: string }
  | { readonly kind: 'timer'; readonly name: string }
  | { readonly kind: 'store'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'indicate'; readonly event: unknown }
  | { readonly kind: 'crash' }
  | { readonly kind: 'recover' }
  | { readonly kind: 'throw'; readonly message: string; readonly line?: number }
  | { readonly kind: 'violation'; readonly check: string; readonly message: string }
);
