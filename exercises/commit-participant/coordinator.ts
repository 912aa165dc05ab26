/** The correct coordinator that the contract promises. It asks for the votes when it starts, in a run of one transaction. */
import type { Supplied, SuppliedContext } from '../../grader/sim/supplied.ts';
import type { Data } from '../../grader/base/data.ts';
import { type Decision, typeOf } from './message.ts';

/** Milliseconds: longer than the participants' timeout, so that one of them that takes its time to vote is waited for. */
const TIMEOUT_MS = 40;

export class CommitCoordinator implements Supplied {
  decision: Decision | undefined = undefined;
  /** Those whose vote is missing; after the decision, those whose ACK is missing. */
  missing: readonly string[] = [];

  onStart(ctx: SuppliedContext): void {
    this.missing = ctx.group;
    // The timer is the first effect, so that a crash may come before every VOTE_REQUEST.
    ctx.setTimer('wait', TIMEOUT_MS);
    for (const participant of ctx.group) ctx.send(participant, { type: 'VOTE_REQUEST' });
  }

  onRecover(ctx: SuppliedContext): void {
    const logged = ctx.stable.get('decision');
    if (logged !== 'commit' && logged !== 'abort') return this.decide(ctx, 'abort');
    this.decision = logged;
    this.missing = ctx.group;
    this.announce(ctx);
  }

  onMessage(ctx: SuppliedContext, from: string, message: Data): void {
    const type = typeOf(message);
    if (type === 'DECISION_REQUEST' && this.decision !== undefined) {
      ctx.send(from, { type: 'DECISION_REPLY', decision: this.decision });
    } else if (type === 'VOTE_ABORT' && this.decision === undefined) {
      this.decide(ctx, 'abort');
    } else if (type === 'VOTE_COMMIT' && this.decision === undefined) {
      this.missing = this.missing.filter((one) => one !== from);
      if (this.missing.length === 0) this.decide(ctx, 'commit');
    } else if (type === 'ACK' && this.decision !== undefined) {
      this.missing = this.missing.filter((one) => one !== from);
      if (this.missing.length === 0) ctx.cancelTimer('wait');
    }
  }

  onTimer(ctx: SuppliedContext): void {
    if (this.decision === undefined) this.decide(ctx, 'abort');
    else this.announce(ctx);
  }

  onRound(ctx: SuppliedContext): void {
    if (this.decision !== undefined && this.missing.length > 0) this.announce(ctx);
  }

  private decide(ctx: SuppliedContext, decision: Decision): void {
    this.decision = decision;
    this.missing = ctx.group;
    ctx.stable.set('decision', decision);
    this.announce(ctx);
  }

  private announce(ctx: SuppliedContext): void {
    ctx.setTimer('wait', TIMEOUT_MS);
    for (const participant of this.missing) {
      ctx.send(participant, { type: this.decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    }
  }
}
