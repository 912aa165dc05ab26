// HIDDEN E_HIDDEN_STATE blames global: a property of globalThis that a registered symbol names.
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

const KEY = Symbol.for('sum');
const global = globalThis as unknown as Record<symbol, number>;

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: global[KEY] ?? 0 });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    global[KEY] = (global[KEY] ?? 0) + message.amount;
    ctx.indicate({ type: 'SUM', sum: global[KEY] ?? 0 });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: global[KEY] ?? 0 });
  }
}
