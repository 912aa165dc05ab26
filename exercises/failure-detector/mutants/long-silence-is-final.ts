// MUTANT trusted-again: who was silent for a hundred periods is not listened to any more.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = number;

export type Indication = { type: 'suspect'; process: ProcessId } | { type: 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  newest = new Map<ProcessId, number>();
  timeouts = new Map<ProcessId, number>();
  suspected = new Set<ProcessId>();

  onStart(ctx: Ctx) {
    for (const other of others(ctx)) ctx.setTimer(other, ctx.config.timeout);
    this.beat(ctx);
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, sentAt: Message) {
    if (sentAt <= (this.newest.get(from) ?? -1)) return;
    if (sentAt - (this.newest.get(from) ?? sentAt) > 100 * ctx.config.period) return;
    this.newest.set(from, sentAt);
    let timeout = this.timeouts.get(from) ?? ctx.config.timeout;
    if (this.suspected.delete(from)) {
      timeout += ctx.config.period;
      this.timeouts.set(from, timeout);
      ctx.indicate({ type: 'trust', process: from });
    }
    ctx.setTimer(from, timeout);
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'beat') {
      this.beat(ctx);
    } else {
      this.suspected.add(name);
      ctx.indicate({ type: 'suspect', process: name });
    }
  }

  private beat(ctx: Ctx) {
    for (const other of others(ctx)) ctx.send(other, ctx.now());
    ctx.setTimer('beat', ctx.config.period);
  }
}

function others(ctx: Ctx): ProcessId[] {
  return ctx.group.filter((process) => process !== ctx.self);
}
