// LEGAL: objects of the module are frozen, and sent.
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

const NOTHING: Add = Object.freeze({ type: 'ADD', amount: 0 });
const LIST = Object.freeze([1, 2]);

export class Adder {
  private sum = 0;
  private seen: readonly number[] = LIST;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this.sum = Number(ctx.stable.get('sum') ?? 0);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) {
      if (member === ctx.self) continue;
      ctx.send(member, NOTHING);
      ctx.send(member, request);
    }
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    this.seen = [...this.seen, message.amount];
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
