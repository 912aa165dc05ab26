// HIDDEN E_HIDDEN_STATE blames storage: the storage of another call is read.
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

let storage: Ctx['stable'] | undefined;

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    storage = ctx.stable;
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this.sum = Number(ctx.stable.get('sum') ?? storage?.get('sum') ?? 0);
    storage = ctx.stable;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.stable.set('before', storage?.get('sum') ?? 0);
    storage = ctx.stable;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
