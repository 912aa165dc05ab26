// How it differs: has no fields; all that it knows is in stable storage, and is put back to the beginning at each start.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = { at: number };

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

type Known = { at: number; timeout: number; suspected: boolean };

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  onStart(ctx: Ctx): void {
    for (const process of ctx.group) {
      if (process === ctx.self) continue;
      this.note(ctx, process, { at: -1, timeout: ctx.config.timeout, suspected: false });
      ctx.setTimer(process, ctx.config.timeout);
    }
    ctx.setTimer('', 1);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, { at }: Message): void {
    const known = ctx.stable.get(from) as Known;
    if (at <= known.at) return;
    const timeout = known.suspected ? known.timeout + 3 * ctx.config.period : known.timeout;
    this.note(ctx, from, { at, timeout, suspected: false });
    ctx.setTimer(from, timeout);
    if (known.suspected) ctx.indicate({ type: 'trust', process: from });
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === '') {
      for (const process of ctx.stable.keys()) ctx.send(process, { at: ctx.now() });
      ctx.setTimer('', ctx.config.period);
      return;
    }
    ctx.indicate({ type: 'suspect', process: name });
    this.note(ctx, name, { ...(ctx.stable.get(name) as Known), suspected: true });
  }

  private note(ctx: Ctx, process: ProcessId, known: Known): void {
    ctx.stable.set(process, known);
  }
}
