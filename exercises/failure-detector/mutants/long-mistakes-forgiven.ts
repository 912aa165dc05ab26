// MUTANT accuracy: a suspicion of more than 5 periods is taken for a true one, so nothing is learnt from it.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = { type: 'BEAT'; life: number; beat: number };

export type Indication = { type: 'suspect' | 'trust'; process: ProcessId };

interface Peer {
  life: number;
  beat: number;
  heardAt: number;
  timeout: number;
  suspected: boolean;
  since: number;
}

type Ctx = TimedContext<Message, Indication, Config>;

export class Detector implements Process<Message, never, Indication, Config, Ctx> {
  life = 0;
  beat = 0;
  peers: { [process: string]: Peer } = {};

  onStart(ctx: Ctx): void {
    this.life = Number(ctx.stable.get('lives') ?? 0) + 1;
    ctx.stable.set('lives', this.life);
    for (const id of ctx.group) {
      if (id === ctx.self) continue;
      this.peers[id] = { life: 0, beat: 0, heardAt: ctx.now(), timeout: ctx.config.timeout, suspected: false, since: 0 };
    }
    this.tick(ctx);
  }

  onRecover(ctx: Ctx): void {
    this.onStart(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, { life, beat }: Message): void {
    const peer = this.peers[from];
    const isNewer = life > peer.life || (life === peer.life && beat > peer.beat);
    if (!isNewer) return;
    Object.assign(peer, { life, beat, heardAt: ctx.now() });
    if (!peer.suspected) return;
    peer.suspected = false;
    if (ctx.now() - peer.since <= 5 * ctx.config.period) peer.timeout = 2 * peer.timeout + ctx.config.period;
    ctx.indicate({ type: 'trust', process: from });
  }

  onTimer(ctx: Ctx): void {
    this.tick(ctx);
  }

  private tick(ctx: Ctx): void {
    this.beat += 1;
    for (const [id, peer] of Object.entries(this.peers)) {
      ctx.send(id, { type: 'BEAT', life: this.life, beat: this.beat });
      if (peer.suspected || ctx.now() - peer.heardAt <= peer.timeout) continue;
      peer.suspected = true;
      peer.since = ctx.now();
      ctx.indicate({ type: 'suspect', process: id });
    }
    ctx.setTimer('tick', ctx.config.period);
  }
}
