// LEGAL: tables of constants.
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

const FACTORS = new Map<string, number>([['ADD', 1]]);
const NAMES = ['report'] as const;
const LIMITS = { ADD: { least: 0, most: 10 } };
let least = 0;
least += LIMITS.ADD.least;

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    for (const name of NAMES) ctx.setTimer(name, ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this.sum = Number(ctx.stable.get('sum') ?? 0);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    if (message.amount <= least || message.amount > LIMITS[message.type].most) return;
    this.sum += message.amount * (FACTORS.get(message.type) ?? 0);
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
