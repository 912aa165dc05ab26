// MUTANT elected: who knows a higher leader says OK and holds no election, unless the lowest asks, though the others ask because it is down.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'ELECTION' | 'OK' | 'COORDINATOR' };
type Ctx = Context<Message, { type: 'leader'; process: ProcessId }, { timeout: number }>;

export class BullyProcess {
  holding = false;
  leader = '';

  onRecover(ctx: Ctx): void {
    this.hold(ctx);
  }

  onRequest(ctx: Ctx): void {
    if (!this.holding) this.hold(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'ELECTION':
        ctx.send(from, { type: 'OK' });
        if (!this.holding && (!this.hasHigherLeader(ctx) || from === ctx.group[0])) this.hold(ctx);
        break;
      case 'OK':
        if (!this.holding) break;
        ctx.cancelTimer('ok');
        ctx.setTimer('coordinator', 2 * ctx.config.timeout);
        break;
      case 'COORDINATOR':
        this.follow(ctx, from);
        break;
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    if (name === 'ok') this.announce(ctx);
    else this.hold(ctx);
  }

  hasHigherLeader(ctx: Ctx): boolean {
    return ctx.group.indexOf(this.leader) > ctx.group.indexOf(ctx.self);
  }

  hold(ctx: Ctx): void {
    const higher = ctx.group.slice(ctx.group.indexOf(ctx.self) + 1);
    if (higher.length === 0) {
      this.announce(ctx);
      return;
    }
    this.holding = true;
    for (const process of higher) ctx.send(process, { type: 'ELECTION' });
    ctx.setTimer('ok', ctx.config.timeout);
  }

  announce(ctx: Ctx): void {
    const lower = ctx.group.slice(0, ctx.group.indexOf(ctx.self));
    for (const process of lower) ctx.send(process, { type: 'COORDINATOR' });
    this.follow(ctx, ctx.self);
  }

  follow(ctx: Ctx, leader: ProcessId): void {
    this.holding = false;
    ctx.cancelTimer('ok');
    ctx.cancelTimer('coordinator');
    ctx.indicate({ type: 'leader', process: leader });
    this.leader = leader;
  }
}
