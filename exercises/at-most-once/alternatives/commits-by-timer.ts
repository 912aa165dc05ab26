// How it differs: collects requests in a field; a timer executes them all, writes once, and then answers.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Collected = { from: ProcessId; seq: number; ackUpTo: number; op: Operation };
type Books = { total: bigint; clients: { name: ProcessId; confirmed: number; given: [seq: number, value: Value][] }[] };

export class Server implements Process<Message, never, never, null> {
  private collected: Collected[] = [];

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    if (this.collected.some((one) => one.from === from && one.seq === message.seq)) return;
    this.collected.push({ from, seq: message.seq, ackUpTo: message.ackUpTo, op: message.op });
    ctx.setTimer('commit', 20);
  }

  onTimer(ctx: Ctx): void {
    const books = (ctx.stable.get('books') as Books | undefined) ?? { total: 0n, clients: [] };
    const replies: { to: ProcessId; seq: number; value: Value }[] = [];
    for (const { from, seq, ackUpTo, op } of this.collected) {
      let client = books.clients.find(({ name }) => name === from);
      if (!client) books.clients.push((client = { name: from, confirmed: 0, given: [] }));
      client.confirmed = Math.max(client.confirmed, ackUpTo);
      const { confirmed } = client;
      client.given = client.given.filter(([given]) => given > confirmed);
      if (seq <= confirmed) continue;
      let value = client.given.find(([given]) => given === seq)?.[1];
      if (value === undefined) {
        const after =
          op.type === 'balance' ? books.total : op.type === 'deposit' ? books.total + BigInt(op.amount) : books.total - BigInt(op.amount);
        if (after >= 0n) books.total = after;
        value = after >= 0n ? Number(after) : 'insufficient';
        client.given.push([seq, value]);
      }
      replies.push({ to: from, seq, value });
    }
    ctx.stable.set('books', books);
    for (const { to, seq, value } of replies) ctx.send(to, { type: 'REPLY', seq, value });
    this.collected = [];
  }
}
