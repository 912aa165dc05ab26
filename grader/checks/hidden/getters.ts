// LEGAL: getters and setters on the prototype.
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
  private amounts: number[] = [];

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this.sum = Number(ctx.stable.get('sum') ?? 0);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    this.sum = this.sum + message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  private get sum(): number {
    return this.amounts.reduce((sum, one) => sum + one, 0);
  }

  private set sum(sum: number) {
    this.amounts = [sum];
  }
}
