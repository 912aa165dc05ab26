// MUTANT validity: the votes are asked for at the start, before anybody has asked to commit anything; the request then finds all done.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Config = { readonly timeout: number };
type Request = { type: 'commit' };
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, Config>;

export class Coordinator implements Process<Message, Request, Indication, Config> {
  private phase: 'idle' | 'voting' | Decision = 'idle';
  private missing: ProcessId[] = [];

  onStart(ctx: Ctx): void {
    if (ctx.group.length > 0) this.onRequest(ctx);
  }

  onRequest(ctx: Ctx): void {
    if (this.phase !== 'idle') return;
    ctx.stable.set('phase', 'voting');
    this.phase = 'voting';
    this.missing = [...ctx.group];
    for (const participant of ctx.group) ctx.send(participant, { type: 'VOTE_REQUEST' });
    ctx.setTimer('silence', ctx.config.timeout);
    this.goOn(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_COMMIT':
        if (this.phase === 'voting') this.heardFrom(ctx, from);
        break;
      case 'VOTE_ABORT':
        if (this.phase === 'voting') this.decide(ctx, 'abort');
        break;
      case 'ACK':
        if (this.phase === 'commit' || this.phase === 'abort') this.heardFrom(ctx, from);
        break;
      case 'DECISION_REQUEST':
        if (this.phase === 'commit' || this.phase === 'abort') ctx.send(from, { type: 'DECISION_REPLY', decision: this.phase });
        break;
    }
  }

  onTimer(ctx: Ctx): void {
    if (this.phase === 'voting') this.decide(ctx, 'abort');
    else this.tellMissing(ctx);
  }

  onRecover(ctx: Ctx): void {
    const phase = ctx.stable.get('phase');
    if (phase === 'commit' || phase === 'abort') this.announce(ctx, phase);
    else if (phase === 'voting') this.decide(ctx, 'abort');
  }

  private decide(ctx: Ctx, decision: Decision): void {
    ctx.stable.set('phase', decision);
    this.announce(ctx, decision);
  }

  private announce(ctx: Ctx, decision: Decision): void {
    this.phase = decision;
    this.missing = [...ctx.group];
    ctx.indicate({ type: 'decide', decision });
    this.tellMissing(ctx);
    this.goOn(ctx);
  }

  private tellMissing(ctx: Ctx): void {
    const type = this.phase === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT';
    for (const participant of this.missing) ctx.send(participant, { type });
    ctx.setTimer('silence', ctx.config.timeout);
  }

  private heardFrom(ctx: Ctx, participant: ProcessId): void {
    if (!this.missing.includes(participant)) return;
    this.missing = this.missing.filter((other) => other !== participant);
    this.goOn(ctx);
  }

  private goOn(ctx: Ctx): void {
    if (this.missing.length > 0) return;
    if (this.phase === 'voting') this.decide(ctx, 'commit');
    else {
      ctx.cancelTimer('silence');
      ctx.indicate({ type: 'end' });
    }
  }
}
