import type { Context, Process, ProcessId } from 'faultline';

/** There is one account, of balance 0 at first. */
export type Operation =
  | { type: 'deposit'; amount: number }
  /** Not done if the balance is less than the amount. */
  | { type: 'withdraw'; amount: number }
  | { type: 'balance' };

/** The balance after the operation, or 'insufficient'. */
export type Value = number | 'insufficient';

export type Message =
  /** The client has the answers to all its requests up to `ackUpTo`, which is less than `seq`. */
  { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

type Ctx = Context<Message, never, null>;

export class Server implements Process<Message, never, never, null> {
  // TODO: after a crash there is a new Server, whose balance is 0.
  private balance = 0;

  onRecover(ctx: Ctx): void {
    // TODO: the crash may have come between any two effects. What is left, and does it fit together?
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    // TODO: this client may have sent this request before, and other clients use the same numbers.
    // TODO: whatever is remembered for that would grow for ever. From when on will nobody ask for it again?
    const value = this.execute(message.op);
    // TODO: whoever reads this relies on it. What if this process crashes right after the next line?
    ctx.send(from, { type: 'REPLY', seq: message.seq, value });
  }

  private execute(op: Operation): Value {
    // TODO: nobody can take out more than there is.
    if (op.type === 'deposit') this.balance += op.amount;
    if (op.type === 'withdraw') this.balance -= op.amount;
    return this.balance;
  }
}
