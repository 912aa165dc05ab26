import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  readonly timeout: number;
}

export type Request = { type: 'commit' };

export type Message =
  | { type: 'VOTE_REQUEST' }
  | { type: 'VOTE_COMMIT' }
  | { type: 'VOTE_ABORT' }
  | { type: 'GLOBAL_COMMIT' }
  | { type: 'GLOBAL_ABORT' }
  | { type: 'ACK' }
  | { type: 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: 'commit' | 'abort' | 'uncertain' };

export type Indication = { type: 'decide'; decision: 'commit' | 'abort' } | { type: 'end' };

type Ctx = Context<Message, Indication, Config>;

export class Coordinator implements Process<Message, Request, Indication, Config> {
  private phase: 'idle' | 'voting' | 'commit' | 'abort' = 'idle';
  /** Names and not a number, so that whoever is heard twice counts once: whose vote is missing; after the decision, whose ACK. */
  private missing: ProcessId[] = [];

  onRequest(ctx: Ctx): void {
    // Recorded before anybody can be READY: whoever votes must find a coordinator that knows of the transaction.
    ctx.stable.set('phase', 'voting');
    this.phase = 'voting';
    this.missing = [...ctx.group];
    for (const participant of ctx.group) ctx.send(participant, { type: 'VOTE_REQUEST' });
    ctx.setTimer('silence', ctx.config.timeout);
    this.goOn(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      // Votes count while votes are taken. Later they are late, and the decision stands.
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
    // Before the decision silence is a reason to abort; after it, only to say it again.
    if (this.phase === 'voting') this.decide(ctx, 'abort');
    else this.tellMissing(ctx);
  }

  onRecover(ctx: Ctx): void {
    const phase = ctx.stable.get('phase');
    if (phase === 'commit' || phase === 'abort') this.announce(ctx, phase);
    // The votes were in the fields and are gone. Nobody was told anything, so aborting is still open.
    else if (phase === 'voting') this.decide(ctx, 'abort');
  }

  private decide(ctx: Ctx, decision: 'commit' | 'abort'): void {
    // The commit point: a crash before this line aborts, a crash after it does not change the decision.
    ctx.stable.set('phase', decision);
    this.announce(ctx, decision);
  }

  private announce(ctx: Ctx, decision: 'commit' | 'abort'): void {
    this.phase = decision;
    // Those that voted abort are told too: only their ACK says that nobody will ever ask again.
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

  /** Once nobody is missing. With no participants that is so from the beginning. */
  private goOn(ctx: Ctx): void {
    if (this.missing.length > 0) return;
    if (this.phase === 'voting') this.decide(ctx, 'commit');
    else {
      ctx.cancelTimer('silence');
      ctx.indicate({ type: 'end' });
    }
  }
}
