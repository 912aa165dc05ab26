// HIDDEN E_HIDDEN_STATE blames Adder.prototype.sum: the prototype keeps the sum.
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
  declare sum: number;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum ?? 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    Adder.prototype.sum = (this.sum ?? 0) + message.amount;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum ?? 0 });
  }
}
