// How it differs: it reads the votes only when its timer goes off, waits for all of them even if one is abort, and repeats the decision to everybody.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

enum Phase {
  Idle,
  Voting,
  Telling,
  Over,
}

export class Coordinator implements Process<Message, Request, Indication> {
  phase = Phase.Idle;
  ballots: { who: ProcessId; vote: Decision }[] = [];
  acks: Record<ProcessId, boolean> = {};
  decision: Decision = 'abort';

  onRequest(ctx: Ctx) {
    ctx.stable.set('begun', 1);
    this.phase = Phase.Voting;
    for (const p of ctx.group) ctx.send(p, { type: 'VOTE_REQUEST' });
    if (ctx.group.length > 0) ctx.setTimer('bell', 3 * ctx.config.timeout);
    else this.count(ctx);
  }

  onTimer(ctx: Ctx) {
    if (this.phase === Phase.Voting) this.count(ctx);
    else if (this.phase === Phase.Telling) this.tellAll(ctx);
  }

  count(ctx: Ctx) {
    const willing = ctx.group.filter((p) => {
      const cast = this.ballots.filter(({ who }) => who === p);
      return cast.length > 0 && cast.every(({ vote }) => vote === 'commit');
    });
    this.decision = willing.length === ctx.group.length ? 'commit' : 'abort';
    ctx.stable.set('decision', this.decision);
    this.begin(ctx);
  }

  begin(ctx: Ctx) {
    this.phase = Phase.Telling;
    ctx.indicate({ type: 'decide', decision: this.decision });
    this.tellAll(ctx);
    this.check(ctx);
  }

  tellAll(ctx: Ctx) {
    ctx.setTimer('bell', ctx.config.timeout);
    for (const p of ctx.group) ctx.send(p, { type: this.decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
  }

  check(ctx: Ctx) {
    if (!ctx.group.every((p) => this.acks[p])) return;
    this.phase = Phase.Over;
    ctx.indicate({ type: 'end' });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type === 'VOTE_COMMIT' && this.phase === Phase.Voting) this.ballots.push({ who: from, vote: 'commit' });
    if (message.type === 'VOTE_ABORT' && this.phase === Phase.Voting) this.ballots.push({ who: from, vote: 'abort' });
    if (message.type === 'ACK' && this.phase === Phase.Telling) {
      this.acks[from] = true;
      this.check(ctx);
    }
    if (message.type === 'DECISION_REQUEST') {
      const known = this.phase >= Phase.Telling;
      ctx.send(from, { type: 'DECISION_REPLY', decision: known ? this.decision : 'uncertain' });
    }
  }

  onRecover(ctx: Ctx) {
    if (!ctx.stable.get('begun')) return;
    this.decision = ctx.stable.get('decision') === 'commit' ? 'commit' : 'abort';
    if (!ctx.stable.get('decision')) ctx.stable.set('decision', 'abort');
    this.begin(ctx);
  }
}
