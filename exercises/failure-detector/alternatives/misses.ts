// How it differs: counts its own ticks without news of a process, and knows no times; heartbeats carry a number from a block that was reserved in storage.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = Uint8Array;

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

/** Numbers that one life may use: many more than a run has periods. */
const BLOCK = 65_536;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  number = 0;
  /** In the order of the group. */
  misses: number[] = [];
  allowed: number[] = [];
  newest: number[] = [];

  onStart(ctx: Ctx): void {
    const block = Number(ctx.stable.get('block') ?? 0);
    ctx.stable.set('block', block + 1);
    this.number = block * BLOCK;
    this.misses = ctx.group.map(() => 0);
    this.newest = ctx.group.map(() => -1);
    this.allowed = ctx.group.map(() => Math.ceil(ctx.config.timeout / ctx.config.period));
    ctx.setTimer('tick', ctx.config.period);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, bytes: Message): void {
    const rank = ctx.group.indexOf(from);
    const number = bytes[0] * BLOCK + bytes[1] * 256 + bytes[2];
    if (number <= this.newest[rank]) return;
    this.newest[rank] = number;
    if (this.misses[rank] > this.allowed[rank]) {
      this.allowed[rank] += 1;
      ctx.indicate({ type: 'trust', process: from });
    }
    this.misses[rank] = 0;
  }

  onTimer(ctx: Ctx): void {
    this.number += 1;
    ctx.group.forEach((process, rank) => {
      if (process === ctx.self) return;
      ctx.send(process, Uint8Array.of(Math.floor(this.number / BLOCK), Math.floor(this.number / 256), this.number));
      // One more than is allowed says it; more than that say nothing new.
      this.misses[rank] = Math.min(this.misses[rank] + 1, this.allowed[rank] + 2);
      if (this.misses[rank] === this.allowed[rank] + 1) ctx.indicate({ type: 'suspect', process });
    });
    ctx.setTimer('tick', ctx.config.period);
  }
}
