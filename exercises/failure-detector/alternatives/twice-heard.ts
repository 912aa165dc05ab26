// How it differs: trusts a suspected process only at the second fresh heartbeat in a row, and lets late ones prolong nobody's time.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = number;

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  view: { process: ProcessId; sent: number; heard: number; timeout: number; suspected: boolean; fresh: number }[] = [];

  onStart(ctx: Ctx): void {
    const { timeout } = ctx.config;
    for (const process of ctx.group) {
      if (process !== ctx.self) this.view.push({ process, sent: -1, heard: ctx.now(), timeout, suspected: false, fresh: 0 });
    }
    // The first heartbeat comes a period after the start, not at it.
    ctx.setTimer('beat', ctx.config.period);
    ctx.setTimer('look', ctx.config.period / 2);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, sent: Message): void {
    const one = this.view.find(({ process }) => process === from);
    if (!one || sent <= one.sent) return;
    one.sent = sent;
    one.heard = ctx.now();
    if (!one.suspected) return;
    one.fresh += 1;
    if (one.fresh < 2) return;
    one.suspected = false;
    one.timeout += ctx.config.period;
    ctx.indicate({ type: 'trust', process: from });
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'beat') {
      for (const { process } of this.view) ctx.send(process, ctx.now());
      ctx.setTimer('beat', ctx.config.period);
      return;
    }
    for (const one of this.view) {
      if (ctx.now() - one.heard < one.timeout) continue;
      one.fresh = 0;
      if (one.suspected) continue;
      one.suspected = true;
      ctx.indicate({ type: 'suspect', process: one.process });
    }
    ctx.setTimer('look', ctx.config.period / 2);
  }
}
