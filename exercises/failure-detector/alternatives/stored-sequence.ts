// How it differs: one sequence number for ever, stored before each heartbeat; a quick tick looks for silence; timeouts double.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = readonly [number];

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  last: Record<ProcessId, number> = {};
  deadline: Record<ProcessId, number> = {};
  patience: Record<ProcessId, number> = {};
  down: ProcessId[] = [];

  onStart(ctx: Ctx) {
    this.begin(ctx);
  }

  onRecover(ctx: Ctx) {
    this.begin(ctx);
  }

  begin(ctx: Ctx) {
    ctx.group.forEach((process) => {
      if (process === ctx.self) return;
      this.last[process] = 0;
      this.patience[process] = ctx.config.timeout;
      this.deadline[process] = ctx.now() + ctx.config.timeout;
    });
    ctx.setTimer('look', ctx.config.period / 2);
    this.beat(ctx);
  }

  beat(ctx: Ctx) {
    const number = Number(ctx.stable.get('number') ?? 0) + 1;
    ctx.stable.set('number', number);
    Object.keys(this.last).forEach((process) => ctx.send(process, [number]));
    ctx.setTimer('beat', ctx.config.period);
  }

  onMessage(ctx: Ctx, from: ProcessId, [number]: Message) {
    if (number <= this.last[from]) return;
    this.last[from] = number;
    if (this.down.includes(from)) {
      this.down = this.down.filter((process) => process !== from);
      this.patience[from] *= 2;
      ctx.indicate({ type: 'trust', process: from });
    }
    this.deadline[from] = ctx.now() + this.patience[from];
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'beat') return this.beat(ctx);
    for (const [process, deadline] of Object.entries(this.deadline)) {
      if (deadline > ctx.now() || this.down.includes(process)) continue;
      this.down.push(process);
      ctx.indicate({ type: 'suspect', process });
    }
    ctx.setTimer('look', ctx.config.period / 2);
  }
}
