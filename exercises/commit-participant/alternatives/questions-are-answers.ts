// How it differs: whoever asks is READY, so a question counts as the answer 'uncertain'; whoever votes abort waits for GLOBAL_ABORT before it decides; a table of handlers.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Decision } | { type: 'blocked' }, { vote: Decision; timeout: number }>;

export class Participant {
  vote: Decision | undefined = undefined;
  decision: Decision | undefined = undefined;
  unsure = new Set<ProcessId>();
  pressed = false;

  onStart(ctx: Ctx) {
    ctx.setTimer('patience', 3 * ctx.config.timeout);
  }

  onRecover(ctx: Ctx) {
    const { stable } = ctx;
    if (stable.keys().includes('committed')) this.decide(ctx, 'commit');
    else if (stable.keys().includes('aborted') || !stable.keys().includes('voted commit')) this.decide(ctx, 'abort');
    else {
      this.vote = 'commit';
      this.press(ctx);
    }
  }

  onTimer(ctx: Ctx) {
    // Who has not voted commit may abort whenever it likes.
    if (this.vote !== 'commit') return this.decide(ctx, 'abort');
    if (this.pressed) ctx.indicate({ type: 'blocked' });
    this.press(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    switch (message.type) {
      case 'VOTE_REQUEST':
        if (this.decision) return;
        if (ctx.config.vote === 'commit') ctx.stable.set('voted commit', true);
        this.vote = ctx.config.vote;
        ctx.send(from, { type: this.vote === 'commit' ? 'VOTE_COMMIT' : 'VOTE_ABORT' });
        return ctx.setTimer('patience', ctx.config.timeout);
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        this.decide(ctx, message.type === 'GLOBAL_ABORT' ? 'abort' : 'commit');
        return ctx.send(from, { type: 'ACK' });
      case 'DECISION_REQUEST':
        if (this.vote !== 'commit') this.decide(ctx, 'abort');
        ctx.send(from, { type: 'DECISION_REPLY', decision: this.decision ?? 'uncertain' });
        return this.decision ? undefined : this.isUnsure(ctx, from);
      case 'DECISION_REPLY':
        return message.decision === 'uncertain' ? this.isUnsure(ctx, from) : this.decide(ctx, message.decision);
    }
  }

  private isUnsure(ctx: Ctx, process: ProcessId) {
    if (this.decision || this.unsure.has(process)) return;
    // In rank order, so that the order in which they answered makes no difference.
    this.unsure = new Set([...this.unsure, process].sort());
    if (this.pressed && this.unsure.size === ctx.group.length - 1) ctx.indicate({ type: 'blocked' });
  }

  private press(ctx: Ctx) {
    this.pressed = true;
    ['coordinator', ...ctx.group].filter((one) => one !== ctx.self).forEach((one) => ctx.send(one, { type: 'DECISION_REQUEST' }));
    ctx.setTimer('patience', ctx.config.timeout);
  }

  private decide(ctx: Ctx, decision: Decision) {
    if (this.decision) return;
    this.decision = decision;
    ctx.stable.set(decision === 'commit' ? 'committed' : 'aborted', true);
    ctx.indicate({ type: 'decide', decision });
    ctx.cancelTimer('patience');
  }
}
