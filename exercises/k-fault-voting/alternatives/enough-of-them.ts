// How it differs: terse; only 2k + 1 of the replicas are asked, in no order of rank; the call is the votes, and without votes there is no call.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Ctx = Context<Message, { type: 'result'; value: number } | { type: 'unknown' }, { k: number; timeout: number }>;

export function replicasNeeded(k: number, model: string) {
  if (!Number.isInteger(k) || k < 0) throw new RangeError();
  return k * (model === 'silent' ? 1 : model === 'byzantine-agreement' ? 3 : 2) + 1;
}

export class VotingClient {
  id = 1e6;
  votes: Map<ProcessId, number> | null = null;
  onRequest(ctx: Ctx, { op }: { op: string }) {
    this.votes = new Map();
    this.id += 7;
    for (const to of ctx.group.slice(-(2 * ctx.config.k + 1))) ctx.send(to, { type: 'REQUEST', id: this.id, op });
    ctx.setTimer('', ctx.config.timeout);
  }
  onMessage(ctx: Ctx, from: ProcessId, m: Message) {
    if (!this.votes || m.type === 'REQUEST' || m.id !== this.id) return;
    let votes = 0;
    for (const value of this.votes.set(from, m.value).values()) if (value === m.value) votes++;
    if (votes <= ctx.config.k) return;
    this.votes = null;
    ctx.indicate({ type: 'result', value: m.value });
  }
  onTimer(ctx: Ctx) {
    if (this.votes) ctx.indicate({ type: 'unknown' });
    this.votes = null;
  }
}
