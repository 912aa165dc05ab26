// How it differs: it names the leader again and again, also when a timer reminds it, and adds fields of its own to messages and indications.
import type { Context, ProcessId } from 'faultline';

type Message =
  | { type: 'ELECTION'; rank: number }
  | { type: 'OK'; rank: number; busy: boolean }
  | { type: 'COORDINATOR'; leader: ProcessId };
type Indication = { type: 'leader'; process: ProcessId; rank: number };
type Ctx = Context<Message, Indication, { timeout: number }>;

export class BullyProcess {
  state = { waitsFor: null as null | 'OK' | 'COORDINATOR', leader: null as null | ProcessId };

  onRecover(ctx: Ctx) {
    this.start(ctx);
  }

  onRequest(ctx: Ctx) {
    if (this.state.waitsFor === null) this.start(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const rank = ctx.group.indexOf(ctx.self);
    switch (message.type) {
      case 'ELECTION':
        if (message.rank > rank) return;
        ctx.send(from, { type: 'OK', rank, busy: this.state.waitsFor !== null });
        if (this.state.waitsFor === null) this.start(ctx);
        return;
      case 'OK':
        if (this.state.waitsFor === null) return;
        this.state.waitsFor = 'COORDINATOR';
        ctx.cancelTimer('wait for OK');
        ctx.setTimer('wait for COORDINATOR', 2 * ctx.config.timeout);
        return;
      case 'COORDINATOR':
        this.accept(ctx, message.leader);
        ctx.indicate({ type: 'leader', process: message.leader, rank: ctx.group.indexOf(from) });
    }
  }

  onTimer(ctx: Ctx, name: string) {
    if (name === 'wait for OK') this.win(ctx);
    if (name === 'wait for COORDINATOR') this.start(ctx);
    if (name === 'remind' && this.state.leader !== null) {
      ctx.indicate({ type: 'leader', process: this.state.leader, rank: ctx.group.indexOf(this.state.leader) });
    }
  }

  start(ctx: Ctx) {
    const own = ctx.group.indexOf(ctx.self);
    this.state = { ...this.state, waitsFor: 'OK' };
    for (const [rank, process] of ctx.group.entries()) if (rank > own) ctx.send(process, { type: 'ELECTION', rank: own });
    if (own === ctx.group.length - 1) this.win(ctx);
    else ctx.setTimer('wait for OK', ctx.config.timeout);
  }

  win(ctx: Ctx) {
    ctx.indicate({ type: 'leader', process: ctx.self, rank: ctx.group.indexOf(ctx.self) });
    for (const process of ctx.group.slice(0, ctx.group.indexOf(ctx.self))) ctx.send(process, { type: 'COORDINATOR', leader: ctx.self });
    this.accept(ctx, ctx.self);
  }

  accept(ctx: Ctx, leader: ProcessId) {
    for (const name of ['wait for OK', 'wait for COORDINATOR']) ctx.cancelTimer(name);
    this.state = { waitsFor: null, leader };
    ctx.setTimer('remind', 10 * ctx.config.timeout);
    ctx.indicate({ type: 'leader', process: leader, rank: ctx.group.indexOf(leader) });
  }
}
