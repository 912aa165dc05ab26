// How it differs: terse. One list in the log and one in a field; every handler looks at the log first.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  heard: ProcessId[] = [];
  onRequest(ctx: Ctx) {
    ctx.stable.set('s', 'asked');
    this.all(ctx, 'VOTE_REQUEST');
    this.next(ctx);
  }
  onRecover(ctx: Ctx) {
    const s = ctx.stable.get('s');
    if (s === 'asked') this.fix(ctx, 'abort');
    else if (s) this.say(ctx);
  }
  onTimer(ctx: Ctx) {
    if (ctx.stable.get('s') === 'asked') this.fix(ctx, 'abort');
    else this.all(ctx, ctx.stable.get('s') === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT');
  }
  onMessage(ctx: Ctx, from: ProcessId, { type }: Message) {
    const s = ctx.stable.get('s');
    if (s === 'asked' && type === 'VOTE_ABORT') return this.fix(ctx, 'abort');
    if (type === (s === 'asked' ? 'VOTE_COMMIT' : 'ACK') && !this.heard.includes(from)) {
      this.heard.push(from);
      this.next(ctx);
    }
    if (type === 'DECISION_REQUEST' && (s === 'commit' || s === 'abort')) ctx.send(from, { type: 'DECISION_REPLY', decision: s });
  }
  all(ctx: Ctx, type: 'VOTE_REQUEST' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT') {
    ctx.setTimer('t', ctx.config.timeout);
    for (const p of ctx.group) if (!this.heard.includes(p)) ctx.send(p, { type });
  }
  next(ctx: Ctx) {
    if (this.heard.length < ctx.group.length) return;
    if (ctx.stable.get('s') === 'asked') return this.fix(ctx, 'commit');
    ctx.cancelTimer('t');
    ctx.indicate({ type: 'end' });
  }
  fix(ctx: Ctx, s: Decision) {
    ctx.stable.set('s', s);
    this.say(ctx);
  }
  say(ctx: Ctx) {
    const s = ctx.stable.get('s') === 'commit' ? 'commit' : 'abort';
    this.heard = [];
    this.all(ctx, s === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT');
    ctx.indicate({ type: 'decide', decision: s });
    this.next(ctx);
  }
}
