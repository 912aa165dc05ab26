// MUTANT once: an intent is written first and carried out after, but it says what to add and not what comes out: a crash in between and a recovery adds twice.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

type Ctx = Context<Message, never, null>;
type Intent = { from: ProcessId; seq: number; ackUpTo: number; change: number; value: Value };

export class Server implements Process<Message, never, never, null> {
  onRecover(ctx: Ctx): void {
    this.carryOut(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const { seq, ackUpTo, op } = message;
    const mark = (ctx.stable.get(`mark ${from}`) as number | undefined) ?? 0;
    if (seq <= mark) return;
    let value = ctx.stable.get(`answer ${from} ${seq}`) as Value | undefined;
    if (value === undefined) {
      const balance = (ctx.stable.get('balance') as number | undefined) ?? 0;
      const change = op.type === 'balance' ? 0 : op.type === 'deposit' ? op.amount : -op.amount;
      value = balance + change < 0 ? 'insufficient' : balance + change;
      const intent: Intent = { from, seq, ackUpTo: Math.max(mark, ackUpTo), change: value === 'insufficient' ? 0 : change, value };
      ctx.stable.set('intent', intent);
      this.carryOut(ctx);
    }
    ctx.send(from, { type: 'REPLY', seq, value });
  }

  private carryOut(ctx: Ctx): void {
    const intent = ctx.stable.get('intent') as Intent | undefined;
    if (!intent) return;
    const { from, seq, ackUpTo, change, value } = intent;
    ctx.stable.set('balance', ((ctx.stable.get('balance') as number | undefined) ?? 0) + change);
    ctx.stable.set(`answer ${from} ${seq}`, value);
    const mark = (ctx.stable.get(`mark ${from}`) as number | undefined) ?? 0;
    ctx.stable.set(`mark ${from}`, ackUpTo);
    for (let old = mark + 1; old <= ackUpTo; old += 1) ctx.stable.delete(`answer ${from} ${old}`);
    ctx.stable.delete('intent');
  }
}
