// How it differs: logs INIT when it starts, sends its vote again when it waits and when it recovers, counts who is uncertain, and tells those who asked in vain as soon as it knows.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' }
  | { type: 'VOTE_COMMIT' }
  | { type: 'VOTE_ABORT' }
  | { type: 'GLOBAL_COMMIT' }
  | { type: 'GLOBAL_ABORT' }
  | { type: 'ACK' }
  | { type: 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'blocked' };
type Ctx = Context<Message, Indication, { readonly vote: Decision; readonly timeout: number }>;

export class Participant {
  phase: string = 'INIT';
  private uncertain: readonly ProcessId[] = [];
  private curious: readonly ProcessId[] = [];

  onStart(ctx: Ctx): void {
    ctx.stable.set('phase', 'INIT');
    ctx.setTimer('no request', ctx.config.timeout);
  }

  onRecover(ctx: Ctx): void {
    this.phase = String(ctx.stable.get('phase') ?? 'INIT');
    if (this.phase === 'INIT') this.close(ctx, 'ABORT');
    else if (this.phase === 'READY') this.insist(ctx);
    else this.tell(ctx);
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'no request') this.close(ctx, 'ABORT');
    if (name === 'no decision') this.insist(ctx);
    if (name === 'no answer') {
      ctx.indicate({ type: 'blocked' });
      ctx.setTimer('no decision', ctx.config.timeout);
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_REQUEST':
        if (this.phase === 'ABORT') ctx.send(from, { type: 'VOTE_ABORT' });
        if (this.phase === 'INIT' && ctx.config.vote === 'abort') {
          ctx.send(from, { type: 'VOTE_ABORT' });
          this.close(ctx, 'ABORT');
        } else if (this.phase === 'INIT') {
          ctx.cancelTimer('no request');
          ctx.stable.set('phase', 'READY');
          this.phase = 'READY';
          ctx.setTimer('no decision', ctx.config.timeout);
          ctx.send(from, { type: 'VOTE_COMMIT' });
        }
        break;
      case 'GLOBAL_COMMIT':
        this.close(ctx, 'COMMIT');
        ctx.send('coordinator', { type: 'ACK' });
        break;
      case 'GLOBAL_ABORT':
        this.close(ctx, 'ABORT');
        ctx.send('coordinator', { type: 'ACK' });
        break;
      case 'DECISION_REQUEST':
        if (this.phase === 'INIT') this.close(ctx, 'ABORT');
        ctx.send(from, { type: 'DECISION_REPLY', decision: this.known() ?? 'uncertain' });
        if (this.phase === 'READY' && !this.curious.includes(from)) this.curious = [...this.curious, from].toSorted();
        break;
      case 'DECISION_REPLY':
        if (message.decision === 'commit') this.close(ctx, 'COMMIT');
        else if (message.decision === 'abort') this.close(ctx, 'ABORT');
        else if (this.phase === 'READY' && !this.uncertain.includes(from)) {
          this.uncertain = [...this.uncertain, from].toSorted();
          if (this.uncertain.length === ctx.group.length - 1) ctx.indicate({ type: 'blocked' });
        }
    }
  }

  private known(): Decision | undefined {
    return this.phase === 'COMMIT' ? 'commit' : this.phase === 'ABORT' ? 'abort' : undefined;
  }

  private insist(ctx: Ctx): void {
    ctx.send('coordinator', { type: 'VOTE_COMMIT' });
    ctx.send('coordinator', { type: 'DECISION_REQUEST' });
    for (const other of ctx.group) if (other !== ctx.self) ctx.send(other, { type: 'DECISION_REQUEST' });
    this.uncertain = [];
    ctx.setTimer('no answer', ctx.config.timeout);
  }

  private close(ctx: Ctx, phase: 'COMMIT' | 'ABORT'): void {
    if (this.known() !== undefined) return;
    this.phase = phase;
    ctx.stable.set('phase', phase);
    for (const timer of ['no request', 'no decision', 'no answer']) ctx.cancelTimer(timer);
    this.tell(ctx);
    for (const one of this.curious) ctx.send(one, { type: 'DECISION_REPLY', decision: this.known() ?? 'uncertain' });
    this.curious = [];
    this.uncertain = [];
  }

  private tell(ctx: Ctx): void {
    const decision = this.known();
    if (decision !== undefined) ctx.indicate({ type: 'decide', decision });
  }
}
