import type { Context, ProcessId } from 'faultline';

export interface Config {
  /** How this participant's local work turned out. */
  readonly vote: 'commit' | 'abort';
  /** Simulated milliseconds to wait before a timeout action. */
  readonly timeout: number;
}

export type Message =
  | { type: 'VOTE_REQUEST' }
  | { type: 'VOTE_COMMIT' }
  | { type: 'VOTE_ABORT' }
  | { type: 'GLOBAL_COMMIT' }
  | { type: 'GLOBAL_ABORT' }
  /** To the coordinator, for every GLOBAL_COMMIT or GLOBAL_ABORT that arrives, when the decision is stable. */
  | { type: 'ACK' }
  /** To another participant or to the coordinator: the sender is READY, and has recovered or waited in vain. */
  | { type: 'DECISION_REQUEST' }
  /** What its sender knows. 'uncertain' is said in READY. In INIT a participant that is asked aborts, and answers 'abort'. */
  | { type: 'DECISION_REPLY'; decision: 'commit' | 'abort' | 'uncertain' };

export type Indication =
  /** The outcome, final for ever. At most once between two crashes. */
  | { type: 'decide'; decision: 'commit' | 'abort' }
  /** Every participant that answered is uncertain, and the coordinator is silent. */
  | { type: 'blocked' };

type Ctx = Context<Message, Indication, Config>;

export class Participant {
  /** Shown in diagrams. A crash forgets it, as it forgets every field and every timer. */
  phase: 'INIT' | 'READY' | 'COMMIT' | 'ABORT' = 'INIT';

  onStart(ctx: Ctx): void {
    // TODO: VOTE_REQUEST may be lost, or its sender may be down.
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_REQUEST':
        // TODO: a vote is a promise. What is left of it if this process crashes right after the next line?
        ctx.send(from, { type: ctx.config.vote === 'commit' ? 'VOTE_COMMIT' : 'VOTE_ABORT' });
        this.phase = 'READY';
        break;
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        // TODO: this may arrive again, arrive before any vote, or arrive in a process that has just recovered.
        break;
      case 'DECISION_REQUEST':
        // TODO: what this process answers, the other will act upon. What follows for this one?
        break;
      case 'DECISION_REPLY':
        // TODO: not every answer is a decision.
        break;
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    // TODO: silence means something else before the vote than after it.
  }

  onRecover(ctx: Ctx): void {
    // TODO: all fields are new. What had this process promised, and to whom?
  }
}
