// MUTANT bounded: a field is trimmed, but what is stable is never deleted.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

type Ctx = Context<Message, never, null>;
/** What one request left behind: its answer, the balance after it, and how many came before. */
type Entry = { turn: number; balance: number; value: Value };

export class Server implements Process<Message, never, never, null> {
  private balance = 0;
  private turn = 0;
  private answers = new Map<string, Value>();

  onRecover(ctx: Ctx): void {
    for (const key of ctx.stable.keys()) {
      const entry = ctx.stable.get(key) as Entry;
      this.answers.set(key, entry.value);
      if (entry.turn > this.turn) {
        this.turn = entry.turn;
        this.balance = entry.balance;
      }
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const { seq, op, ackUpTo } = message;
    let value = this.answers.get(`${from} ${seq}`);
    if (value === undefined && ctx.stable.keys().includes(`${from} ${seq}`)) return;
    if (value === undefined) {
      const change = op.type === 'balance' ? 0 : op.type === 'deposit' ? op.amount : -op.amount;
      value = this.balance + change < 0 ? 'insufficient' : this.balance + change;
      if (value !== 'insufficient') this.balance = value;
      this.turn += 1;
      this.answers.set(`${from} ${seq}`, value);
      ctx.stable.set(`${from} ${seq}`, { turn: this.turn, balance: this.balance, value });
    }
    for (let old = 1; old <= ackUpTo; old += 1) this.answers.delete(`${from} ${old}`);
    ctx.send(from, { type: 'REPLY', seq, value });
  }
}
