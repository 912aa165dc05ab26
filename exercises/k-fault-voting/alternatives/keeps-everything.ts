// How it differs: every reply that ever came is kept, in order and on stable storage too, those to calls not yet made included; two timers; prints what it does.
import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  readonly k: number;
  readonly timeout: number;
}
export type Request = { type: 'call'; op: string };
export type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
export type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, Config>;

const FACTORS = new Map([
  ['silent', 1],
  ['byzantine-voting', 2],
  ['crash-consensus', 2],
  ['byzantine-agreement', 3],
]);

export function replicasNeeded(k: number, model: 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement'): number {
  if (k < 0 || k % 1 !== 0) throw new RangeError(`${k} replicas`);
  return (FACTORS.get(model) ?? 0) * k + 1;
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  private open: number[] = [];
  private log: string[] = [];
  private made = 0;

  onStart(ctx: Ctx): void {
    ctx.stable.set('log', this.log);
  }

  onRequest(ctx: Ctx, request: Request): void {
    const id = this.made++;
    this.open.push(id);
    console.log('call', id, request.op);
    for (const replica of [...ctx.group].reverse()) ctx.send(replica, { type: 'REQUEST', id, op: request.op });
    ctx.setTimer('warn', ctx.config.timeout / 2);
    ctx.setTimer('give up', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REPLY') return;
    const line = `${message.id} ${message.value} ${from}`;
    if (this.log.includes(line)) return;
    this.log.push(line);
    ctx.stable.set('log', this.log);
    if (!this.open.includes(message.id)) return;
    const backers = this.log.filter((other) => other.startsWith(`${message.id} ${message.value} `));
    if (backers.length > ctx.config.k) this.close(ctx, { type: 'result', value: message.value });
  }

  onTimer(ctx: Ctx, name: string): void {
    console.log('timer', name, this.open);
    if (name === 'give up' && this.open.length > 0) this.close(ctx, { type: 'unknown' });
  }

  private close(ctx: Ctx, indication: Indication): void {
    this.open.pop();
    ctx.cancelTimer('warn');
    ctx.cancelTimer('give up');
    ctx.indicate(indication);
  }
}
