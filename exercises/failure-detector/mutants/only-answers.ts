// MUTANT trusted-again: sends a heartbeat only when it has had one, a period later: one that is lost ends it for both.
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
    for (const other of others(ctx)) {
      ctx.setTimer(other, ctx.config.timeout);
      ctx.send(other, ctx.now());
    }
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, sentAt: Message) {
    if (sentAt <= (this.newest.get(from) ?? -1)) return;
    this.newest.set(from, sentAt);
    ctx.setTimer(`beat ${from}`, ctx.config.period);
    let timeout = this.timeouts.get(from) ?? ctx.config.timeout;
    if (this.suspected.delete(from)) {
      timeout += ctx.config.period;
      this.timeouts.set(from, timeout);
      ctx.indicate({ type: 'trust', process: from });
    }
    ctx.setTimer(from, timeout);
  }

  onTimer(ctx: Ctx, name: string) {
    if (name.startsWith('beat ')) {
      ctx.send(name.slice(5), ctx.now());
    } else {
      this.suspected.add(name);
      ctx.indicate({ type: 'suspect', process: name });
    }
  }
}

function others(ctx: Ctx): ProcessId[] {
  return ctx.group.filter((process) => process !== ctx.self);
}
