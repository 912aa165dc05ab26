// MUTANT completeness: each process watches only the next one of the group, and believes of the others what it likes.
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
    const next = ctx.group[(ctx.group.indexOf(ctx.self) + 1) % ctx.group.length];
    ctx.setTimer(next, ctx.config.timeout);
    this.beat(ctx);
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, sentAt: Message) {
    if (sentAt <= (this.newest.get(from) ?? -1)) return;
    this.newest.set(from, sentAt);
    let timeout = this.timeouts.get(from) ?? ctx.config.timeout;
    if (this.suspected.delete(from)) {
      timeout += ctx.config.period;
      this.timeouts.set(from, timeout);
      ctx.indicate({ type: 'trust', process: from });
    }
    const next = ctx.group[(ctx.group.indexOf(ctx.self) + 1) % ctx.group.length];
    if (from === next) ctx.setTimer(from, timeout);
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
