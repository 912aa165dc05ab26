import type { Data, Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  /** Milliseconds from one heartbeat to the next. */
  readonly period: number;
  /** Milliseconds of silence after which a process is first suspected; 3 to 10 periods. After a mistake the timeout for that process must grow, by at least a period and at most to its double plus a period. */
  readonly timeout: number;
}

/** Yours to design. */
export type Message = Data;

/** At the start, and after its own recovery, a process trusts all others; 'suspect' and 'trust' of one process then alternate. */
export type Indication = { type: 'suspect'; process: ProcessId } | { type: 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  onStart(ctx: Ctx): void {
    // TODO: a process may crash before it has sent anything. Who waits for it from when on?
    this.beat(ctx);
  }

  onRecover(ctx: Ctx): void {
    // TODO: fields and timers are gone. What do the others still remember of this process?
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    // TODO: this message may have been on its way for ten periods, and newer ones may have overtaken it.
    // TODO: one process is heard, another is silent. What may the one tell about the other?
  }

  onTimer(ctx: Ctx, name: string): void {
    // TODO: silence is all that there is to go by, and the next message may come a moment later.
    this.beat(ctx);
  }

  private beat(ctx: Ctx): void {
    for (const process of ctx.group) if (process !== ctx.self) ctx.send(process, null);
    ctx.setTimer('beat', ctx.config.period);
  }
}
