// MUTANT blocking: after a recovery it asks twice, and then never again: news may reach the others later.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'blocked' };
type Ctx = Context<Message, Indication, { readonly vote: Decision; readonly timeout: number }>;

export class Participant {
  phase: 'INIT' | 'READY' | 'COMMIT' | 'ABORT' = 'INIT';
  asked = false;
  recovered = false;

  onStart(ctx: Ctx): void {
    ctx.setTimer('vote', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_REQUEST':
        return this.voteRequested(ctx, from);
      case 'GLOBAL_COMMIT':
        this.decide(ctx, 'commit');
        ctx.send('coordinator', { type: 'ACK' });
        return;
      case 'GLOBAL_ABORT':
        this.decide(ctx, 'abort');
        ctx.send('coordinator', { type: 'ACK' });
        return;
      case 'DECISION_REQUEST':
        return this.answer(ctx, from);
      case 'DECISION_REPLY':
        if (message.decision !== 'uncertain') this.decide(ctx, message.decision);
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'vote') {
      if (this.phase === 'INIT') this.decide(ctx, 'abort');
      return;
    }
    if (this.phase !== 'READY') return;
    if (this.asked) ctx.indicate({ type: 'blocked' });
    this.ask(ctx);
    if (this.recovered) ctx.cancelTimer('decision');
  }

  onRecover(ctx: Ctx): void {
    const logged = ctx.stable.get('phase');
    if (logged === 'READY') {
      this.phase = 'READY';
      this.recovered = true;
      this.ask(ctx);
    } else if (logged === 'COMMIT') {
      this.phase = 'COMMIT';
      ctx.indicate({ type: 'decide', decision: 'commit' });
    } else if (logged === 'ABORT') {
      this.phase = 'ABORT';
      ctx.indicate({ type: 'decide', decision: 'abort' });
    } else {
      this.decide(ctx, 'abort');
    }
  }

  private voteRequested(ctx: Ctx, coordinator: ProcessId): void {
    if (this.phase !== 'INIT') return;
    if (ctx.config.vote === 'abort') {
      this.decide(ctx, 'abort');
      ctx.send(coordinator, { type: 'VOTE_ABORT' });
      return;
    }
    this.enter(ctx, 'READY');
    ctx.send(coordinator, { type: 'VOTE_COMMIT' });
    ctx.setTimer('decision', ctx.config.timeout);
  }

  private answer(ctx: Ctx, asker: ProcessId): void {
    if (this.phase === 'INIT') this.decide(ctx, 'abort');
    const decision = this.phase === 'READY' ? 'uncertain' : this.phase === 'COMMIT' ? 'commit' : 'abort';
    ctx.send(asker, { type: 'DECISION_REPLY', decision });
  }

  private ask(ctx: Ctx): void {
    ctx.send('coordinator', { type: 'DECISION_REQUEST' });
    for (const other of ctx.group) if (other !== ctx.self) ctx.send(other, { type: 'DECISION_REQUEST' });
    this.asked = true;
    ctx.setTimer('decision', ctx.config.timeout);
  }

  private decide(ctx: Ctx, decision: Decision): void {
    if (this.phase === 'COMMIT' || this.phase === 'ABORT') return;
    this.enter(ctx, decision === 'commit' ? 'COMMIT' : 'ABORT');
    ctx.indicate({ type: 'decide', decision });
  }

  private enter(ctx: Ctx, phase: Participant['phase']): void {
    this.phase = phase;
    ctx.stable.set('phase', phase);
    ctx.cancelTimer(phase === 'READY' ? 'vote' : 'decision');
  }
}
