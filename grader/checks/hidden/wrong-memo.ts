// HIDDEN E_HIDDEN_STATE blames answers: a table of answers forgets what they depend on.
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

const answers = new Map<string, number>();

function doubled(kind: string, amount: number): number {
  const known = answers.get(kind) ?? 2 * amount;
  answers.set(kind, known);
  return known;
}

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
    this.sum += doubled(message.type, message.amount) / 2;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx: Ctx): void {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
