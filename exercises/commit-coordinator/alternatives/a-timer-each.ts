// How it differs: a timer for each participant, and after a recovery everything waits for a timer; questions are answered out of the log.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  /** What is awaited of whom. */
  awaited: Record<ProcessId, 'vote' | 'ack'> = {};
  ended = false;

  onRequest(ctx: Ctx) {
    ctx.stable.set('log', { state: 'preparing' });
    for (const p of ctx.group) {
      this.awaited[p] = 'vote';
      ctx.send(p, { type: 'VOTE_REQUEST' });
      ctx.setTimer(p, ctx.config.timeout);
    }
    this.proceed(ctx);
  }

  onRecover(ctx: Ctx) {
    if (ctx.stable.get('log') !== undefined) ctx.setTimer('wake up', 1);
  }

  onTimer(ctx: Ctx, name: string) {
    const decision = this.logged(ctx);
    if (name === 'wake up') {
      if (decision) this.spread(ctx, decision);
      else this.settle(ctx, 'abort');
    } else if (this.awaited[name] === 'vote') {
      this.settle(ctx, 'abort');
    } else if (this.awaited[name] === 'ack' && decision) {
      this.tell(ctx, name, decision);
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const decision = this.logged(ctx);
    if (message.type === 'VOTE_ABORT' && this.awaited[from] === 'vote') this.settle(ctx, 'abort');
    if (message.type === 'VOTE_COMMIT' && this.awaited[from] === 'vote') this.strike(ctx, from);
    if (message.type === 'ACK' && this.awaited[from] === 'ack') this.strike(ctx, from);
    if (message.type === 'DECISION_REQUEST') ctx.send(from, { type: 'DECISION_REPLY', decision: decision ?? 'uncertain' });
  }

  private strike(ctx: Ctx, p: ProcessId) {
    delete this.awaited[p];
    ctx.cancelTimer(p);
    this.proceed(ctx);
  }

  private proceed(ctx: Ctx) {
    if (Object.keys(this.awaited).length > 0) return;
    if (!this.logged(ctx)) this.settle(ctx, 'commit');
    else if (!this.ended) {
      this.ended = true;
      ctx.indicate({ type: 'end' });
    }
  }

  private settle(ctx: Ctx, decision: Decision) {
    ctx.stable.set('log', { state: 'decided', decision });
    this.spread(ctx, decision);
  }

  private spread(ctx: Ctx, decision: Decision) {
    for (const p of ctx.group) {
      this.awaited[p] = 'ack';
      this.tell(ctx, p, decision);
    }
    ctx.indicate({ type: 'decide', decision });
    this.proceed(ctx);
  }

  private tell(ctx: Ctx, p: ProcessId, decision: Decision) {
    ctx.send(p, { type: decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    ctx.setTimer(p, ctx.config.timeout);
  }

  private logged(ctx: Ctx): Decision | undefined {
    const log = ctx.stable.get('log');
    if (typeof log !== 'object' || log === null || !('decision' in log)) return undefined;
    return log.decision === 'commit' ? 'commit' : 'abort';
  }
}
