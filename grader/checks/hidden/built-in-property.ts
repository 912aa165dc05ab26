// HIDDEN E_HIDDEN_STATE blames Math.max.sum: a built-in function has a property more.
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

const most = Math.max as typeof Math.max & { sum?: number };

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: most.sum ?? 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    (Math.max as typeof most).sum = (most.sum ?? 0) + message.amount;
    ctx.indicate({ type: 'SUM', sum: most.sum ?? 0 });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: most.sum ?? 0 });
  }
}
