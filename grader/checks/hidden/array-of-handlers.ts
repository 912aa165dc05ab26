// HIDDEN E_HIDDEN_STATE blames waiting: functions wait in a list of the module until a timer calls them.
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

const waiting: ((ctx: Ctx) => void)[] = [];

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
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    const { sum } = this;
    waiting.push((later) => later.indicate({ type: 'SUM', sum }));
    ctx.indicate({ type: 'SUM', sum });
  }

  onTimer(ctx: Ctx): void {
    for (const act of waiting.splice(0)) act(ctx);
  }
}
