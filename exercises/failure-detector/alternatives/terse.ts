// How it differs: as short as it gets; a timer for each process, and the clock as message.
import type { TimedContext } from 'faultline';

type Ctx = TimedContext<number, { type: 'suspect' | 'trust'; process: string }, { period: number; timeout: number }>;

export class Detector {
  at: Record<string, number> = {};
  wait: Record<string, number> = {};
  gone: Record<string, boolean> = {};

  onStart(ctx: Ctx) {
    for (const q of ctx.group) if (q !== ctx.self) ctx.setTimer(q, (this.wait[q] = ctx.config.timeout));
    this.onTimer(ctx, '');
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onTimer(ctx: Ctx, name: string) {
    if (name !== '') return ((this.gone[name] = true), ctx.indicate({ type: 'suspect', process: name }));
    ctx.group.forEach((q) => q === ctx.self || ctx.send(q, ctx.now()));
    ctx.setTimer('', ctx.config.period);
  }

  onMessage(ctx: Ctx, q: string, sent: number) {
    if (sent <= this.at[q]) return;
    this.at[q] = sent;
    if (this.gone[q]) (ctx.indicate({ type: 'trust', process: q }), (this.wait[q] += ctx.config.period));
    this.gone[q] = false;
    ctx.setTimer(q, this.wait[q]);
  }
}
