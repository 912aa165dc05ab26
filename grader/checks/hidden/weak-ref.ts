// HIDDEN E_HIDDEN_STATE blames total.sum: a WeakRef leads to what another variable keeps alive.
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

const total = { sum: 0 };
const reference = new WeakRef(total);

export class Adder {
  private sum = 0;

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
    const kept = reference.deref();
    total.sum += message.amount;
    this.sum = kept?.sum ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
