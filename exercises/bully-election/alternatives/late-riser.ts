// How it differs: a process that recovers looks around for a moment before it holds its election; it waits by rank for the COORDINATOR, and keeps the group as two lists.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'ELECTION' | 'OK' | 'COORDINATOR' };
type Ctx = Context<Message, { type: 'leader'; process: ProcessId }, { timeout: number }>;

function others(ctx: Ctx): { lower: readonly ProcessId[]; higher: readonly ProcessId[] } {
  const rank = ctx.group.indexOf(ctx.self);
  return { lower: ctx.group.slice(0, rank), higher: ctx.group.slice(rank + 1) };
}

export class BullyProcess {
  private inElection = false;

  onRecover(ctx: Ctx) {
    this.inElection = true;
    ctx.setTimer('rise', 1);
  }

  onRequest(ctx: Ctx) {
    this.onTimer(ctx, this.inElection ? 'nothing' : 'rise');
  }

  onMessage(ctx: Ctx, from: ProcessId, { type }: Message) {
    const { higher } = others(ctx);
    if (type === 'ELECTION') {
      ctx.send(from, { type: 'OK' });
      this.onRequest(ctx);
    } else if (type === 'COORDINATOR') {
      for (const timer of ['rise', 'conquer', 'despair']) ctx.cancelTimer(timer);
      this.inElection = false;
      ctx.indicate({ type: 'leader', process: from });
    } else if (this.inElection) {
      ctx.cancelTimer('conquer');
      ctx.setTimer('despair', (1 + higher.length) * ctx.config.timeout);
    }
  }

  onTimer(ctx: Ctx, name: string) {
    const { lower, higher } = others(ctx);
    if (name === 'nothing') return;
    if (name === 'conquer' || higher.length === 0) {
      this.inElection = false;
      ctx.cancelTimer('rise');
      for (const process of lower) ctx.send(process, { type: 'COORDINATOR' });
      ctx.indicate({ type: 'leader', process: ctx.self });
      return;
    }
    this.inElection = true;
    for (const process of higher) ctx.send(process, { type: 'ELECTION' });
    ctx.setTimer('conquer', ctx.config.timeout);
  }
}
