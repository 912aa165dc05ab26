// LEGAL: copies of ctx.config and ctx.group are changed and kept.
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
  private sum = 0;
  private period = 0;
  private members: ProcessId[] = [];

  onStart(ctx: Ctx): void {
    const config = { ...ctx.config };
    config.period += 1;
    this.period = config.period;
    this.members = [...ctx.group].reverse();
    ctx.setTimer('report', this.period);
  }

  onRecover(ctx: Ctx): void {
    this.sum = Number(ctx.stable.get('sum') ?? 0);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group.toSorted()) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    const copy = message;
    copy.amount += this.sum;
    this.sum = copy.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
