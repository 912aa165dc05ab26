// How it differs: puts requests into a stable queue, and messages to itself take them out.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message | 'next', never, null>;

type Queued = { from: ProcessId; seq: number; ackUpTo: number; op: Operation };
type Desk = { queue: Queued[]; balance: number; clients: Map<ProcessId, { ackUpTo: number; values: Map<number, Value> }> };

export class Server implements Process<Message | 'next', never, never, null> {
  onRecover(ctx: Ctx): void {
    ctx.send(ctx.self, 'next');
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message | 'next'): void {
    const desk: Desk = (ctx.stable.get('desk') as Desk | undefined) ?? { queue: [], balance: 0, clients: new Map() };
    if (message !== 'next') {
      if (message.type !== 'REQUEST') return;
      if (!desk.queue.some((one) => one.from === from && one.seq === message.seq)) {
        desk.queue.push({ from, seq: message.seq, ackUpTo: message.ackUpTo, op: message.op });
        ctx.stable.set('desk', desk);
      }
      ctx.send(ctx.self, 'next');
      return;
    }
    const next = desk.queue.shift();
    if (!next) return;
    const client = desk.clients.get(next.from) ?? { ackUpTo: 0, values: new Map() };
    desk.clients.set(next.from, client);
    client.ackUpTo = Math.max(client.ackUpTo, next.ackUpTo);
    for (const seq of client.values.keys()) if (seq <= client.ackUpTo) client.values.delete(seq);
    if (next.seq > client.ackUpTo && !client.values.has(next.seq)) client.values.set(next.seq, this.execute(desk, next.op));
    ctx.stable.set('desk', desk);
    const value = client.values.get(next.seq);
    if (value === undefined) return;
    ctx.send(next.from, { type: 'REPLY', seq: next.seq, value });
  }

  private execute(desk: Desk, op: Operation): Value {
    if (op.type === 'balance') return desk.balance;
    if (op.type === 'withdraw' && op.amount > desk.balance) return 'insufficient';
    desk.balance += op.type === 'deposit' ? op.amount : -op.amount;
    return desk.balance;
  }
}
