// How it differs: every reply is pushed to one list that is never emptied, and for each result the list is searched for enough senders.
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
  if (!Number.isInteger(k) || k < 0) throw new RangeError('k must be a whole number from 0 on');
  let needed = 1;
  if (model === 'silent') needed += k;
  if (model === 'byzantine-voting') needed += 2 * k;
  if (model === 'crash-consensus') needed += 2 * k;
  if (model === 'byzantine-agreement') needed += 3 * k;
  return needed;
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  requestId = 0;
  done = true;
  replies: { id: number; from: ProcessId; replica: ProcessId; value: number }[] = [];

  onRequest(ctx: Context<Message, Indication, Config>, request: Request): void {
    this.requestId++;
    this.done = false;
    for (const replica of ctx.group) {
      ctx.send(replica, { type: 'REQUEST', id: this.requestId, op: request.op });
    }
    ctx.setTimer('timeout', ctx.config.timeout);
  }

  onMessage(ctx: Context<Message, Indication, Config>, from: ProcessId, message: Message): void {
    if (message.type !== 'REPLY') return;
    this.replies.push({ id: message.id, from, replica: message.replica, value: message.value });
    if (this.done) return;
    for (const { value } of this.replies) {
      const same = this.replies.filter((reply) => reply.id === this.requestId && reply.value === value);
      const senders = new Set(same.map((reply) => reply.from));
      if (senders.size >= ctx.config.k + 1) {
        this.done = true;
        ctx.cancelTimer('timeout');
        ctx.indicate({ type: 'result', value });
        return;
      }
    }
  }

  onTimer(ctx: Context<Message, Indication, Config>, name: string): void {
    if (this.done) return;
    this.done = true;
    ctx.indicate({ type: 'unknown' });
  }
}
