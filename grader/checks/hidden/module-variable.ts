// HIDDEN E_HIDDEN_STATE blames sum: a variable of the module takes the place of a field.
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

let sum = 0;

export class Adder {
  onStart(ctx: Ctx): void {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    sum += message.amount;
    ctx.indicate({ type: 'SUM', sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum });
  }
}
