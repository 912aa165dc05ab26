// How it differs: one timer and a phase instead of a flag and two timers; it indicates before it sends, and elects before it says OK.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'ELECTION' } | { type: 'OK' } | { type: 'COORDINATOR' };
type Leader = { type: 'leader'; process: ProcessId };
type Ctx = Context<Message, Leader, { timeout: number }>;

export class BullyProcess {
  phase: 'resting' | 'asking' | 'beaten' = 'resting';

  onStart(ctx: Ctx) {
    this.phase = 'resting';
  }

  onRecover(ctx: Ctx) {
    this.elect(ctx);
  }

  onRequest(ctx: Ctx, request: { type: 'elect' }) {
    if (request.type === 'elect' && this.phase === 'resting') this.elect(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type === 'ELECTION') {
      if (this.phase === 'resting') this.elect(ctx);
      ctx.send(from, { type: 'OK' });
    }
    if (message.type === 'OK' && this.phase === 'asking') {
      this.phase = 'beaten';
      ctx.setTimer('patience', ctx.config.timeout * 2);
    }
    if (message.type === 'COORDINATOR') this.rest(ctx, from);
  }

  onTimer(ctx: Ctx) {
    if (this.phase === 'asking') this.win(ctx);
    else if (this.phase === 'beaten') this.elect(ctx);
  }

  private elect(ctx: Ctx) {
    const above = ctx.group.slice(ctx.group.indexOf(ctx.self) + 1);
    if (above.length === 0) return this.win(ctx);
    this.phase = 'asking';
    ctx.setTimer('patience', ctx.config.timeout);
    above.forEach((process) => ctx.send(process, { type: 'ELECTION' }));
  }

  private win(ctx: Ctx) {
    this.rest(ctx, ctx.self);
    for (const process of ctx.group) {
      if (process === ctx.self) break;
      ctx.send(process, { type: 'COORDINATOR' });
    }
  }

  private rest(ctx: Ctx, process: ProcessId) {
    this.phase = 'resting';
    ctx.cancelTimer('patience');
    ctx.indicate({ type: 'leader', process });
  }
}
