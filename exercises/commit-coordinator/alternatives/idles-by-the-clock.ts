// How it differs: a timer goes off again and again from the start, whether it was asked for anything or not; who has voted and acknowledged is in lists.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Decision } | { type: 'end' }, { timeout: number }>;

export class Coordinator {
  phase: 'idle' | 'waiting' | Decision = 'idle';
  voted: ProcessId[] = [];
  acknowledged: ProcessId[] = [];
  ended = false;

  onStart(ctx: Ctx) {
    ctx.setTimer('clock', ctx.config.timeout);
  }

  onRecover(ctx: Ctx) {
    ctx.setTimer('clock', ctx.config.timeout);
    this.phase = (ctx.stable.get('phase') ?? 'idle') as 'idle' | 'waiting' | Decision;
    if (this.phase === 'waiting') this.decide(ctx, 'abort');
    else if (this.phase !== 'idle') {
      ctx.indicate({ type: 'decide', decision: this.phase });
      this.tell(ctx);
    }
  }

  onRequest(ctx: Ctx) {
    if (this.phase !== 'idle') return;
    this.phase = 'waiting';
    ctx.stable.set('phase', 'waiting');
    for (const process of ctx.group) ctx.send(process, { type: 'VOTE_REQUEST' });
    if (ctx.group.length === 0) this.decide(ctx, 'commit');
    else ctx.setTimer('clock', ctx.config.timeout);
  }

  onTimer(ctx: Ctx) {
    if (this.phase === 'waiting') this.decide(ctx, 'abort');
    else if (this.phase !== 'idle') this.tell(ctx);
    if (!this.ended) ctx.setTimer('clock', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    switch (message.type) {
      case 'VOTE_COMMIT':
        if (this.phase !== 'waiting') return;
        this.voted = [...new Set([...this.voted, from])].sort();
        if (this.voted.length === ctx.group.length) this.decide(ctx, 'commit');
        return;
      case 'VOTE_ABORT':
        if (this.phase === 'waiting') this.decide(ctx, 'abort');
        return;
      case 'ACK':
        if (this.phase === 'idle' || this.phase === 'waiting' || this.ended) return;
        this.acknowledged = [...new Set([...this.acknowledged, from])].sort();
        return this.endIfAllKnow(ctx);
      case 'DECISION_REQUEST': {
        const decision = this.phase === 'idle' ? 'abort' : this.phase === 'waiting' ? 'uncertain' : this.phase;
        return ctx.send(from, { type: 'DECISION_REPLY', decision });
      }
    }
  }

  decide(ctx: Ctx, decision: Decision) {
    this.phase = decision;
    this.voted = [];
    ctx.stable.set('phase', decision);
    ctx.indicate({ type: 'decide', decision });
    this.tell(ctx);
  }

  tell(ctx: Ctx) {
    for (const process of ctx.group) {
      if (!this.acknowledged.includes(process)) ctx.send(process, { type: this.phase === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    }
    this.endIfAllKnow(ctx);
  }

  endIfAllKnow(ctx: Ctx) {
    if (this.ended || ctx.group.some((process) => !this.acknowledged.includes(process))) return;
    this.ended = true;
    ctx.cancelTimer('clock');
    ctx.indicate({ type: 'end' });
  }
}
