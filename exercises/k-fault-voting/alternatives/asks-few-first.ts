// How it differs: k + 1 replicas are asked first, the others when the first ones differ or are silent; one record of the call instead of fields.
import type { Context, Process, ProcessId } from 'faultline';

type Config = { readonly k: number; readonly timeout: number };
type Request = { type: 'call'; op: string };
type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, Config>;

export function replicasNeeded(k: number, model: string): number {
  if (!(k >= 0 && Number.isInteger(k))) throw new RangeError('k counts replicas');
  const factor: Record<string, number> = { silent: 1, 'byzantine-voting': 2, 'crash-consensus': 2, 'byzantine-agreement': 3 };
  return factor[model] * k + 1;
}

interface Call {
  id: number;
  op: string;
  /** How many replicas, from the first on, have been asked. */
  asked: number;
  said: { by: ProcessId; value: number }[];
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  private calls = 0;
  private call: Call | null = null;

  onRequest(ctx: Ctx, { op }: Request): void {
    this.calls++;
    this.call = { id: this.calls * 10, op, asked: 0, said: [] };
    this.ask(ctx, this.call, ctx.config.k + 1);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    const call = this.call;
    if (call === null || message.type !== 'REPLY' || message.id !== call.id) return;
    // The first word of a replica counts; whoever gives another's name is not heard at all.
    if (message.replica !== from || call.said.some((vote) => vote.by === from)) return;
    call.said.push({ by: from, value: message.value });
    if (call.said.filter((vote) => vote.value === message.value).length === ctx.config.k + 1) {
      this.call = null;
      ctx.cancelTimer(`call ${call.id}`);
      ctx.indicate({ type: 'result', value: message.value });
    } else if (call.said.some((vote) => vote.value !== message.value)) {
      this.ask(ctx, call, ctx.group.length);
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    const call = this.call;
    if (call === null || name !== `call ${call.id}`) return;
    if (call.asked < ctx.group.length) return this.ask(ctx, call, ctx.group.length);
    this.call = null;
    ctx.indicate({ type: 'unknown' });
  }

  private ask(ctx: Ctx, call: Call, until: number): void {
    if (until <= call.asked) return;
    for (const replica of ctx.group.slice(call.asked, until)) ctx.send(replica, { type: 'REQUEST', id: call.id, op: call.op });
    call.asked = until;
    ctx.setTimer(`call ${call.id}`, ctx.config.timeout);
  }
}
