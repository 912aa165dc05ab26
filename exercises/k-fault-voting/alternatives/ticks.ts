// How it differs: a short timer goes off for ever and counts down the patience of the open call; all that the client knows stands in stable storage.
import type { Context, Process, ProcessId } from 'faultline';

interface Config {
  readonly k: number;
  readonly timeout: number;
}
type Request = { type: 'call'; op: string };
type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, Config>;

const TICKS = 4;

export function replicasNeeded(k: number, model: 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement'): number {
  if (!Number.isInteger(k) || k < 0) throw new RangeError('k');
  const times = model === 'silent' ? 1 : model === 'byzantine-agreement' ? 3 : 2;
  return times * k + 1;
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  onStart(ctx: Ctx): void {
    ctx.stable.set('number', 0);
    ctx.stable.set('patience', 0);
    ctx.setTimer('tick', ctx.config.timeout / TICKS);
  }

  onRequest(ctx: Ctx, request: Request): void {
    const number = (ctx.stable.get('number') as number) + 1;
    ctx.stable.set('number', number);
    // The first tick can be due at once.
    ctx.stable.set('patience', TICKS + 1);
    for (const replica of ctx.group) ctx.stable.delete(`vote ${replica}`);
    for (const replica of ctx.group) ctx.send(replica, { type: 'REQUEST', id: -number / 2, op: request.op });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    const isOpen = ctx.stable.get('patience') !== 0;
    if (message.type !== 'REPLY' || !isOpen || message.id !== -(ctx.stable.get('number') as number) / 2) return;
    ctx.stable.set(`vote ${from}`, message.value);
    const votes = ctx.stable.keys().filter((key) => key.startsWith('vote ') && ctx.stable.get(key) === message.value);
    if (votes.length <= ctx.config.k) return;
    ctx.indicate({ type: 'result', value: message.value });
    ctx.stable.set('patience', 0);
  }

  onTimer(ctx: Ctx): void {
    ctx.setTimer('tick', ctx.config.timeout / TICKS);
    const patience = ctx.stable.get('patience') as number;
    if (patience === 0) return;
    ctx.stable.set('patience', patience - 1);
    if (patience === 1) ctx.indicate({ type: 'unknown' });
  }
}
