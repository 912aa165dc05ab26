// How it differs: says two things at each start, sends long messages in every period to everybody, itself too, and looks around often.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = { type: 'HELLO' | 'HEARTBEAT'; sentAt: number; order: number; knows: { [process: string]: string } };

export type Indication = { type: 'suspect'; process: ProcessId } | { type: 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  state: { [process: string]: 'trusted' | 'suspected' } = {};
  newest: { [process: string]: { sentAt: number; order: number } } = {};
  lastArrival: { [process: string]: number } = {};
  timeout: { [process: string]: number } = {};

  onStart(ctx: Ctx): void {
    for (const process of ctx.group) {
      this.state[process] = 'trusted';
      this.newest[process] = { sentAt: -1, order: 0 };
      this.lastArrival[process] = ctx.now();
      this.timeout[process] = ctx.config.timeout;
      ctx.cancelTimer(`nothing ${process}`);
      ctx.setTimer('look', ctx.config.period / 2);
    }
    this.sendAll(ctx, 'HELLO', 0);
    ctx.setTimer('beat', ctx.config.period);
    this.sendAll(ctx, 'HEARTBEAT', 1);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (from === ctx.self) return;
    const { sentAt, order } = this.newest[from];
    if (message.sentAt < sentAt || (message.sentAt === sentAt && message.order <= order)) return;
    this.newest[from] = { sentAt: message.sentAt, order: message.order };
    this.lastArrival[from] = ctx.now();
    if (this.state[from] === 'suspected') {
      this.state[from] = 'trusted';
      this.timeout[from] += 2 * ctx.config.period;
      ctx.indicate({ type: 'trust', process: from });
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'beat') {
      this.sendAll(ctx, 'HEARTBEAT', 0);
      ctx.setTimer('beat', ctx.config.period);
      return;
    }
    for (const process of ctx.group) {
      if (process === ctx.self || this.state[process] === 'suspected') continue;
      if (ctx.now() - this.lastArrival[process] <= this.timeout[process]) continue;
      this.state[process] = 'suspected';
      ctx.indicate({ type: 'suspect', process });
    }
    ctx.setTimer(name, ctx.config.period);
  }

  private sendAll(ctx: Ctx, type: Message['type'], order: number): void {
    for (const process of ctx.group) ctx.send(process, { type, sentAt: ctx.now(), order, knows: this.state });
  }
}
