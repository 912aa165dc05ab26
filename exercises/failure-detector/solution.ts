import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Indication = { type: 'suspect'; process: ProcessId } | { type: 'trust'; process: ProcessId };

/** When it was sent. All processes read one clock, which a crash does not set back: so this orders the messages of a sender across its crashes. */
export type Message = number;

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  /** When the newest message from each process was sent. */
  newest = new Map<ProcessId, number>();
  timeouts = new Map<ProcessId, number>();
  suspected = new Set<ProcessId>();

  onStart(ctx: Ctx) {
    // A process that never says a word must be suspected too. So its silence begins now, and not with its first message.
    for (const other of others(ctx)) ctx.setTimer(other, ctx.config.timeout);
    this.beat(ctx);
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, sentAt: Message) {
    // What was overtaken on its way tells nothing new: its sender may have crashed since.
    if (sentAt <= (this.newest.get(from) ?? -1)) return;
    this.newest.set(from, sentAt);
    let timeout = this.timeouts.get(from) ?? ctx.config.timeout;
    if (this.suspected.delete(from)) {
      // It was only slow. With more patience each time, mistakes come to an end.
      timeout += ctx.config.period;
      this.timeouts.set(from, timeout);
      ctx.indicate({ type: 'trust', process: from });
    }
    // One timer for each process: the heartbeats of one must not hide the silence of another.
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
