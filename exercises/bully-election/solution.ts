import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  readonly timeout: number;
}
export type Request = { type: 'elect' };
export type Message = { type: 'ELECTION' } | { type: 'OK' } | { type: 'COORDINATOR' };
export type Indication = { type: 'leader'; process: ProcessId };

type Ctx = Context<Message, Indication, Config>;

export class BullyProcess implements Process<Message, Request, Indication, Config> {
  /** From the first ELECTION sent until this process knows a leader. */
  private holding = false;

  onRecover(ctx: Ctx): void {
    this.hold(ctx);
  }

  onRequest(ctx: Ctx): void {
    if (!this.holding) this.hold(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type === 'ELECTION') {
      // Also while an election is under way here: whoever asks must hear that it is not the highest.
      ctx.send(from, { type: 'OK' });
      if (!this.holding) this.hold(ctx);
    } else if (message.type === 'OK' && this.holding) {
      // The OK may be left over from an earlier election. That costs time, no more, since the wait has an end.
      ctx.cancelTimer('any OK');
      ctx.setTimer('COORDINATOR', 2 * ctx.config.timeout);
    } else if (message.type === 'COORDINATOR') {
      this.settle(ctx, from);
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'any OK') this.announce(ctx);
    // Whoever said OK has crashed since. Start over, for somebody else may be up between it and us.
    else this.hold(ctx);
  }

  private hold(ctx: Ctx): void {
    const higher = ctx.group.slice(ctx.group.indexOf(ctx.self) + 1);
    if (higher.length === 0) return this.announce(ctx);
    this.holding = true;
    for (const process of higher) ctx.send(process, { type: 'ELECTION' });
    ctx.setTimer('any OK', ctx.config.timeout);
  }

  private announce(ctx: Ctx): void {
    for (const lower of ctx.group.slice(0, ctx.group.indexOf(ctx.self))) ctx.send(lower, { type: 'COORDINATOR' });
    this.settle(ctx, ctx.self);
  }

  private settle(ctx: Ctx, leader: ProcessId): void {
    this.holding = false;
    ctx.cancelTimer('any OK');
    ctx.cancelTimer('COORDINATOR');
    ctx.indicate({ type: 'leader', process: leader });
  }
}
