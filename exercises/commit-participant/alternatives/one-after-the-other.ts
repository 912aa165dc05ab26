// How it differs: no timer before the vote, and a recovery in INIT goes on waiting; READY asks one process at a time, the coordinator last, and is blocked after a whole round.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
interface Message {
  type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' | 'DECISION_REPLY';
  decision?: Decision | 'uncertain';
}
type Indication = { type: 'decide'; decision: Decision } | { type: 'blocked' };
type Ctx = Context<Message, Indication, { readonly vote: Decision; readonly timeout: number }>;

export class Participant {
  private state: { at: 'waiting' } | { at: 'prepared'; next: number } | { at: 'finished'; decision: Decision } = { at: 'waiting' };

  onRecover(ctx: Ctx): void {
    const decision = ctx.stable.get('decision');
    if (decision === 'commit' || decision === 'abort') {
      this.state = { at: 'finished', decision };
      ctx.indicate({ type: 'decide', decision });
    } else if (ctx.stable.get('prepared') === true) {
      this.state = { at: 'prepared', next: 0 };
      this.askNext(ctx);
    }
  }

  onTimer(ctx: Ctx): void {
    this.askNext(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, { type, decision }: Message): void {
    if (type === 'VOTE_REQUEST' && this.state.at === 'waiting') this.vote(ctx);
    if (type === 'GLOBAL_COMMIT') this.finish(ctx, 'commit');
    if (type === 'GLOBAL_ABORT') this.finish(ctx, 'abort');
    if (type === 'GLOBAL_COMMIT' || type === 'GLOBAL_ABORT') ctx.send('coordinator', { type: 'ACK' });
    if (type === 'DECISION_REQUEST') {
      if (this.state.at === 'waiting') this.finish(ctx, 'abort');
      ctx.send(from, { type: 'DECISION_REPLY', decision: this.state.at === 'finished' ? this.state.decision : 'uncertain' });
    }
    if (type === 'DECISION_REPLY' && decision === 'uncertain') this.askNext(ctx, from);
    if (type === 'DECISION_REPLY' && (decision === 'commit' || decision === 'abort')) this.finish(ctx, decision);
  }

  private vote(ctx: Ctx): void {
    if (ctx.config.vote === 'abort') {
      ctx.send('coordinator', { type: 'VOTE_ABORT' });
      this.finish(ctx, 'abort');
      return;
    }
    ctx.stable.set('prepared', true);
    ctx.send('coordinator', { type: 'VOTE_COMMIT' });
    this.state = { at: 'prepared', next: 0 };
    ctx.setTimer('patience', ctx.config.timeout);
  }

  /** Asks the next one, if the one asked last is the one that has answered or nobody has. */
  private askNext(ctx: Ctx, answered?: ProcessId): void {
    if (this.state.at !== 'prepared') return;
    const others = [...ctx.group.filter((one) => one !== ctx.self), 'coordinator'];
    const { next } = this.state;
    if (answered !== undefined && others[next - 1] !== answered) return;
    if (next === others.length) {
      ctx.indicate({ type: 'blocked' });
      this.state = { at: 'prepared', next: 0 };
    } else {
      ctx.send(others[next], { type: 'DECISION_REQUEST' });
      this.state = { at: 'prepared', next: next + 1 };
    }
    ctx.setTimer('patience', ctx.config.timeout);
  }

  private finish(ctx: Ctx, decision: Decision): void {
    if (this.state.at === 'finished') return;
    this.state = { at: 'finished', decision };
    ctx.stable.set('decision', decision);
    ctx.cancelTimer('patience');
    ctx.indicate({ type: 'decide', decision });
  }
}
