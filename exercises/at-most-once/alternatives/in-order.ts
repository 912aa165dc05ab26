// How it differs: executes the requests of each client in the order of their numbers, and holds early ones back in a field.
import type { Context, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

interface Client {
  next: number;
  forgotten: number;
  answers: Value[];
}

export class Server {
  waiting: Map<ProcessId, { seq: number; ackUpTo: number; op: Operation }[]> = new Map();

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type !== 'REQUEST') return;
    const state = ctx.stable.get('state') as { money: number; clients: { [client: string]: Client } } | undefined;
    const { money, clients } = state ?? { money: 0, clients: {} };
    const client = (clients[from] ??= { next: 1, forgotten: 0, answers: [] });
    if (message.seq < client.next) {
      if (message.seq > client.forgotten) this.reply(ctx, from, client, message.seq);
      return;
    }
    const queue = this.waiting.get(from) ?? [];
    if (!queue.some((one) => one.seq === message.seq)) queue.push({ seq: message.seq, ackUpTo: message.ackUpTo, op: message.op });
    let balance = money;
    const done: number[] = [];
    for (let at; (at = queue.findIndex(({ seq }) => seq === client.next)) >= 0; client.next += 1) {
      const [{ seq, ackUpTo, op }] = queue.splice(at, 1);
      const change = op.type === 'balance' ? 0 : op.type === 'withdraw' ? -op.amount : op.amount;
      if (balance + change >= 0) client.answers.push((balance += change));
      else client.answers.push('insufficient');
      for (; client.forgotten < ackUpTo; client.forgotten += 1) client.answers.shift();
      done.push(seq);
    }
    this.waiting.set(from, queue);
    if (done.length === 0) return;
    ctx.stable.set('state', { money: balance, clients: clients as any });
    for (const seq of done) this.reply(ctx, from, client, seq);
  }

  reply(ctx: Ctx, to: ProcessId, client: Client, seq: number) {
    ctx.send(to, { type: 'REPLY', seq, value: client.answers[seq - client.forgotten - 1] });
  }
}
