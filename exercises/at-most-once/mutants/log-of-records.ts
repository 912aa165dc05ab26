// MUTANT bounded: each request adds a record to a log, from which all is computed anew, and the log is never shortened.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

/** The effect and the answer of one request, written in one step. */
type Entry = { change: number; value: Value };

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Context<Message, never, null>, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const name = `${from} ${message.seq}`;
    let entry = ctx.stable.get(name) as Entry | undefined;
    if (!entry) {
      const balance = ctx.stable.keys().reduce((sum, key) => sum + (ctx.stable.get(key) as Entry).change, 0);
      const { op } = message;
      const change = op.type === 'balance' ? 0 : op.type === 'deposit' ? op.amount : -op.amount;
      entry = balance + change < 0 ? { change: 0, value: 'insufficient' } : { change, value: balance + change };
      ctx.stable.set(name, entry);
    }
    ctx.send(from, { type: 'REPLY', seq: message.seq, value: entry.value });
  }
}
