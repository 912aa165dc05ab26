// How it differs: a timer for each higher process and a Map of what is known of each; it wins when all are silent, asks from the top, and names a leader only if it is a new one.
import type { Context, Process, ProcessId } from 'faultline';

type Message = { type: 'ELECTION' } | { type: 'OK' } | { type: 'COORDINATOR' };
type Indication = { type: 'leader'; process: ProcessId };
type Config = { readonly timeout: number };
type Ctx = Context<Message, Indication, Config>;

export class BullyProcess implements Process<Message, { type: 'elect' }, Indication, Config> {
  private leader: ProcessId | null = null;
  private known = new Map<ProcessId, 'asked' | 'alive' | 'silent'>();

  onRecover(ctx: Ctx): void {
    this.ask(ctx);
  }

  onRequest(ctx: Ctx): void {
    if (this.known.size === 0) this.ask(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'ELECTION': {
        ctx.send(from, { type: 'OK' });
        if (this.known.size === 0) this.ask(ctx);
        return;
      }
      case 'OK': {
        if (!this.known.has(from)) return;
        this.known.set(from, 'alive');
        ctx.setTimer(from, 3 * ctx.config.timeout);
        return;
      }
      case 'COORDINATOR': {
        this.end(ctx, from);
        return;
      }
    }
  }

  onTimer(ctx: Ctx, process: string): void {
    if (this.known.get(process) === 'alive') {
      // It promised to take over and did not.
      this.ask(ctx);
      return;
    }
    this.known.set(process, 'silent');
    if ([...this.known.values()].every((state) => state === 'silent')) this.win(ctx);
  }

  private ask(ctx: Ctx): void {
    for (const process of this.known.keys()) ctx.cancelTimer(process);
    this.known.clear();
    for (let rank = ctx.group.length - 1; ctx.group[rank] !== ctx.self; rank -= 1) {
      const process = ctx.group[rank] as ProcessId;
      this.known.set(process, 'asked');
      ctx.setTimer(process, ctx.config.timeout);
      ctx.send(process, { type: 'ELECTION' });
    }
    if (this.known.size === 0) this.win(ctx);
  }

  private win(ctx: Ctx): void {
    for (let rank = ctx.group.indexOf(ctx.self) - 1; rank >= 0; rank -= 1) ctx.send(ctx.group[rank] as ProcessId, { type: 'COORDINATOR' });
    this.end(ctx, ctx.self);
  }

  private end(ctx: Ctx, leader: ProcessId): void {
    for (const process of this.known.keys()) ctx.cancelTimer(process);
    this.known.clear();
    if (this.leader !== leader) ctx.indicate({ type: 'leader', process: leader });
    this.leader = leader;
  }
}
