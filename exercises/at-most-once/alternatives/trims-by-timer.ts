// How it differs: acknowledgements have keys of their own, written before anything is dropped; a timer drops; requests are known by one text.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Done = { balance: number; values: Record<string, Value> };

export class Server implements Process<Message, never, never, null> {
  onStart(ctx: Ctx): void {
    ctx.setTimer('trim', 500);
  }

  onRecover(ctx: Ctx): void {
    ctx.setTimer('trim', 500);
  }

  onTimer(ctx: Ctx): void {
    const done = this.done(ctx);
    const kept = Object.entries(done.values).filter(([name]) => {
      const [from, seq] = JSON.parse(name);
      return seq > this.mark(ctx, from);
    });
    ctx.stable.set('done', { balance: done.balance, values: Object.fromEntries(kept) });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    if (message.ackUpTo > this.mark(ctx, from)) {
      ctx.stable.set('acknowledged by ' + from, message.ackUpTo);
      ctx.setTimer('trim', 500);
    }
    const done = this.done(ctx);
    const name = JSON.stringify([from, message.seq]);
    if (!(name in done.values)) {
      if (message.seq <= this.mark(ctx, from)) return;
      done.values[name] = perform(done, message.op);
      ctx.stable.set('done', done);
    }
    ctx.send(from, { type: 'REPLY', seq: message.seq, value: done.values[name] });
  }

  private done(ctx: Ctx): Done {
    return (ctx.stable.get('done') as Done | undefined) ?? { balance: 0, values: {} };
  }

  private mark(ctx: Ctx, client: ProcessId): number {
    return (ctx.stable.get('acknowledged by ' + client) as number | undefined) ?? 0;
  }
}

const perform = (done: Done, op: Operation): Value =>
  op.type === 'balance'
    ? done.balance
    : op.type === 'deposit'
      ? (done.balance += op.amount)
      : op.amount <= done.balance
        ? (done.balance -= op.amount)
        : 'insufficient';
