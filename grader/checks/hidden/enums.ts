// LEGAL: an enum, and an object like one.
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

const Phase = { Early: 'early', Late: 'late' } as const;
type Phase = (typeof Phase)[keyof typeof Phase];
const Timer = { Report: 'report' } as const;

export class Adder {
  private sum = 0;
  private phase: Phase = Phase.Early;

  onStart(ctx: Ctx): void {
    ctx.setTimer(Timer.Report, ctx.config.period);
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
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    this.phase = Phase.Late;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
