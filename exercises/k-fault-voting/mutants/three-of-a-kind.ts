// MUTANT unknown: three equal answers are enough however large k is, so three that may all lie are.
import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  readonly k: number;
  readonly timeout: number;
}

export type Request = { type: 'call'; op: string };

export type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };

export type Indication = { type: 'result'; value: number } | { type: 'unknown' };

type Model = 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement';

export function replicasNeeded(k: number, model: Model): number {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`${k} is no number of replicas`);
  switch (model) {
    case 'silent':
      return k + 1;
    case 'byzantine-voting':
      return 2 * k + 1;
    case 'crash-consensus':
      return 2 * k + 1;
    case 'byzantine-agreement':
      return 3 * k + 1;
  }
}

type Ctx = Context<Message, Indication, Config>;

export class VotingClient implements Process<Message, Request, Indication, Config> {
  private lastId = 0;
  private open = false;
  private votes = new Map<ProcessId, number>();

  onRequest(ctx: Ctx, request: Request): void {
    this.lastId += 1;
    this.open = true;
    for (const replica of ctx.group) ctx.send(replica, { type: 'REQUEST', id: this.lastId, op: request.op });
    ctx.setTimer('give up', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REPLY' || !this.open || message.id !== this.lastId) return;
    this.votes.set(from, message.value);
    const equal = [...this.votes.values()].filter((value) => value === message.value);
    if (equal.length > Math.min(ctx.config.k, 2)) this.end(ctx, { type: 'result', value: message.value });
  }

  onTimer(ctx: Ctx): void {
    if (this.open) this.end(ctx, { type: 'unknown' });
  }

  private end(ctx: Ctx, indication: Indication): void {
    this.open = false;
    this.votes.clear();
    ctx.cancelTimer('give up');
    ctx.indicate(indication);
  }
}
