// How it differs: pings every other period and answers pings, so that no more than one message a period goes either way.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

/** Any message shows that its sender was up at that time. */
export type Message = { type: 'PING' | 'PONG'; at: number };

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

type Ctx = TimedContext<Message, Indication, Config>;

interface Peer {
  /** When the newest message from it was sent, and when it came. */
  newest: number;
  came: number;
  timeout: number;
  suspected: boolean;
  /** When it was last answered. */
  answered: number;
}

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  peers = new Map<ProcessId, Peer>();
  odd = false;

  onStart(ctx: Ctx): void {
    const { timeout } = ctx.config;
    for (const process of ctx.group.filter((one) => one !== ctx.self)) {
      this.peers.set(process, { newest: -1, came: ctx.now(), timeout, suspected: false, answered: ctx.now() });
    }
    this.onTimer(ctx);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, { type, at }: Message): void {
    const peer = this.peers.get(from)!;
    if (at > peer.newest) {
      peer.newest = at;
      peer.came = ctx.now();
      if (peer.suspected) {
        peer.suspected = false;
        peer.timeout += 2 * ctx.config.period;
        ctx.indicate({ type: 'trust', process: from });
      }
    }
    if (type === 'PING' && ctx.now() - peer.answered >= 2 * ctx.config.period) {
      peer.answered = ctx.now();
      ctx.send(from, { type: 'PONG', at: ctx.now() });
    }
  }

  onTimer(ctx: Ctx): void {
    this.odd = !this.odd;
    for (const [process, peer] of this.peers) {
      if (this.odd) ctx.send(process, { type: 'PING', at: ctx.now() });
      if (peer.suspected || ctx.now() < peer.came + peer.timeout) continue;
      peer.suspected = true;
      ctx.indicate({ type: 'suspect', process });
    }
    ctx.setTimer('tick', ctx.config.period);
  }
}
