// How it differs: the leader is in stable storage and named again after a recovery until the election is over; a COORDINATOR from below, which never comes, would start an election; who has said OK is kept in a Set.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'ELECTION' | 'OK' | 'COORDINATOR' };
type Ctx = Context<Message, { type: 'leader'; process: ProcessId }, { timeout: number }>;

const rank = (ctx: Ctx, process: ProcessId): number => ctx.group.indexOf(process);

export class BullyProcess {
  election: { readonly heard: ReadonlySet<ProcessId> } | undefined;

  onStart(ctx: Ctx): void {
    ctx.stable.set('starts', 1);
  }

  onRecover(ctx: Ctx): void {
    const leader = ctx.stable.get('leader');
    if (typeof leader === 'string') ctx.indicate({ type: 'leader', process: leader });
    this.hold(ctx);
  }

  onRequest(ctx: Ctx): void {
    if (this.election === undefined) this.hold(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type === 'ELECTION') {
      ctx.send(from, { type: 'OK' });
      this.onRequest(ctx);
    } else if (message.type === 'OK') {
      if (this.election === undefined) return;
      this.election = { heard: new Set(this.election.heard).add(from) };
      ctx.setTimer('election', 2 * ctx.config.timeout + 1);
    } else if (rank(ctx, from) > rank(ctx, ctx.self)) {
      this.crown(ctx, from);
    } else {
      this.onRequest(ctx);
    }
  }

  onTimer(ctx: Ctx): void {
    if (this.election?.heard.size === 0) this.announce(ctx);
    else this.hold(ctx);
  }

  hold(ctx: Ctx): void {
    const higher = ctx.group.filter((process) => rank(ctx, process) > rank(ctx, ctx.self));
    if (higher.length === 0) return this.announce(ctx);
    this.election = { heard: new Set() };
    ctx.setTimer('election', ctx.config.timeout);
    for (const process of higher) ctx.send(process, { type: 'ELECTION' });
  }

  announce(ctx: Ctx): void {
    ctx.stable.set('leader', ctx.self);
    for (const process of ctx.group) if (rank(ctx, process) < rank(ctx, ctx.self)) ctx.send(process, { type: 'COORDINATOR' });
    this.crown(ctx, ctx.self);
  }

  crown(ctx: Ctx, leader: ProcessId): void {
    this.election = undefined;
    ctx.cancelTimer('election');
    ctx.stable.set('leader', leader);
    ctx.indicate({ type: 'leader', process: leader });
  }
}
