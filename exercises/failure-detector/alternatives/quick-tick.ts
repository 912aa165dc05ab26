// How it differs: one tick, six of them a period, whatever the period; each life has a number from storage, and each heartbeat one in it.
import type { Process, ProcessId, TimedContext } from 'faultline';

type Message = { readonly life: number; readonly beat: number };
type Indication = { type: 'suspect' | 'trust'; process: ProcessId };
type Ctx = TimedContext<Message, Indication, { period: number; timeout: number }>;
interface Peer {
  last: Message;
  heard: number;
  timeout: number;
  suspected: boolean;
}

const TICKS = 6;

export class Detector implements Process<Message, never, Indication, { period: number; timeout: number }, Ctx> {
  peers = new Map<ProcessId, Peer>();
  life = 0;
  beat = 0;
  ticks = 0;

  onStart(ctx: Ctx) {
    this.life = ((ctx.stable.get('life') ?? 0) as number) + 1;
    ctx.stable.set('life', this.life);
    const last = { life: 0, beat: 0 };
    for (const process of ctx.group) {
      if (process !== ctx.self) this.peers.set(process, { last, heard: ctx.now(), timeout: ctx.config.timeout, suspected: false });
    }
    this.tick(ctx);
  }

  onRecover(ctx: Ctx) {
    this.onStart(ctx);
  }

  onTimer(ctx: Ctx) {
    for (const [process, peer] of this.peers) {
      if (peer.suspected || ctx.now() - peer.heard <= peer.timeout) continue;
      peer.suspected = true;
      ctx.indicate({ type: 'suspect', process });
    }
    this.tick(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const peer = this.peers.get(from);
    if (!peer || message.life < peer.last.life || (message.life === peer.last.life && message.beat <= peer.last.beat)) return;
    peer.last = message;
    peer.heard = ctx.now();
    if (!peer.suspected) return;
    peer.suspected = false;
    peer.timeout += 2 * ctx.config.period;
    ctx.indicate({ type: 'trust', process: from });
  }

  tick(ctx: Ctx) {
    if (this.ticks % TICKS === 0) {
      this.beat += 1;
      for (const process of this.peers.keys()) ctx.send(process, { life: this.life, beat: this.beat });
    }
    this.ticks += 1;
    ctx.setTimer('tick', ctx.config.period / TICKS);
  }
}
