// How it differs: a single timer, set to whatever is due next, a heartbeat or a deadline; the clock at a start is the number of that life.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

/** The start of the sender's life, and how often it has beaten since. */
export type Message = { since: number; count: number };

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  private since = 0;
  private count = 0;
  private beatAt = 0;
  private deadlines = new Map<ProcessId, number>();
  private timeouts = new Map<ProcessId, number>();
  private newest = new Map<ProcessId, Message>();

  onStart(ctx: Ctx): void {
    this.since = this.beatAt = ctx.now();
    for (const process of ctx.group) if (process !== ctx.self) this.expect(ctx, process, ctx.config.timeout);
    this.goOn(ctx);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    const before = this.newest.get(from);
    if (before && (message.since < before.since || (message.since === before.since && message.count <= before.count))) return;
    this.newest.set(from, message);
    const isBack = !this.deadlines.has(from);
    this.expect(ctx, from, this.timeouts.get(from)! + (isBack ? 1.5 * ctx.config.period : 0));
    if (isBack) ctx.indicate({ type: 'trust', process: from });
    this.goOn(ctx);
  }

  onTimer(ctx: Ctx): void {
    this.goOn(ctx);
  }

  private expect(ctx: Ctx, process: ProcessId, timeout: number): void {
    this.timeouts.set(process, timeout);
    this.deadlines.set(process, ctx.now() + timeout);
  }

  private goOn(ctx: Ctx): void {
    for (const [process, deadline] of this.deadlines) {
      if (deadline > ctx.now()) continue;
      this.deadlines.delete(process);
      ctx.indicate({ type: 'suspect', process });
    }
    if (this.beatAt <= ctx.now()) {
      this.count += 1;
      this.beatAt = ctx.now() + ctx.config.period;
      for (const process of this.timeouts.keys()) ctx.send(process, { since: this.since, count: this.count });
    }
    ctx.setTimer('next', Math.min(this.beatAt, ...this.deadlines.values()) - ctx.now());
  }
}
