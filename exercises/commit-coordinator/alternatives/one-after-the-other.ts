// How it differs: it asks one participant after the other, the next one when the last has said yes, and keeps all that it knows in one row of marks.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  /** Place in the group of the one whose vote is awaited; -1 when no votes are taken. */
  turn = -1;
  acks: boolean[] = [];

  onRequest(ctx: Ctx) {
    ctx.stable.set('started', true);
    this.turn = 0;
    this.askNext(ctx);
  }

  askNext(ctx: Ctx) {
    const next = ctx.group[this.turn];
    if (next === undefined) return this.decide(ctx, 'commit');
    ctx.setTimer('vote', ctx.config.timeout);
    ctx.send(next, { type: 'VOTE_REQUEST' });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const decision = ctx.stable.get('decision');
    if (message.type === 'VOTE_COMMIT' && from === ctx.group[this.turn]) {
      this.turn += 1;
      this.askNext(ctx);
    } else if (message.type === 'VOTE_ABORT' && this.turn >= 0) {
      this.decide(ctx, 'abort');
    } else if (message.type === 'ACK' && decision !== undefined) {
      if (this.acks[ctx.group.indexOf(from)]) return;
      this.acks[ctx.group.indexOf(from)] = true;
      this.endIfAll(ctx);
    } else if (message.type === 'DECISION_REQUEST') {
      if (decision === 'commit' || decision === 'abort') ctx.send(from, { type: 'DECISION_REPLY', decision });
    }
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'vote') this.decide(ctx, 'abort');
    else this.tell(ctx);
  }

  onRecover(ctx: Ctx) {
    const decision = ctx.stable.get('decision');
    if (decision === 'commit' || decision === 'abort') this.publish(ctx, decision);
    else if (ctx.stable.get('started')) this.decide(ctx, 'abort');
  }

  decide(ctx: Ctx, decision: Decision) {
    this.turn = -1;
    ctx.cancelTimer('vote');
    ctx.stable.set('decision', decision);
    this.publish(ctx, decision);
  }

  publish(ctx: Ctx, decision: Decision) {
    this.acks = ctx.group.map(() => false);
    this.tell(ctx);
    ctx.indicate({ type: 'decide', decision });
    this.endIfAll(ctx);
  }

  tell(ctx: Ctx) {
    ctx.group.forEach((p, at) => {
      if (!this.acks[at]) ctx.send(p, { type: ctx.stable.get('decision') === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    });
    ctx.setTimer('ack', ctx.config.timeout);
  }

  endIfAll(ctx: Ctx) {
    if (this.acks.includes(false)) return;
    ctx.cancelTimer('ack');
    ctx.indicate({ type: 'end' });
  }
}
