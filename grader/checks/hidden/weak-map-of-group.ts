// HIDDEN E_HIDDEN_STATE blames memory: a WeakMap remembers calls by ctx.group.
import type { Context, ProcessId } from 'faultline';

interface Add {
  type: 'ADD';
  amount: number;
}
interface Sum {
  type: 'SUM';
  sum: number;
}
type Ctx = Context<Add, Sum, { period: number; names: { long: string[] } }>;

const memory = new WeakMap<object, number>();

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    const sum = (memory.get(ctx.group) ?? 0) + message.amount;
    memory.set(ctx.group, sum);
    ctx.indicate({ type: 'SUM', sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
