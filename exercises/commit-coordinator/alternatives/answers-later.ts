// How it differs: questions wait for the next timer; the decision is indicated when it has been said to everybody; a request after a crash is refused.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  decision?: Decision;
  asked = false;
  said = false;
  votes = new Set<ProcessId>();
  acks = new Set<ProcessId>();
  questions = new Set<ProcessId>();

  onRecover(ctx: Ctx) {
    const decision = ctx.stable.get('decision');
    // Perhaps the request had come and perhaps not. In both cases aborting is safe, if it is recorded; whether anybody waits is unknown, so nobody is told.
    if (decision === 'commit') this.conclude(ctx, 'commit');
    else {
      if (decision === undefined) ctx.stable.set('decision', 'abort');
      this.decision = 'abort';
    }
  }

  onRequest(ctx: Ctx) {
    if (this.decision) return this.announce(ctx);
    this.asked = true;
    for (const p of ctx.group) ctx.send(p, { type: 'VOTE_REQUEST' });
    ctx.setTimer('tick', ctx.config.timeout);
    if (ctx.group.length === 0) this.conclude(ctx, 'commit');
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    switch (message.type) {
      case 'VOTE_COMMIT':
        if (!this.asked || this.decision) break;
        this.votes.add(from);
        if (this.votes.size === ctx.group.length) this.conclude(ctx, 'commit');
        break;
      case 'VOTE_ABORT':
        if (this.asked && !this.decision) this.conclude(ctx, 'abort');
        break;
      case 'ACK':
        if (!this.said || this.acks.has(from)) break;
        this.acks.add(from);
        if (this.acks.size === ctx.group.length) ctx.indicate({ type: 'end' });
        break;
      case 'DECISION_REQUEST':
        // A timer of their own: every question sets it anew, and the other one must not wait for that.
        this.questions.add(from);
        ctx.setTimer('answer', 1);
        break;
    }
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'answer') {
      for (const p of this.questions) ctx.send(p, { type: 'DECISION_REPLY', decision: this.decision ?? 'uncertain' });
      this.questions.clear();
    } else if (!this.decision) this.conclude(ctx, 'abort');
    else if (this.said && this.acks.size < ctx.group.length) this.tell(ctx, this.decision);
  }

  conclude(ctx: Ctx, decision: Decision) {
    ctx.stable.set('decision', decision);
    this.decision = decision;
    this.announce(ctx);
  }

  announce(ctx: Ctx) {
    if (!this.decision) return;
    this.tell(ctx, this.decision);
    ctx.indicate({ type: 'decide', decision: this.decision });
    this.said = true;
    if (ctx.group.length === 0) ctx.indicate({ type: 'end' });
  }

  tell(ctx: Ctx, decision: Decision) {
    for (const p of ctx.group) {
      if (!this.acks.has(p)) ctx.send(p, { type: decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    }
    ctx.setTimer('tick', ctx.config.timeout);
  }
}
