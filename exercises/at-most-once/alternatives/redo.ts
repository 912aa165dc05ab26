// How it differs: writes down first what is to become of each key, in one step, then does it; a recovering server does it once more.
import type { Context, Data, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Intent = { key: string; value: Data }[];

export class Server implements Process<Message, never, never, null> {
  onRecover(ctx: Ctx): void {
    this.carryOut(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const { seq, op } = message;
    const answer = ctx.stable.get(`${from}#${seq}`) as Value | undefined;
    if (answer !== undefined) return ctx.send(from, { type: 'REPLY', seq, value: answer });
    const mark = (ctx.stable.get(`mark ${from}`) as number | undefined) ?? 0;
    if (seq <= mark) return;

    const before = (ctx.stable.get('balance') as number | undefined) ?? 0;
    const after = op.type === 'balance' ? before : op.type === 'deposit' ? before + op.amount : before - op.amount;
    const value = after < 0 ? 'insufficient' : after;
    const intent: Intent = [
      { key: 'balance', value: after < 0 ? before : after },
      { key: `${from}#${seq}`, value },
      { key: `mark ${from}`, value: Math.max(mark, message.ackUpTo) },
    ];
    for (let old = mark + 1; old <= message.ackUpTo; old += 1) intent.push({ key: `${from}#${old}`, value: 'gone' });
    ctx.stable.set('intent', intent);
    ctx.send(from, { type: 'REPLY', seq, value });
    this.carryOut(ctx);
  }

  private carryOut(ctx: Ctx): void {
    for (const { key, value } of (ctx.stable.get('intent') as Intent | undefined) ?? []) {
      if (value === 'gone') ctx.stable.delete(key);
      else ctx.stable.set(key, value);
    }
    ctx.stable.delete('intent');
  }
}
