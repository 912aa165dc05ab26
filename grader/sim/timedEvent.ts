/**
 * What happens in a run in simulated time, in the order in which it happens. Messages, indications and stored values are canonical texts.
 *
 * The effects of a handler follow what called it ('start', 'recover', 'receive' or 'timer'), with no other event of any process between.
 * `process` is where it happens: the destination of a message that is received or lost.
 */
export type TimedEvent = { readonly at: number; readonly process: string } & (
  | { readonly kind: 'start' | 'recover' | 'crash' }
  /** `id` numbers the messages of a run from 1 in the order in which they are sent. */
  | { readonly kind: 'send'; readonly id: number; readonly to: string; readonly message: string }
  | { readonly kind: 'receive'; readonly id: number; readonly from: string; readonly message: string }
  /** Vanishes in the network when it is sent, or arrives at a process that is down. */
  | { readonly kind: 'lose'; readonly id: number; readonly from: string }
  | { readonly kind: 'set-timer'; readonly name: string; readonly delay: number }
  | { readonly kind: 'cancel-timer' | 'timer'; readonly name: string }
  | { readonly kind: 'store'; readonly key: string; readonly value: string | undefined }
  | { readonly kind: 'indicate'; readonly event: string }
);
