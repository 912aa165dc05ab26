// HIDDEN E_HIDDEN_STATE blames Adder.sums: a static table is reached through a getter.
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

export class Adder {
  static sums: Record<string, number> = {};

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.own[ctx.self] ?? 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    this.own[ctx.self] = (this.own[ctx.self] ?? 0) + message.amount;
    ctx.indicate({ type: 'SUM', sum: this.own[ctx.self] ?? 0 });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.own[ctx.self] ?? 0 });
  }

  private get own(): Record<string, number> {
    return Adder.sums;
  }
}
