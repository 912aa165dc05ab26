import type { Context, ProcessId } from 'faultline';

export interface Config {
  readonly vote: 'commit' | 'abort';
  readonly timeout: number;
}

export type Message =
  | { type: 'VOTE_REQUEST' }
  | { type: 'VOTE_COMMIT' }
  | { type: 'VOTE_ABORT' }
  | { type: 'GLOBAL_COMMIT' }
  | { type: 'GLOBAL_ABORT' }
  | { type: 'ACK' }
  | { type: 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: 'commit' | 'abort' | 'uncertain' };

export type Indication = { type: 'decide'; decision: 'commit' | 'abort' } | { type: 'blocked' };

type Ctx = Context<Message, Indication, Config>;

export class Participant {
  phase: 'INIT' | 'READY' | 'COMMIT' | 'ABORT' = 'INIT';
  /** Whether the timer that runs was set with a question. */
  asked = false;

  onStart(ctx: Ctx): void {
    ctx.setTimer('wait', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_REQUEST':
        return this.vote(ctx, from);
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        this.decide(ctx, message.type === 'GLOBAL_COMMIT' ? 'commit' : 'abort');
        // Also when the decision is old news: the coordinator repeats it because our last ACK did not reach it.
        return ctx.send(from, { type: 'ACK' });
      case 'DECISION_REQUEST':
        return this.answer(ctx, from);
      case 'DECISION_REPLY':
        // 'uncertain' leaves us where we are: another one may know.
        if (message.decision !== 'uncertain') this.decide(ctx, message.decision);
    }
  }

  onTimer(ctx: Ctx): void {
    // Without our vote nobody can have committed, so before it we are free to abort. After it we are not, whatever the others say.
    if (this.phase === 'INIT') return this.decide(ctx, 'abort');
    if (this.asked) ctx.indicate({ type: 'blocked' });
    this.ask(ctx);
  }

  onRecover(ctx: Ctx): void {
    const phase = ctx.stable.get('phase');
    // Nothing in the log: we have not voted, and now we never will.
    if (phase === undefined) return this.decide(ctx, 'abort');
    if (phase === 'READY') {
      this.phase = 'READY';
      return this.ask(ctx);
    }
    // The crash may have come between the log and the indication. To say it once more does no harm; never to say it would.
    this.decide(ctx, phase === 'COMMIT' ? 'commit' : 'abort');
  }

  private vote(ctx: Ctx, coordinator: ProcessId): void {
    if (this.phase === 'INIT' && ctx.config.vote === 'commit') {
      this.phase = 'READY';
      // The log comes first. Had the vote been sent and not logged, we would recover in INIT and abort what others commit.
      ctx.stable.set('phase', 'READY');
      ctx.setTimer('wait', ctx.config.timeout);
    } else if (this.phase === 'INIT') this.decide(ctx, 'abort');
    ctx.send(coordinator, { type: this.phase === 'READY' ? 'VOTE_COMMIT' : 'VOTE_ABORT' });
  }

  private answer(ctx: Ctx, asker: ProcessId): void {
    // To tell another to abort is to abort: else we might still vote commit. So the log comes first here too.
    if (this.phase === 'INIT') this.decide(ctx, 'abort');
    const decision = this.phase === 'READY' ? 'uncertain' : this.phase === 'COMMIT' ? 'commit' : 'abort';
    ctx.send(asker, { type: 'DECISION_REPLY', decision });
  }

  private ask(ctx: Ctx): void {
    for (const other of ['coordinator', ...ctx.group]) {
      if (other !== ctx.self) ctx.send(other, { type: 'DECISION_REQUEST' });
    }
    this.asked = true;
    ctx.setTimer('wait', ctx.config.timeout);
  }

  /** Logs and indicates the outcome, unless that was done. Nothing comes after it: no timer runs on. */
  private decide(ctx: Ctx, decision: 'commit' | 'abort'): void {
    if (this.phase === 'COMMIT' || this.phase === 'ABORT') return;
    this.phase = decision === 'commit' ? 'COMMIT' : 'ABORT';
    ctx.stable.set('phase', this.phase);
    ctx.cancelTimer('wait');
    ctx.indicate({ type: 'decide', decision });
  }
}
