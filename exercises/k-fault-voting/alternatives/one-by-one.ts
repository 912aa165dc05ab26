// How it differs: replicas are asked one after the other, from the last one on, each when the one before has answered or been silent for too long.
import type { Context, ProcessId } from 'faultline';

interface Config {
  readonly k: number;
  readonly timeout: number;
}
interface Request {
  type: 'call';
  op: string;
}
type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, Config>;

export function replicasNeeded(k: number, model: 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement'): number {
  if (k < 0 || k !== Math.trunc(k) || k === Infinity) throw new RangeError();
  if (model === 'silent') return k + 1;
  return model === 'byzantine-agreement' ? k + k + k + 1 : k + k + 1;
}

export class VotingClient {
  private id = -1;
  private op = '';
  private waiting: ProcessId[] = [];
  private asked: ProcessId | undefined;
  private backers: Map<number, Set<ProcessId>> | undefined;

  onRequest(ctx: Ctx, request: Request): void {
    this.id -= 1;
    this.op = request.op;
    this.waiting = [...ctx.group];
    this.backers = new Map();
    this.askNext(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (this.backers === undefined || message.type !== 'REPLY' || message.id !== this.id) return;
    const backers = this.backers.get(message.value) ?? new Set();
    this.backers.set(message.value, backers.add(from));
    if (backers.size > ctx.config.k) this.end(ctx, { type: 'result', value: message.value });
    else if (from === this.asked) this.askNext(ctx);
  }

  onTimer(ctx: Ctx): void {
    if (this.backers === undefined) return;
    if (this.waiting.length === 0) this.end(ctx, { type: 'unknown' });
    else this.askNext(ctx);
  }

  private askNext(ctx: Ctx): void {
    this.asked = this.waiting.pop();
    if (this.asked !== undefined) ctx.send(this.asked, { type: 'REQUEST', id: this.id, op: this.op });
    // Without anybody left to ask, the timer gives the call up.
    ctx.setTimer('next', ctx.config.timeout);
  }

  private end(ctx: Ctx, indication: Indication): void {
    this.backers = undefined;
    this.waiting = [];
    this.asked = undefined;
    ctx.cancelTimer('next');
    ctx.indicate(indication);
  }
}
