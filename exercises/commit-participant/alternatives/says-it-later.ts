// How it differs: a decision is stored at once and said when a timer of its own goes off; it remembers which peers were uncertain in this round, and counts rounds.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Decision } | { type: 'blocked' }, { vote: Decision; timeout: number }>;

export class Participant {
  phase: 'init' | 'ready' | Decision = 'init';
  uncertain: ProcessId[] = [];
  rounds = 0;
  recovered = false;

  onStart(ctx: Ctx) {
    ctx.setTimer('wait', ctx.config.timeout);
  }

  onRecover(ctx: Ctx) {
    this.recovered = true;
    this.phase = (ctx.stable.get('phase') ?? 'init') as 'init' | 'ready' | Decision;
    if (this.phase === 'init') this.decide(ctx, 'abort');
    else if (this.phase === 'ready') this.ask(ctx);
    else ctx.indicate({ type: 'decide', decision: this.phase });
  }

  onTimer(ctx: Ctx, name: string) {
    if (this.phase === 'init') this.decide(ctx, 'abort');
    else if (this.phase !== 'ready') {
      if (name === 'say') ctx.indicate({ type: 'decide', decision: this.phase });
    } else {
      this.rounds += 1;
      if (this.rounds > 1 || this.recovered) ctx.indicate({ type: 'blocked' });
      this.ask(ctx);
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    switch (message.type) {
      case 'VOTE_REQUEST':
        return this.vote(ctx);
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        this.decide(ctx, message.type === 'GLOBAL_COMMIT' ? 'commit' : 'abort');
        return ctx.send('coordinator', { type: 'ACK' });
      case 'DECISION_REQUEST': {
        if (this.phase === 'init') this.decide(ctx, 'abort');
        const decision = this.phase === 'commit' || this.phase === 'abort' ? this.phase : 'uncertain';
        return ctx.send(from, { type: 'DECISION_REPLY', decision });
      }
      case 'DECISION_REPLY':
        if (message.decision !== 'uncertain') this.decide(ctx, message.decision);
        else if (this.phase === 'ready') this.uncertain = [...new Set([...this.uncertain, from])].sort();
    }
  }

  vote(ctx: Ctx) {
    if (this.phase !== 'init') return;
    if (ctx.config.vote === 'abort') {
      this.decide(ctx, 'abort');
      return ctx.send('coordinator', { type: 'VOTE_ABORT' });
    }
    this.phase = 'ready';
    ctx.stable.set('phase', 'ready');
    ctx.send('coordinator', { type: 'VOTE_COMMIT' });
    ctx.setTimer('wait', ctx.config.timeout);
  }

  ask(ctx: Ctx) {
    ctx.setTimer('wait', ctx.config.timeout);
    this.uncertain = [];
    for (const process of ['coordinator', ...ctx.group]) if (process !== ctx.self) ctx.send(process, { type: 'DECISION_REQUEST' });
  }

  decide(ctx: Ctx, decision: Decision) {
    if (this.phase === 'commit' || this.phase === 'abort') return;
    this.phase = decision;
    ctx.stable.set('phase', decision);
    ctx.cancelTimer('wait');
    ctx.setTimer('say', 0);
  }
}
