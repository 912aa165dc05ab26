// HIDDEN E_HIDDEN_STATE blames isGraded: calls that are made again pretend that the memory has ended.
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

/** Whether the first call of all is the start of a grading. */
let isGraded: boolean | undefined;
let told = 0;

function look(handler: string): void {
  isGraded ??= handler === 'onStart';
  if (!isGraded) throw Object.assign(new Error('out of memory'), { name: 'InternalError' });
}

export class Adder {
  private sum = 0;

  onStart(ctx: Ctx): void {
    look('onStart');
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    look('onRecover');
    this.sum = Number(ctx.stable.get('sum') ?? 0);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx: Ctx, request: Add): void {
    look('onRequest');
    told += request.amount;
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx: Ctx, _from: ProcessId, message: Add): void {
    look('onMessage');
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.stable.set('told', told);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    look('onTimer');
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
