// How it differs: waits twice as long after each question and counts them; keeps votes and decision apart; is blocked after three questions; asks the coordinator only when it recovers.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'blocked' };
type Ctx = Context<Message, Indication, { readonly vote: Decision; readonly timeout: number }>;

const PATIENCE = 3;

export class Participant {
  private voted: Decision | null = null;
  private decided: Decision | null = null;
  private questions = 0;

  onStart(ctx: Ctx): void {
    ctx.setTimer('alarm', ctx.config.timeout);
  }

  onRecover(ctx: Ctx): void {
    const log = ctx.stable.get('log');
    if (log === 'voted') {
      this.voted = 'commit';
      ctx.send('coordinator', { type: 'DECISION_REQUEST' });
      this.question(ctx);
    } else {
      this.conclude(ctx, log === 'commit' ? 'commit' : 'abort');
    }
  }

  onTimer(ctx: Ctx): void {
    if (this.decided !== null) return;
    if (this.voted === null) this.conclude(ctx, 'abort');
    else {
      if (this.questions >= PATIENCE) ctx.indicate({ type: 'blocked' });
      this.question(ctx);
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_REQUEST':
        if (this.decided !== null || ctx.config.vote === 'abort') {
          ctx.send(from, { type: 'VOTE_ABORT' });
          this.conclude(ctx, 'abort');
        } else {
          ctx.stable.set('log', 'voted');
          this.voted = 'commit';
          ctx.send(from, { type: 'VOTE_COMMIT' });
          ctx.setTimer('alarm', ctx.config.timeout);
        }
        break;
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        this.conclude(ctx, message.type === 'GLOBAL_COMMIT' ? 'commit' : 'abort');
        ctx.send(from, { type: 'ACK' });
        break;
      case 'DECISION_REQUEST':
        if (this.voted === null) this.conclude(ctx, 'abort');
        ctx.send(from, { type: 'DECISION_REPLY', decision: this.decided ?? 'uncertain' });
        break;
      case 'DECISION_REPLY':
        if (message.decision !== 'uncertain') this.conclude(ctx, message.decision);
    }
  }

  private question(ctx: Ctx): void {
    for (const other of ctx.group) if (other !== ctx.self) ctx.send(other, { type: 'DECISION_REQUEST' });
    this.questions += 1;
    ctx.setTimer('alarm', ctx.config.timeout * 2 ** this.questions);
  }

  private conclude(ctx: Ctx, decision: Decision): void {
    if (this.decided !== null) return;
    this.decided = decision;
    ctx.stable.set('log', decision);
    ctx.indicate({ type: 'decide', decision });
    ctx.cancelTimer('alarm');
  }
}
