// How it differs: presumed abort. Only a commit is recorded; whoever asks a coordinator without a record hears abort, and nobody is told anything after a crash.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  yes = new Set<ProcessId>();
  acks = new Set<ProcessId>();
  voting = false;
  outcome: Decision | null = null;

  onRequest(ctx: Ctx) {
    this.voting = true;
    ctx.group.forEach((p) => ctx.send(p, { type: 'VOTE_REQUEST' }));
    ctx.setTimer('votes', ctx.config.timeout);
    this.count(ctx);
  }

  onRecover(ctx: Ctx) {
    if (ctx.stable.get('committed')) this.finish(ctx, 'commit');
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type === 'VOTE_ABORT' && this.voting) this.finish(ctx, 'abort');
    if (message.type === 'VOTE_COMMIT' && this.voting) {
      this.yes.add(from);
      this.count(ctx);
    }
    if (message.type === 'ACK' && this.outcome && this.acks.size < ctx.group.length) {
      this.acks.add(from);
      this.endIfAll(ctx);
    }
    // Not voting and nothing recorded: this process has crashed, and whatever it was about to do is off.
    if (message.type === 'DECISION_REQUEST' && !this.voting) ctx.send(from, { type: 'DECISION_REPLY', decision: this.outcome ?? 'abort' });
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'votes' && this.voting) this.finish(ctx, 'abort');
    if (name === 'acks') this.tell(ctx);
  }

  count(ctx: Ctx) {
    if (!ctx.group.every((p) => this.yes.has(p))) return;
    ctx.stable.set('committed', true);
    this.finish(ctx, 'commit');
  }

  finish(ctx: Ctx, outcome: Decision) {
    this.voting = false;
    this.outcome = outcome;
    ctx.indicate({ type: 'decide', decision: outcome });
    this.tell(ctx);
    this.endIfAll(ctx);
  }

  tell(ctx: Ctx) {
    const rest = ctx.group.filter((p) => !this.acks.has(p));
    for (const p of rest) ctx.send(p, { type: this.outcome === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    if (rest.length) ctx.setTimer('acks', ctx.config.timeout);
  }

  endIfAll(ctx: Ctx) {
    if (this.acks.size === ctx.group.length) ctx.indicate({ type: 'end' });
  }
}
