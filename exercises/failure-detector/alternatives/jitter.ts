// How it differs: each heartbeat waits a little longer by chance, so that processes do not send all at once; suspicions live in timers alone.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = { type: 'ALIVE'; number: bigint };

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

class Others {}

export class Detector extends Others implements Process<Message, never, Indication, Config, Ctx> {
  number = 0n;
  heard = new Map<ProcessId, bigint>();
  mistakes = new Map<ProcessId, number>();
  suspects = new Set<ProcessId>();

  onStart(ctx: Ctx): void {
    const lives = BigInt(Number(ctx.stable.get('lives') ?? 0) + 1);
    ctx.stable.set('lives', Number(lives));
    // The life stands in the high bits, the heartbeat in the low ones.
    this.number = lives << 40n;
    for (const process of ctx.group.filter((one) => one !== ctx.self)) this.watch(ctx, process);
    this.#beat(ctx);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, { number }: Message): void {
    if (number <= (this.heard.get(from) ?? 0n)) return;
    this.heard.set(from, number);
    if (this.suspects.has(from)) {
      this.suspects.delete(from);
      this.mistakes.set(from, (this.mistakes.get(from) ?? 0) + 1);
      ctx.indicate({ process: from, type: 'trust' });
    }
    this.watch(ctx, from);
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'alive') return this.#beat(ctx);
    const process = name.slice('silence of '.length);
    this.suspects.add(process);
    ctx.indicate({ process, type: 'suspect' });
  }

  watch(ctx: Ctx, process: ProcessId): void {
    const mistakes = this.mistakes.get(process) ?? 0;
    ctx.setTimer(`silence of ${process}`, ctx.config.timeout + 1.2 * mistakes * ctx.config.period);
  }

  #beat(ctx: Ctx): void {
    this.number += 1n;
    for (const process of ctx.group) if (process !== ctx.self) ctx.send(process, { type: 'ALIVE', number: this.number });
    ctx.setTimer('alive', ctx.config.period * (1 + ctx.random() / 10));
  }
}
