// What a learner could hand in: both roles of two-phase commit in one file. Every participant is willing; only time makes one abort.
import type { Context, Process, ProcessId } from 'faultline';

type Message = 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT';
type Decision = 'commit' | 'abort';
type Ctx = Context<Message, Decision>;

const PATIENCE_MS = 100;

export class Coordinator implements Process<Message, never, Decision> {
  private decision: Decision | undefined = undefined;
  /** Whose vote is missing, in the order of the group: the order in which votes came makes no two states differ. */
  private missing: readonly ProcessId[] = [];

  onStart(ctx: Ctx): void {
    this.missing = ctx.group;
    for (const participant of ctx.group) ctx.send(participant, 'VOTE_REQUEST');
    ctx.setTimer('votes', PATIENCE_MS);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (this.decision !== undefined) return;
    if (message === 'VOTE_ABORT') this.decide(ctx, 'abort');
    else this.missing = this.missing.filter((participant) => participant !== from);
    if (this.decision === undefined && this.missing.length === 0) this.decide(ctx, 'commit');
  }

  onTimer(ctx: Ctx): void {
    if (this.decision === undefined) this.decide(ctx, 'abort');
  }

  private decide(ctx: Ctx, decision: Decision): void {
    this.decision = decision;
    ctx.indicate(decision);
    for (const participant of ctx.group) ctx.send(participant, decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT');
  }
}

export class Participant implements Process<Message, never, Decision> {
  private phase: 'init' | 'ready' | Decision = 'init';

  onStart(ctx: Ctx): void {
    ctx.setTimer('request', PATIENCE_MS);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message === 'VOTE_REQUEST' && this.phase === 'init') {
      this.phase = 'ready';
      ctx.cancelTimer('request');
      ctx.send(from, 'VOTE_COMMIT');
    } else if (message === 'VOTE_REQUEST') ctx.send(from, 'VOTE_ABORT');
    else if (message === 'GLOBAL_COMMIT') this.decide(ctx, 'commit');
    else if (message === 'GLOBAL_ABORT') this.decide(ctx, 'abort');
  }

  /** Nothing was promised yet. */
  onTimer(ctx: Ctx): void {
    this.decide(ctx, 'abort');
  }

  private decide(ctx: Ctx, decision: Decision): void {
    if (this.phase === 'commit' || this.phase === 'abort') return;
    this.phase = decision;
    ctx.indicate(decision);
  }
}
