// How it differs: who is caught lying is never asked or heard again, and then fewer liars can be left, so fewer equal answers are enough.
import type { Context, Process, ProcessId } from 'faultline';

interface Config {
  readonly k: number;
  readonly timeout: number;
}
type Request = { type: 'call'; op: string };
type Message = { type: 'REQUEST'; id: number; op: string } | { type: 'REPLY'; id: number; replica: ProcessId; value: number };
type Indication = { type: 'result'; value: number } | { type: 'unknown' };
type Ctx = Context<Message, Indication, Config>;

export function replicasNeeded(k: number, model: 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement'): number {
  if (!Number.isInteger(k) || Math.sign(k) === -1) throw new RangeError(`cannot tolerate ${k}`);
  return (
    1 + k * (['silent', 'byzantine-voting', 'byzantine-agreement'].indexOf(model === 'crash-consensus' ? 'byzantine-voting' : model) + 1)
  );
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  /** How often the client has called. The id of the open call, if there is one. */
  private number = 0;
  private open = false;
  private said = new Map<ProcessId, number>();
  private liars = new Set<ProcessId>();

  onRequest(ctx: Ctx, request: Request): void {
    this.number++;
    this.open = true;
    ctx.setTimer('too late', ctx.config.timeout);
    for (const replica of ctx.group) if (!this.liars.has(replica)) ctx.send(replica, { type: 'REQUEST', id: this.number, op: request.op });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REPLY' || this.liars.has(from)) return;
    const { id, replica, value } = message;
    const contradictsItself = this.open && id === this.number && this.said.has(from) && this.said.get(from) !== value;
    // Nobody can know an id that was not given yet, nor honestly use another's name.
    if (replica !== from || id > this.number || contradictsItself) {
      this.liars.add(from);
      this.said.delete(from);
    } else if (this.open && id === this.number) {
      this.said.set(from, value);
    }
    if (this.open) this.count(ctx);
  }

  onTimer(ctx: Ctx, name: string): void {
    this.open = false;
    this.said.clear();
    ctx.indicate({ type: 'unknown' });
  }

  private count(ctx: Ctx): void {
    const left = ctx.config.k - this.liars.size;
    for (const value of new Set(this.said.values())) {
      const backers = [...this.said].filter(([, other]) => other === value);
      if (backers.length <= left) continue;
      for (const [replica, other] of this.said) if (other !== value) this.liars.add(replica);
      this.open = false;
      this.said.clear();
      ctx.cancelTimer('too late');
      ctx.indicate({ type: 'result', value });
      return;
    }
  }
}
