// How it differs: a record of its own for each request, whose newest holds the balance and all acknowledgements; the others are deleted one by one.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Entry = { turn: number; client: ProcessId; seq: number; value: Value; balance: number; marks: Map<ProcessId, number> };

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const entries = ctx.stable.keys().map((key) => ctx.stable.get(key) as Entry);
    const none: Entry = { turn: 0, client: from, seq: 0, value: 0, balance: 0, marks: new Map() };
    const newest = entries.reduce((left, right) => (left.turn > right.turn ? left : right), none);

    const known = entries.find(({ client, seq }) => client === from && seq === message.seq);
    if (known) {
      ctx.send(from, { type: 'REPLY', seq: known.seq, value: known.value });
      return;
    }
    const marks = new Map(newest.marks);
    const mark = Math.max(marks.get(from) ?? 0, message.ackUpTo);
    if (message.seq <= mark) return;
    marks.set(from, mark);

    const { op, seq } = message;
    const change = op.type === 'deposit' ? op.amount : op.type === 'withdraw' ? -op.amount : 0;
    const isCovered = newest.balance + change >= 0;
    const balance = isCovered ? newest.balance + change : newest.balance;
    const value = isCovered ? balance : 'insufficient';
    const entry: Entry = { turn: newest.turn + 1, client: from, seq, value, balance, marks };
    ctx.stable.set(`${from}/${seq}`, entry);
    ctx.send(from, { type: 'REPLY', seq, value });
    // A crash in between leaves records that the next request finds and deletes.
    for (const one of entries) if (one.seq <= (marks.get(one.client) ?? 0)) ctx.stable.delete(`${one.client}/${one.seq}`);
  }
}
