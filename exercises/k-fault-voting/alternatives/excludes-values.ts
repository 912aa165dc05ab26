// How it differs: a value is certain when every other one is denied by more replicas than can lie; each replica gets an id of its own; timers are never cancelled.
import type { Context, ProcessId } from 'faultline';

type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, { k: number; timeout: number }>;

export const replicasNeeded = (k: number, model: 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement'): number => {
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`k is ${k}`);
  return { silent: k, 'byzantine-voting': 2 * k, 'crash-consensus': 2 * k, 'byzantine-agreement': 3 * k }[model] + 1;
};

export class VotingClient {
  private call = 0;
  private waits = false;
  private answers: Record<ProcessId, number> = {};

  onRequest(ctx: Ctx, { op }: { op: string }): void {
    this.call += 1;
    this.waits = true;
    this.answers = {};
    ctx.setTimer(String(this.call), ctx.config.timeout);
    ctx.group.forEach((replica, rank) => ctx.send(replica, { type: 'REQUEST', id: this.idFor(rank), op }));
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (!this.waits || message.type !== 'REPLY' || message.id !== this.idFor(ctx.group.indexOf(from))) return;
    this.answers[from] = message.value;
    const all = Object.values(this.answers);
    // `undefined` stands for all the values that nobody has named.
    const possible = [...new Set([...all, undefined])].filter((value) => all.filter((other) => other !== value).length <= ctx.config.k);
    if (possible.length !== 1 || possible[0] === undefined) return;
    this.waits = false;
    ctx.indicate({ type: 'result', value: possible[0] });
  }

  onTimer(ctx: Ctx, name: string): void {
    if (!this.waits || name !== String(this.call)) return;
    this.waits = false;
    ctx.indicate({ type: 'unknown' });
  }

  private idFor(rank: number): number {
    return this.call + rank / 1000;
  }
}
