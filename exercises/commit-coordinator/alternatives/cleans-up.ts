// How it differs: it records its end and then the log of an abort is deleted; after a crash it does not begin again what had ended, nor says again what it had said.
import type { Context, Process, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Request = { type: 'commit' };
type Indication = { type: 'decide'; decision: Decision } | { type: 'end' };
type Ctx = Context<Message, Indication, { readonly timeout: number }>;

export class Coordinator implements Process<Message, Request, Indication> {
  state: 'none' | 'wait' | 'commit' | 'abort' | 'committed' | 'aborted' = 'none';
  open: ProcessId[] = [];

  onRequest(ctx: Ctx) {
    this.become(ctx, 'wait');
    this.open = [...ctx.group];
    for (const p of ctx.group) ctx.send(p, { type: 'VOTE_REQUEST' });
    ctx.setTimer('wait', ctx.config.timeout);
    if (this.open.length === 0) this.resolve(ctx, 'commit');
  }

  become(ctx: Ctx, state: 'wait' | 'commit' | 'abort' | 'committed' | 'aborted') {
    if (state === 'aborted') ctx.stable.delete('state');
    else ctx.stable.set('state', state);
    this.state = state;
  }

  resolve(ctx: Ctx, decision: Decision) {
    ctx.cancelTimer('wait');
    this.become(ctx, decision);
    ctx.indicate({ type: 'decide', decision });
    this.open = [...ctx.group];
    this.push(ctx);
    this.close(ctx);
  }

  push(ctx: Ctx) {
    for (const p of this.open) ctx.send(p, { type: this.state === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT' });
    if (this.open.length > 0) ctx.setTimer('push', ctx.config.timeout);
  }

  close(ctx: Ctx) {
    if (this.open.length > 0) return;
    ctx.cancelTimer('push');
    // Said first and recorded then: if the record is missing, the end is said again.
    ctx.indicate({ type: 'end' });
    this.become(ctx, this.state === 'commit' ? 'committed' : 'aborted');
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'wait' && this.state === 'wait') this.resolve(ctx, 'abort');
    if (name === 'push' && (this.state === 'commit' || this.state === 'abort')) this.push(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type === 'DECISION_REQUEST') {
      if (this.state === 'wait') return;
      ctx.send(from, { type: 'DECISION_REPLY', decision: this.state.startsWith('commit') ? 'commit' : 'abort' });
      return;
    }
    if (this.state === 'wait') {
      if (message.type === 'VOTE_ABORT') this.resolve(ctx, 'abort');
      if (message.type !== 'VOTE_COMMIT' || !this.open.includes(from)) return;
      this.open = this.open.filter((p) => p !== from);
      if (this.open.length === 0) this.resolve(ctx, 'commit');
    } else if (this.state === 'commit' || this.state === 'abort') {
      if (message.type !== 'ACK') return;
      this.open = this.open.filter((p) => p !== from);
      this.close(ctx);
    }
  }

  onRecover(ctx: Ctx) {
    const state = ctx.stable.get('state');
    if (state === 'wait') this.resolve(ctx, 'abort');
    if (state === 'committed') this.state = 'committed';
    if (state === 'commit' || state === 'abort') {
      this.state = state;
      this.open = [...ctx.group];
      this.push(ctx);
      this.close(ctx);
    }
  }
}
