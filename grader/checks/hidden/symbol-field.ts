// HIDDEN data blames `['a symbol']`: a field is named by a symbol.
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

const SUM = Symbol('sum');

export class Adder {
  private [SUM] = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this[SUM] = Number(ctx.stable.get('sum') ?? 0);
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    this[SUM] += message.amount;
    ctx.stable.set('sum', this[SUM]);
    ctx.indicate({ type: 'SUM', sum: this[SUM] });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this[SUM] });
  }
}
