// LEGAL: fields, storage and messages hold every kind of data.
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

export class Adder {
  private sum = 0;
  private bytes = Uint8Array.of(1, 2);
  private numbers = [NaN, -0, Infinity, 2n ** 70n];
  private map = new Map<unknown, unknown>([[new Set([1]), { deep: [undefined, null] }]]);

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
    if (
      !Number.isNaN(this.numbers[0]) ||
      !Object.is(this.numbers[1], -0) ||
      this.numbers[3] !== 2n ** 70n ||
      this.bytes[1] !== 2 ||
      !([...this.map.keys()][0] instanceof Set)
    )
      throw new Error('not what it was');
    this.sum += message.amount;
    ctx.stable.set('all', [this.bytes, this.numbers, this.sum]);
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
