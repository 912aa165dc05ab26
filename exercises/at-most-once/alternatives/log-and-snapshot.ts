// How it differs: a log of effects with their answers, replayed after a crash; every sixteen records a snapshot takes its place.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

/** One request that was executed: what it changed and what it was answered. */
type Entry = { from: ProcessId; seq: number; ackUpTo: number; change: number; value: Value };
type Snapshot = { upTo: number; balance: number; answers: Map<ProcessId, Map<number, Value>>; marks: Map<ProcessId, number> };

const RECORDS = 16;

export class Server implements Process<Message, never, never, null> {
  private state: Snapshot = { upTo: 0, balance: 0, answers: new Map(), marks: new Map() };

  onRecover(ctx: Ctx): void {
    this.state = (ctx.stable.get('snapshot') as Snapshot | undefined) ?? this.state;
    for (let entry; (entry = ctx.stable.get(`log ${this.state.upTo + 1}`) as Entry | undefined);) this.replay(entry);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const { seq, ackUpTo, op } = message;
    const known = this.state.answers.get(from)?.get(seq);
    if (known !== undefined) return ctx.send(from, { type: 'REPLY', seq, value: known });
    if (seq <= (this.state.marks.get(from) ?? 0)) return;

    const wanted = op.type === 'balance' ? 0 : op.type === 'deposit' ? op.amount : -op.amount;
    const isRefused = this.state.balance + wanted < 0;
    const change = isRefused ? 0 : wanted;
    const entry: Entry = { from, seq, ackUpTo, change, value: isRefused ? 'insufficient' : this.state.balance + change };
    ctx.stable.set(`log ${this.state.upTo + 1}`, entry);
    this.replay(entry);
    ctx.send(from, { type: 'REPLY', seq, value: entry.value });

    if (this.state.upTo % RECORDS !== 0) return;
    ctx.stable.set('snapshot', this.state);
    // Records that a crash leaves behind lie before the snapshot, and are never read again.
    for (const key of ctx.stable.keys()) if (key.startsWith('log ')) ctx.stable.delete(key);
  }

  private replay({ from, seq, ackUpTo, change, value }: Entry): void {
    const mark = Math.max(this.state.marks.get(from) ?? 0, ackUpTo);
    const answers = new Map([...(this.state.answers.get(from) ?? [])].filter(([old]) => old > mark));
    this.state.answers.set(from, answers.set(seq, value));
    this.state.marks.set(from, mark);
    this.state.balance += change;
    this.state.upTo += 1;
  }
}
