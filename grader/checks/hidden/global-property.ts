// HIDDEN E_HIDDEN_STATE blames globalThis.sum: a property of globalThis.
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

type Global = { sum?: number };

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.known ?? 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    (globalThis as unknown as Global).sum = (this.known ?? 0) + message.amount;
    ctx.indicate({ type: 'SUM', sum: this.known ?? 0 });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.known ?? 0 });
  }

  private get known(): number | undefined {
    return (globalThis as unknown as Global).sum;
  }
}
