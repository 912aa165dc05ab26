// LEGAL: a class that extends an abstract one, which extends another.
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

class Base {
  protected sum = 0;
  protected list: number[] = [];

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}

abstract class Middle extends Base {
  protected abstract factor(): number;

  protected add(amount: number): number {
    this.list.push(amount);
    this.sum += amount * this.factor();
    return this.sum;
  }
}

export class Adder extends Middle {
  protected own = new Set<number>();

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
    this.own.add(message.amount);
    ctx.stable.set('sum', this.add(message.amount));
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    super.onTimer(ctx);
  }

  protected factor(): number {
    return 1;
  }
}
