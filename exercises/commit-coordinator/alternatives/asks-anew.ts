// How it differs: a coordinator that recovers without a decision asks for the votes anew; one that hears nothing asks again before it aborts; it says that it is uncertain.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  private readonly votes = new Map<ProcessId, 'commit'>();
  private acknowledged: ProcessId[] = [];
  private attempts = 0;
  private over = false;

  onRequest(ctx: Ctx) {
    ctx.stable.set('log', 'START');
    this.ask(ctx);
  }

  onRecover(ctx: Ctx) {
    const decision = this.decision(ctx);
    if (decision) this.publish(ctx, decision);
    else if (ctx.stable.get('log') === 'START') this.ask(ctx);
  }

  onTimer(ctx: Ctx, name: string) {
    const decision = this.decision(ctx);
    if (name === 'ask' && !decision) {
      if (this.attempts < 2) this.ask(ctx);
      else this.decide(ctx, 'abort');
    }
    if (name === 'tell' && decision && !this.over) this.tell(ctx, decision);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const decision = this.decision(ctx);
    switch (message.type) {
      case 'VOTE_COMMIT':
        if (decision) return;
        this.votes.set(from, 'commit');
        if (this.votes.size === ctx.group.length) this.decide(ctx, 'commit');
        return;
      case 'VOTE_ABORT':
        if (!decision) this.decide(ctx, 'abort');
        return;
      case 'ACK':
        if (!decision || this.acknowledged.includes(from)) return;
        this.acknowledged.push(from);
        this.maybeEnd(ctx);
        return;
      case 'DECISION_REQUEST':
        ctx.send(from, { type: 'DECISION_REPLY', decision: decision ?? 'uncertain' });
    }
  }

  private decision(ctx: Ctx): Decision | undefined {
    const log = ctx.stable.get('log');
    return log === 'COMMIT' ? 'commit' : log === 'ABORT' ? 'abort' : undefined;
  }

  private ask(ctx: Ctx) {
    this.attempts += 1;
    for (const p of ctx.group) if (!this.votes.has(p)) ctx.send(p, { type: 'VOTE_REQUEST' });
    if (ctx.group.length === 0) this.decide(ctx, 'commit');
    else ctx.setTimer('ask', ctx.config.timeout);
  }

  private decide(ctx: Ctx, decision: Decision) {
    ctx.cancelTimer('ask');
    ctx.stable.set('log', decision === 'commit' ? 'COMMIT' : 'ABORT');
    this.publish(ctx, decision);
  }

  private publish(ctx: Ctx, decision: Decision) {
    this.tell(ctx, decision);
    ctx.indicate({ type: 'decide', decision });
    this.maybeEnd(ctx);
  }

  private tell(ctx: Ctx, decision: Decision) {
    ctx.setTimer('tell', 2 * ctx.config.timeout);
    for (const p of ctx.group) {
      if (!this.acknowledged.includes(p)) ctx.send(p, { type: decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    }
  }

  private maybeEnd(ctx: Ctx) {
    if (this.acknowledged.length < ctx.group.length) return;
    this.over = true;
    ctx.cancelTimer('tell');
    ctx.indicate({ type: 'end' });
  }
}
